package org.santral.server.customers.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.names.Words;
import org.santral.server.numbers.PhoneNumbers;

/// What somebody has typed so far, and what it may be meant as.
///
/// @param words folded, the last one perhaps not finished; empty when it is no name
/// @param number as E.164 when it is a whole one, else null
/// @param beginnings what its number may begin with, as E.164
/// @param lastDigits as they are typed; null when there are too few
/// @param mail the beginning of an address, null when it is none
record Typed(
        List<String> words,
        @Nullable String number,
        List<String> beginnings,
        @Nullable String lastDigits,
        @Nullable String mail) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 6;
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 15;
    private static final int SHORTEST_MAIL = 3;
    /// What people write into numbers beside digits.
    private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}\\p{Cf}\\s+().,/-]*");

    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,64}@?[^\\s@]*");

    static Typed of(String text, PhoneNumbers numbers) {
        String typed = (text.length() > LONGEST ? text.substring(0, LONGEST) : text).strip();
        String digits = digits(typed);
        boolean isNumber = NUMBER.matcher(typed).matches();
        PhoneNumbers.Reading reading = numbers.read(typed);
        boolean isWhole = reading.isNumber() && digits.length() >= FEWEST_DIGITS;
        boolean begins = isNumber && digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS;
        boolean isMail = typed.length() >= SHORTEST_MAIL && MAIL.matcher(typed).matches() && !isNumber;
        List<String> words = isMail && typed.contains("@") ? List.of() : Words.of(typed);
        return new Typed(
                words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words,
                isWhole ? reading.e164() : null,
                begins ? numbers.beginnings(typed) : List.of(),
                begins ? digits : null,
                isMail ? typed.toLowerCase(Locale.ROOT) : null);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }
}
