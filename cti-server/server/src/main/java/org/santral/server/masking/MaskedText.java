package org.santral.server.masking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/// Texts with other letters and digits, everything between them left alone: a name in Persian stays one, and
/// `<img onerror=...>` stays markup of as many letters, though no tag that exists. The same word becomes the
/// same other word wherever it stands.
final class MaskedText {
    private static final Map<Character.UnicodeScript, String> LETTERS = Map.of(
            Character.UnicodeScript.LATIN, "abcdefghijklmnopqrstuvwxyz",
            Character.UnicodeScript.ARABIC, "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
            Character.UnicodeScript.CYRILLIC, "абвгдежзиклмнопрстуфхцчшщэюя",
            Character.UnicodeScript.GREEK, "αβγδεζηθικλμνξοπρστυφχψω",
            Character.UnicodeScript.HEBREW, "אבגדהוזחטיכלמנסעפצקרשת",
            Character.UnicodeScript.HAN, "一三上下中人大小山川日月木水火土");
    private static final String OTHERS = "xyzvwq";

    private final Keyed keyed;
    private final MaskedNumbers numbers;
    private final Set<String> kept = new HashSet<>();
    private final Map<String, String> given = new HashMap<>();

    /// @param kept whole texts that stay as they are, in any case of their letters
    MaskedText(Keyed keyed, MaskedNumbers numbers, Set<String> kept) {
        this.keyed = keyed;
        this.numbers = numbers;
        kept.forEach(text -> this.kept.add(text.toLowerCase(Locale.ROOT)));
    }

    String of(String text) {
        if (kept.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at;
            if (Character.isDigit(c)) {
                end = endOf(text, at, Character::isDigit);
                out.append(number(text.substring(at, end)));
            } else if (Character.isLetter(c)) {
                end = endOf(text, at, Character::isLetter);
                out.append(given.computeIfAbsent(text.substring(at, end), this::word));
            } else {
                end = at + Character.charCount(c);
                out.appendCodePoint(c);
            }
            at = end;
        }
        return out.toString();
    }

    /// A number as people or exchanges write it: what stands between its digits stays.
    String number(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(Character::isDigit).forEach(c -> plain.append(Character.digit(c, 10)));
        if (text.codePoints().anyMatch(Character::isLetter) || plain.isEmpty()) {
            return of(text);
        }
        String masked = numbers.of(plain.toString());
        StringBuilder out = new StringBuilder(text.length());
        int[] next = {0};
        text.codePoints()
                .forEach(c -> out.appendCodePoint(Character.isDigit(c) ? like(c, masked.charAt(next[0]++)) : c));
        return out.toString();
    }

    /// The digit in the script of another.
    private static int like(int digit, char masked) {
        return digit - Character.digit(digit, 10) + (masked - '0');
    }

    private String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(word.length());
        int[] place = {0};
        word.codePoints().forEach(c -> {
            int small = Character.toLowerCase(c);
            String letters = LETTERS.getOrDefault(Character.UnicodeScript.of(c), OTHERS);
            String others = letters.indexOf(small) < 0 ? letters : letters.replace(Character.toString(small), "");
            int drawn = others.charAt(keyed.draw("letter/" + lower + "/" + place[0]++, others.length()));
            out.appendCodePoint(Character.isUpperCase(c) ? Character.toUpperCase(drawn) : drawn);
        });
        return out.toString();
    }

    private static int endOf(String text, int from, IntPredicate kind) {
        int at = from;
        while (at < text.length() && kind.test(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }
}
