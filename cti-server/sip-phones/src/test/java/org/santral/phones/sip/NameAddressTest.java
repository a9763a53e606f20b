package org.santral.phones.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nVia: x", "a\nb", "a\rb", "a\u0000b", "a\u001bb", "a\u007fb"})
    void noControlCharacterGetsIntoAHeader(String name) {
        assertThatThrownBy(() -> NameAddress.of(name, "sip:1@127.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("control character");
        assertThat(SipText.escapeUser(name)).isPrintable();
    }

    @Test
    void quotesAndBracketsOfANameStayInsideItsQuotes() {
        String name = SipText.toWire("\"<sip:evil@127.0.0.1>\" \\ \u202Eمریم\u202C");
        NameAddress written = NameAddress.of(name, "sip:1@127.0.0.1").withTag("t");
        NameAddress read = NameAddress.parse(written.text());
        assertThat(read.displayName()).isEqualTo(name);
        assertThat(read.uri()).isEqualTo("sip:1@127.0.0.1");
        assertThat(read.parameter("tag")).isEqualTo("t");
    }
}
