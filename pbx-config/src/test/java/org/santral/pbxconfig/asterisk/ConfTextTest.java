package org.santral.pbxconfig.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfTextTest {

    @Test
    void aLineBreakOfAnyKindStaysOnTheLine() {
        assertThat(ConfText.value("a\r\n[general]\nb\u0085c\u2028d\u0000e")).isEqualTo("a  [general] b c d e");
    }

    @Test
    void aSemicolonBeginsNoComment() {
        assertThat(ConfText.value("a;b;--c")).isEqualTo("a\\;b\\;--c");
    }

    @Test
    void aQuotedValueKeepsItsQuotesAndCommas() {
        assertThat(ConfText.quoted("a\", \\b")).isEqualTo("\"a\\\", \\\\b\"");
    }

    @Test
    void aNameCannotBringItsOwnNumber() {
        assertThat(ConfText.callerId("x\" <666> \\", "101")).isEqualTo("\"x' '666' '\" <101>");
    }

    @Test
    void aCommentEndsOnItsLine() {
        assertThat(ConfText.comment("x\nexten => 1;--")).isEqualTo("x exten => 1,--");
    }
}
