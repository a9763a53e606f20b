package org.santral.server.imports.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands between the fields of a CSV file.
public final class Delimiters {
    private static final char[] KNOWN = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 1 << 16;
    private static final int ROWS = 50;

    private Delimiters() {}

    public static char guess(Path file, String encoding) throws IOException {
        String text = beginning(file, encoding);
        Character said = said(text);
        return said == null ? guess(text) : said;
    }

    /// The line `sep=;` that Excel writes and reads; null when the text begins with something else.
    static @Nullable Character said(String text) {
        return text.length() > 5
                        && text.regionMatches(true, 0, "sep=", 0, 4)
                        && (text.charAt(5) == '\r' || text.charAt(5) == '\n')
                ? Character.valueOf(text.charAt(4))
                : null;
    }

    static String beginning(Path file, String encoding) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Encodings.markLength(file));
            char[] some = new char[LOOKED_AT];
            int length = new BufferedReader(new InputStreamReader(in, Charset.forName(encoding)), LOOKED_AT).read(some);
            return length < 0 ? "" : new String(some, 0, length);
        }
    }

    /// The one that divides most rows into the same number of fields; of two the one that makes more of them.
    private static char guess(String text) {
        char best = ',';
        long bestScore = 0;
        for (char known : KNOWN) {
            List<Integer> counts = counts(text, known);
            for (int count : counts) {
                long rows = counts.stream().filter(other -> other == count).count();
                long score = rows * 1_000 + Math.min(count, 999);
                if (count > 0 && score > bestScore) {
                    bestScore = score;
                    best = known;
                }
            }
        }
        return best;
    }

    private static List<Integer> counts(String text, char delimiter) {
        List<Integer> counts = new ArrayList<>();
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && counts.size() < ROWS; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                count++;
            } else if (c == '\n' && !quoted) {
                counts.add(count);
                count = 0;
            }
        }
        if (counts.isEmpty()) {
            counts.add(count);
        }
        return counts;
    }
}
