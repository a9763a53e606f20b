package org.santral.server.imports.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands in one cell: one value, or several.
final class Cells {
    /// An export puts an apostrophe before what a spreadsheet would take for a formula (`export.Neutral`).
    private static final Pattern NEUTRAL = Pattern.compile("(?s)'+[=+@\\t\\r-].*");

    /// None of these takes long for any text: each says how little is between, and what is found is trimmed.
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[\\n\\r;|،,]|(?<=\\s)/(?=\\s)");

    private static final Pattern BETWEEN_MAILS = Pattern.compile("[\\s;,،]");
    private static final Pattern BETWEEN_TAGS = Pattern.compile("[\\n\\r;,،|]");
    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern BREAK = Pattern.compile("[\\t\\n\\r\\u000b\\f\\u0085\\u2028\\u2029]");
    private static final int SHORTEST_NUMBER = 7;
    /// More than a customer can have of anything: that there are too many is seen all the same.
    private static final int MOST_PARTS = 1_000;
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "بله", "بلی", "آری", "نعم", "да");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "-", "خیر", "نه", "لا", "нет");

    private Cells() {}

    static String plain(String cell) {
        return NEUTRAL.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /// Without blanks around it, those too that copied pages have and nobody sees.
    static String trimmed(String cell) {
        int begin = 0;
        int end = cell.length();
        while (begin < end && isBlank(cell.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(cell.charAt(end - 1))) {
            end--;
        }
        return cell.substring(begin, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /// A cell of a spreadsheet may have line breaks where a customer has one line.
    static String line(String cell) {
        return BREAK.matcher(cell).find() ? String.join(" ", parts(BREAK, cell)) : cell;
    }

    /// Several numbers only where each of them is long enough to be one: `021 8899 0000, 12` has an extension.
    static List<String> numbers(String cell) {
        List<String> parts = parts(BETWEEN_NUMBERS, cell);
        boolean all = parts.stream()
                .allMatch(part -> part.codePoints().filter(Character::isDigit).count() >= SHORTEST_NUMBER);
        return parts.size() > 1 && all ? parts : List.of(line(cell));
    }

    static List<String> mails(String cell) {
        List<String> parts = parts(BETWEEN_MAILS, cell);
        return parts.stream().allMatch(part -> part.contains("@")) ? parts : List.of(cell);
    }

    static List<String> tags(String cell) {
        return parts(BETWEEN_TAGS, cell);
    }

    static List<String> lines(String cell) {
        return parts(LINES, cell);
    }

    private static List<String> parts(Pattern between, String cell) {
        List<String> parts = new ArrayList<>();
        for (String part : between.split(cell)) {
            String trimmed = trimmed(part);
            if (!trimmed.isEmpty() && parts.size() < MOST_PARTS) {
                parts.add(trimmed);
            }
        }
        return parts;
    }

    /// Null when it is neither.
    static @Nullable Boolean truth(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        return NO.contains(word) ? Boolean.FALSE : null;
    }

    /// As people write it in a column; otherwise as it stands, for the check to refuse.
    static String kind(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "company",
                    "organisation",
                    "organization",
                    "org",
                    "firm",
                    "شرکت",
                    "سازمان",
                    "حقوقی",
                    "شركة",
                    "компания" -> "COMPANY";
            case "person", "individual", "شخص", "حقیقی", "человек", "فرد" -> "PERSON";
            default -> cell;
        };
    }
}
