package org.santral.server.imports.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a spreadsheet would take for a formula.
class NeutralTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2", "@sum", "\tx", "\rx", "'=1", "=a\nb"})
    void aFormulaGetsOneApostropheMore(String text) {
        assertThat(Neutral.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna", "'quoted'", "O'Brien", "", "1+1", "<b>", "رضا"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(Neutral.text(text)).isEqualTo(text);
    }

    @Test
    void aNumberKeepsItsPlusWhereNothingIsComputed() {
        assertThat(Neutral.number("+98 (21) 1234 5678")).isEqualTo("+98 (21) 1234 5678");
        assertThat(Neutral.number("+98-21-1234")).isEqualTo("'+98-21-1234");
        assertThat(Neutral.number("+98*2")).isEqualTo("'+98*2");
        assertThat(Neutral.number("=1")).isEqualTo("'=1");
    }
}
