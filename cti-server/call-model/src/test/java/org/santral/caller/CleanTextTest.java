package org.santral.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " Reza|Reza",
                "Reza |Reza",
                "Reza Ahmadi|Reza Ahmadi",
                "~!|~!",
                "می\u200cخواهم|می\u200cخواهم",
                "a\u0007b|ab",
                "a\u001fb|ab",
                "a\u007fb|ab",
                "\u202eabc|abc",
                "a\u2028b|ab",
                "a\ue000b|ab",
            })
    void aNameIsShownWithoutWhatHarms(String raw, String shown) {
        assertThat(CleanText.name(raw)).isEqualTo(shown);
    }

    @Test
    void allDigitsAreWrittenAsOurs() {
        assertThat(CleanText.number("۰۲۱ ٤٥")).isEqualTo("021 45");
        assertThat(CleanText.name("۰۲۱")).isEqualTo("۰۲۱");
    }

    @Test
    void aNameHasAtMostEightyCharactersAndANumberForty() {
        assertThat(CleanText.name("x".repeat(80))).hasSize(80);
        assertThat(CleanText.name("x".repeat(81))).hasSize(80);
        assertThat(CleanText.name("😀".repeat(81))).isEqualTo("😀".repeat(80));
        assertThat(CleanText.number("1".repeat(41))).hasSize(40);
    }
}
