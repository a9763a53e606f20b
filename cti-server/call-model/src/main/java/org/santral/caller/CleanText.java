package org.santral.caller;

import java.util.StringJoiner;

/// Texts of strangers made fit to be shown: no control characters, nothing that turns the direction of the
/// writing, bounded in length. Letters of every script stay, and so do the joiners that Persian needs.
public final class CleanText {
    private static final int TEXT_LENGTH = 2000;
    private static final int NAME_LENGTH = 80;
    private static final int NUMBER_LENGTH = 40;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private CleanText() {}

    public static String name(String raw) {
        return plain(raw, NAME_LENGTH) ? raw : clean(raw, NAME_LENGTH, false);
    }

    /// Several lines, as a person wrote them.
    public static String text(String raw) {
        var lines = new StringJoiner("\n");
        raw.lines().map(line -> clean(line, TEXT_LENGTH, false)).forEach(lines::add);
        String text = lines.toString().strip();
        return text.codePointCount(0, text.length()) <= TEXT_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TEXT_LENGTH)).strip();
    }

    /// Also writes Persian, Arabic and all other decimal digits as 0 to 9.
    public static String number(String raw) {
        return plain(raw, NUMBER_LENGTH) ? raw : clean(raw, NUMBER_LENGTH, true);
    }

    private static boolean plain(String raw, int limit) {
        if (raw.length() > limit) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && (i == 0 || i == raw.length() - 1))) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String raw, int limit, boolean digits) {
        var out = new StringBuilder(Math.min(raw.length(), limit));
        int kept = 0;
        for (int i = 0; i < raw.length() && kept < limit; ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (harmless(c)) {
                out.appendCodePoint(digits && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c);
                kept++;
            }
        }
        return out.toString().strip();
    }

    private static boolean harmless(int c) {
        if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
