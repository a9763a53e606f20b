package org.santral.server.directory.outside.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Calls on their way to another's books, on the disk: a file for each that waits, and a list of those that are
/// settled, so that a journal told anew tells nobody a call twice. Used by one thread.
final class WaitingCalls {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingCalls.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SUFFIX = ".json";
    /// More than a journal of normal length tells anew.
    private static final int SETTLED = 50_000;

    private final Path folder;
    private final Path settledFile;
    private final Path sinceFile;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Deque<Settled> settledInOrder = new ArrayDeque<>();
    private int lines;
    private long since;

    /// @param endedAt milliseconds since 1970, as `due`
    /// @param refused how often the other side refused it
    record Waiting(String call, Map<String, String> fields, long endedAt, long due, int refused) {
        Waiting again(long at, boolean wasRefused) {
            return new Waiting(call, fields, endedAt, at, wasRefused ? refused + 1 : refused);
        }
    }

    private record Settled(long endedAt, String id) {}

    /// @param now calls that ended before the first start of all are nobody's business
    WaitingCalls(Path folder, long now) throws IOException {
        this.folder = folder;
        this.settledFile = folder.resolve("settled");
        this.sinceFile = folder.resolve("since");
        Files.createDirectories(folder);
        if (Files.exists(sinceFile)) {
            since = Long.parseLong(Files.readString(sinceFile).strip());
        } else {
            since = now;
            writeSince();
        }
        readSettled();
        readWaiting();
    }

    private void readSettled() throws IOException {
        if (!Files.exists(settledFile)) {
            return;
        }
        for (String line : Files.readAllLines(settledFile)) {
            int blank = line.indexOf(' ');
            // The last line may be torn.
            if (blank > 0 && line.length() == blank + 1 + id("").length()) {
                noteSettled(new Settled(Long.parseLong(line.substring(0, blank)), line.substring(blank + 1)));
            }
        }
        rewriteSettled();
    }

    private void readWaiting() throws IOException {
        List<Waiting> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(SUFFIX)).toList()) {
                try {
                    found.add(JSON.readValue(Files.readAllBytes(file), Waiting.class));
                } catch (JacksonException e) {
                    LOG.warn("{} is no call that waits to be written back: it is left alone", file);
                }
            }
        }
        found.sort(java.util.Comparator.comparingLong(Waiting::endedAt).thenComparing(Waiting::call));
        found.forEach(one -> waiting.put(one.call(), one));
    }

    /// The same for the same call at all times: a name of a file, and what tells the other side that a request
    /// comes again.
    static String id(String call) {
        return UUID.nameUUIDFromBytes(call.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// A newer record of the same call takes the place of the older.
    void put(Waiting call) throws IOException {
        if (call.endedAt() <= since || settled.contains(id(call.call()))) {
            return;
        }
        Path partial = folder.resolve(id(call.call()) + ".partial");
        Files.write(partial, JSON.writeValueAsBytes(call));
        Files.move(partial, file(call.call()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        waiting.put(call.call(), call);
    }

    private Path file(String call) {
        return folder.resolve(id(call) + SUFFIX);
    }

    /// Told, or given up.
    void settle(Waiting call) throws IOException {
        waiting.remove(call.call());
        Settled one = new Settled(call.endedAt(), id(call.call()));
        noteSettled(one);
        Files.writeString(
                settledFile,
                one.endedAt() + " " + one.id() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.deleteIfExists(file(call.call()));
        if (++lines > 2 * SETTLED) {
            rewriteSettled();
        }
    }

    private void noteSettled(Settled one) {
        settled.add(one.id());
        settledInOrder.addLast(one);
        if (settledInOrder.size() > SETTLED) {
            Settled oldest = settledInOrder.removeFirst();
            settled.remove(oldest.id());
            since = Math.max(since, oldest.endedAt());
        }
    }

    private void rewriteSettled() throws IOException {
        Path partial = folder.resolve("settled.partial");
        try (BufferedWriter out = Files.newBufferedWriter(partial)) {
            for (Settled one : settledInOrder) {
                out.write(one.endedAt() + " " + one.id() + "\n");
            }
        }
        writeSince();
        Files.move(partial, settledFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lines = settledInOrder.size();
    }

    private void writeSince() throws IOException {
        Path partial = folder.resolve("since.partial");
        Files.writeString(partial, Long.toString(since));
        Files.move(partial, sinceFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The one that waits longest and may be told now; null when none may.
    @Nullable
    Waiting due(long now) {
        for (Waiting one : waiting.values()) {
            if (one.due() <= now) {
                return one;
            }
        }
        return null;
    }

    /// Null when none waits.
    @Nullable
    Waiting oldest() {
        return waiting.isEmpty() ? null : waiting.values().iterator().next();
    }

    int size() {
        return waiting.size();
    }
}
