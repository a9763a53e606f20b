package org.santral.server.customers.names;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A text as words that compare by what people read: no case, no accents and vowel signs, one form of each
/// letter that keyboards write in two ways (Arabic and Persian *yeh* and *kaf*), digits of every script as 0 to 9.
///
/// What is stored for the search and what is typed into it pass through here, so `ي` finds `ی` and `Müller`
/// is found by `muller`. A zero-width non-joiner joins: `علی‌رضا` is the word `علیرضا`.
public final class Words {
    /// In characters; what is longer is cut, and so is what is searched.
    public static final int LONGEST = 32;
    /// Of one text.
    public static final int MOST = 16;

    private static final int LONGEST_TEXT = 500;
    private static final String ARTICLE = "ال";
    private static final int SHORTEST_NOUN = 3;

    /// Letters that no decomposition takes apart.
    private static final Map<Integer, String> ONE_FORM = Map.ofEntries(
            Map.entry((int) 'ي', "ی"),
            Map.entry((int) 'ى', "ی"),
            Map.entry((int) 'ے', "ی"),
            Map.entry((int) 'ك', "ک"),
            Map.entry((int) 'ڪ', "ک"),
            Map.entry((int) 'ة', "ه"),
            Map.entry((int) 'ە', "ه"),
            Map.entry((int) 'ہ', "ه"),
            Map.entry((int) 'ھ', "ه"),
            Map.entry((int) 'ٱ', "ا"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ə', "a"));

    private static final int TATWEEL = 0x0640;

    private Words() {}

    /// In the order they are written, each once.
    public static List<String> of(String text) {
        String plain = Normalizer.normalize(
                        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        var words = new LinkedHashSet<String>();
        var word = new StringBuilder();
        int at = 0;
        while (at < plain.length() && words.size() < MOST) {
            int c = plain.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isDigit(c)) {
                word.append(Character.digit(c, 10));
            } else if (Character.isLetter(c) && c != TATWEEL) {
                word.append(ONE_FORM.getOrDefault(c, Character.toString(c)));
            } else if (ends(c)) {
                finish(word, words);
            }
        }
        if (words.size() < MOST) {
            finish(word, words);
        }
        return List.copyOf(words);
    }

    /// What a text is to be found by: its words, and those with the Arabic article without it as well.
    public static List<String> toFind(String text) {
        var words = new LinkedHashSet<String>();
        for (String word : of(text)) {
            words.add(word);
            if (word.startsWith(ARTICLE) && word.length() >= ARTICLE.length() + SHORTEST_NOUN) {
                words.add(word.substring(ARTICLE.length()));
            }
        }
        return List.copyOf(words);
    }

    private static void finish(StringBuilder word, Set<String> words) {
        if (!word.isEmpty()) {
            words.add(cut(word.toString()));
            word.setLength(0);
        }
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        // Never between the two halves of one letter.
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /// Marks above and below, joiners and apostrophes stand inside a word.
    private static boolean ends(int c) {
        int type = Character.getType(c);
        return type != Character.NON_SPACING_MARK
                && type != Character.ENCLOSING_MARK
                && type != Character.FORMAT
                && c != TATWEEL
                && c != '\''
                && c != '’'
                && c != 'ʼ';
    }
}
