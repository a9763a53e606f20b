package org.santral.server.directory.outside.carddav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.numbers.PhoneNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An address book as it was when it was read last; in memory by number, on the disk for the next start.
///
/// @param url whose copy it is
/// @param token what the server calls this state, empty where it has no word for it
/// @param at when it was read, milliseconds since 1970
/// @param cards by where they lie on the server
record CopiedBook(String url, String token, long at, Map<String, Card> cards) {
    private static final Logger LOG = LoggerFactory.getLogger(CopiedBook.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /// @param entry null for one that nobody could be found by
    record Card(@Nullable String etag, @Nullable Entry entry) {}

    static @Nullable CopiedBook read(Path file, String url) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            CopiedBook kept = JSON.readValue(Files.readAllBytes(file), CopiedBook.class);
            return kept.url().equals(url) ? kept : null;
        } catch (JacksonException e) {
            LOG.warn("{} is no copy of an address book: it is read anew from the server", file);
            return null;
        }
    }

    void write(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.write(partial, JSON.writeValueAsBytes(this));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Entries by E.164; who has a number twice stands there once.
    Map<String, List<Entry>> byNumber(PhoneNumbers numbers) {
        Map<String, List<Entry>> index = new HashMap<>();
        for (Card card : new TreeMap<>(cards).values()) {
            if (card.entry() == null) {
                continue;
            }
            Set<String> seen = new HashSet<>();
            for (Entry.Numbered number : card.entry().numbers()) {
                String e164 = numbers.read(number.written()).e164();
                if (!e164.isEmpty() && seen.add(e164)) {
                    index.computeIfAbsent(e164, unused -> new ArrayList<>()).add(card.entry());
                }
            }
        }
        return index;
    }
}
