package org.santral.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.pbx.Party;
import org.santral.pbx.Party.Presentation;

class CallerPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "02112345678, ALLOWED,     NUMBER",
        "+982112345678, ALLOWED,   NUMBER",
        "02155556666, RESTRICTED,  WITHHELD",
        "anonymous,   ALLOWED,     WITHHELD",
        "Anonymous,   ALLOWED,     WITHHELD",
        "ANONYMOUS,   UNAVAILABLE, WITHHELD",
        "anonymous@anonymous.invalid, ALLOWED, WITHHELD",
        "sip:anonymous@10.0.0.1, ALLOWED, WITHHELD",
        "Restricted,  ALLOWED,     WITHHELD",
        "PRIVATE,     ALLOWED,     WITHHELD",
        "withheld,    ALLOWED,     WITHHELD",
        "privateer,   ALLOWED,     NUMBER",
        "Unavailable, ALLOWED,     UNAVAILABLE",
        "unknown@unknown.invalid, ALLOWED, UNAVAILABLE",
        "02112345678@anonymous.invalid, ALLOWED, NUMBER",
        "unknown,     ALLOWED,     UNAVAILABLE",
        "<unknown>,   ALLOWED,     UNAVAILABLE",
        "'',          ALLOWED,     UNAVAILABLE",
        "'',          UNAVAILABLE, UNAVAILABLE",
        "02112345678, UNAVAILABLE, NUMBER",
        "۰۲۱۱۲۳,      ALLOWED,     NUMBER",
    })
    void aCallBringsOneOfThreeKindsOfIdentity(String number, Presentation presentation, CallerClass kind) {
        assertThat(CallerPolicy.stranger(new Party(number, "", presentation)).kind())
                .isEqualTo(kind);
    }

    @Test
    void whatIsWithheldIsNotKept() {
        assertThat(CallerPolicy.stranger(new Party("02155556666", "Reza", Presentation.RESTRICTED)))
                .isEqualTo(new Caller(CallerClass.WITHHELD, "", ""));
    }

    @Test
    void aNameThatSaysUnknownIsNone() {
        assertThat(CallerPolicy.stranger(new Party("0211", "<unknown>", Presentation.ALLOWED))
                        .name())
                .isEmpty();
    }

    @Test
    void digitsOfEveryScriptBecomeDigits() {
        assertThat(CleanText.number("۰۲۱-۱۲۳")).isEqualTo("021-123");
        assertThat(CleanText.number("٠٢١١٢٣")).isEqualTo("021123");
        assertThat(CleanText.name("واحد ۱۲")).isEqualTo("واحد ۱۲");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Eabc", "a\u0000bc", "ab\u2066c\u2069", "abc\r\n", "\uD800abc", "a\u2028bc", " abc"})
    void nothingHiddenComesThrough(String raw) {
        assertThat(CleanText.name(raw)).isEqualTo("abc");
    }

    @Test
    void lettersOfAllScriptsAndPersianJoinersStay() {
        assertThat(CleanText.name("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
        assertThat(CleanText.name("Дарья 😀 O\"Brien <b>")).isEqualTo("Дарья 😀 O\"Brien <b>");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertThat(CleanText.name("😀".repeat(200))).isEqualTo("😀".repeat(80));
        assertThat(CleanText.number("1".repeat(200))).hasSize(40);
    }
}
