package org.santral.server.numbers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people and exchanges write around a number taken off: digits of any script become ASCII, `tel:` and
/// `sip:` go, and an extension stands by itself.
///
/// @param digits with a leading `+` where one was written; empty when nothing is left that could be a number
/// @param extension empty when none was written
record WrittenNumber(String digits, String extension) {
    private static final int LONGEST = 200;
    private static final Pattern SCHEME = Pattern.compile("^\\s*(?:tel|sips?|callto):", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION_PARAMETER = Pattern.compile(";ext=([0-9]{1,8})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTEXT = Pattern.compile(";phone-context=(\\+[0-9]+)", Pattern.CASE_INSENSITIVE);
    /// In the languages of the first sites: Persian, Arabic, Russian beside the international ones.
    private static final Pattern EXTENSION_WORD = Pattern.compile(
            "[\\s,;(\\[/-]*(?<!\\p{L})(?:extension|extn?|ext|x|int|داخلی|داخلي|تحويلة|доб)[.:=\\s]*([0-9]{1,8})[\\s)\\]]*$|#([0-9]{1,8})\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /// A program that took the number for a quantity: `989121234567.0`.
    private static final Pattern QUANTITY = Pattern.compile("^(\\+?[0-9]{7,})\\.0$");

    private static final Pattern REMARK = Pattern.compile("\\([^)]*\\p{L}[^)]*\\)?");
    private static final Pattern BEFORE_NUMBER = Pattern.compile("^[^0-9+]+");
    private static final Pattern AFTER_NUMBER = Pattern.compile("\\p{L}.*$", Pattern.DOTALL);

    static WrittenNumber of(String text) {
        String plain = plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        Matcher scheme = SCHEME.matcher(plain);
        String rest = scheme.find() ? plain.substring(scheme.end()) : plain;
        Matcher context = CONTEXT.matcher(rest);
        String before = context.find() ? context.group(1) : "";
        Matcher parameter = EXTENSION_PARAMETER.matcher(rest);
        String extension = parameter.find() ? parameter.group(1) : "";
        rest = cut(cut(rest.replace("%2B", "+").replace("%2b", "+"), '@'), ';');
        // Before remarks go: an extension may stand in brackets as they do.
        if (extension.isEmpty()) {
            Matcher word = EXTENSION_WORD.matcher(rest);
            if (word.find() && word.start() > 0) {
                extension = word.group(1) == null ? word.group(2) : word.group(1);
                rest = rest.substring(0, word.start());
            }
        }
        rest = REMARK.matcher(rest).replaceAll(" ");
        rest = QUANTITY.matcher(rest).replaceFirst("$1");
        return new WrittenNumber(digits(before + rest), extension);
    }

    private static String digits(String text) {
        String number = BEFORE_NUMBER.matcher(text).replaceFirst("");
        number = AFTER_NUMBER.matcher(number).replaceFirst("");
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean firstPlus = c == '+' && digits.isEmpty();
            if (firstPlus || (c >= '0' && c <= '9')) {
                digits.append(c);
            } else if (c == '*' || c == '#') {
                // A feature code such as *72 is no number.
                return "";
            }
        }
        return digits.length() == 1 && digits.charAt(0) == '+' ? "" : digits.toString();
    }

    private static String cut(String text, char at) {
        int end = text.indexOf(at);
        return end < 0 ? text : text.substring(0, end);
    }

    /// Full-width forms become ASCII, digits of any script become 0 to 9, invisible marks (a right-to-left mark
    /// before a plus, say) go.
    private static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (Character.isISOControl(c) || Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString().strip();
    }

    /// For people: without control and direction marks, bounded.
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().filter(WrittenNumber::isVisible).limit(64).forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    private static boolean isVisible(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }

    boolean hasPlus() {
        return digits.startsWith("+");
    }

    @Override
    public String toString() {
        return extension.isEmpty() ? digits : String.format(Locale.ROOT, "%s;ext=%s", digits, extension);
    }
}
