package org.santral.server.directory.outside;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.CleanText;
import org.santral.caller.Customer;
import org.santral.caller.Origin;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.numbers.PhoneNumbers;

/// From what a directory found to candidates: only who really has the number, texts cleaned, the surest first.
/// The same entries give the same list, whatever order they came in.
final class Ranked {
    private static final int MOST = 20;
    private static final int SUFFIX_DIGITS = 7;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_LOGIN = 64;
    /// What a screen's numbers hold exactly.
    private static final long HANDLES = (1L << 52) - 1;

    private final String directory;
    private final boolean suffixes;
    private final PhoneNumbers numbers;

    /// @param suffixes whether who has a number with the same last digits is a candidate too, after all others
    Ranked(String directory, boolean suffixes, PhoneNumbers numbers) {
        this.directory = directory;
        this.suffixes = suffixes;
        this.numbers = numbers;
    }

    private record Matching(MatchQuality quality, String label) {}

    List<Candidate> of(List<Entry> entries, PhoneNumbers.Reading asked) {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            Matching matching = matching(entry, asked);
            String name = CleanText.name(entry.name());
            if (matching != null && !name.isEmpty() && seen.add(entry.key())) {
                candidates.add(new Candidate(
                        customer(entry, name),
                        matching.quality(),
                        CleanText.name(matching.label()),
                        new Origin(directory, key(entry.key()))));
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Ranked::isBehindSwitchboard)
                        .thenComparing(Candidate::quality)
                        .thenComparing(candidate -> candidate.customer().name())
                        .thenComparing(candidate -> candidate.customer().id()))
                .limit(MOST)
                .toList();
    }

    private static boolean isBehindSwitchboard(Candidate candidate) {
        return candidate.quality() == MatchQuality.EXTENSION_OF_COMPANY;
    }

    private @Nullable Matching matching(Entry entry, PhoneNumbers.Reading asked) {
        MatchQuality whole = asked.assumed() ? MatchQuality.NATIONAL : MatchQuality.EXACT;
        if (entry.numbers().isEmpty()) {
            return new Matching(whole, "");
        }
        Matching best = null;
        for (Entry.Numbered number : entry.numbers()) {
            PhoneNumbers.Reading reading = numbers.read(number.written());
            MatchQuality quality = null;
            if (reading.e164().equals(asked.e164())) {
                boolean same =
                        reading.extension().isEmpty() || reading.extension().equals(asked.extension());
                quality = same ? whole : MatchQuality.EXTENSION_OF_COMPANY;
            } else if (suffixes && sameEnd(number.written(), asked.e164())) {
                quality = MatchQuality.SUFFIX;
            }
            if (quality != null && (best == null || quality.compareTo(best.quality()) < 0)) {
                best = new Matching(quality, number.label());
            }
        }
        return best;
    }

    private static boolean sameEnd(String written, String e164) {
        String digits = CleanText.number(written).replaceAll("[^0-9]", "");
        return digits.length() >= SUFFIX_DIGITS && e164.endsWith(digits.substring(digits.length() - SUFFIX_DIGITS));
    }

    private Customer customer(Entry entry, String name) {
        String owner = clean(entry.owner());
        return new Customer(
                handle(entry.key()),
                name,
                clean(entry.company()),
                clean(entry.segment()),
                language(entry.language()),
                owner == null || owner.length() > LONGEST_LOGIN ? null : new AgentId(owner),
                text(entry.warning()),
                List.of());
    }

    private static @Nullable String clean(@Nullable String text) {
        String clean = text == null ? "" : CleanText.name(text);
        return clean.isEmpty() ? null : clean;
    }

    private static @Nullable String text(@Nullable String text) {
        String clean = text == null ? "" : CleanText.text(text);
        return clean.isEmpty() ? null : clean;
    }

    /// Also out of a list of preferences such as `fa, en;q=0.5` (RFC 2798 allows it).
    private static @Nullable String language(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String tag = Locale.forLanguageTag(
                        written.strip().split("[,;\\s]", 2)[0].replace('_', '-'))
                .toLanguageTag();
        return tag.equals("und") ? null : tag;
    }

    private static String key(String key) {
        String clean = CleanText.text(key).replace('\n', ' ');
        return clean.length() <= LONGEST_KEY ? clean : clean.substring(0, LONGEST_KEY);
    }

    /// Below zero, where no customer of ours is; see [Origin].
    private long handle(String key) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest((directory + "\0" + key).getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                bits = bits << Byte.SIZE | sum[i] & 0xff;
            }
            return -1 - (bits & HANDLES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
