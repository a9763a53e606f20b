package org.santral.server.masking;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words and numbers of some texts.
final class Said {
    /// A shorter one says nothing of anybody.
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private static final Pattern NUMBER = Pattern.compile("\\d{5,}");

    private final Set<String> words = new HashSet<>();

    void note(String text) {
        WORD.matcher(text).results().map(MatchResult::group).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        NUMBER.matcher(plain(text)).results().map(MatchResult::group).forEach(words::add);
    }

    /// In our digits, without what people write between them.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(c -> " ()-".indexOf(c) < 0).forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    Set<String> alsoIn(Said other) {
        Set<String> both = new HashSet<>(words);
        both.retainAll(other.words);
        return both;
    }
}
