package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.asterisk.ami.Oddities;
import org.santral.pbx.PbxEvent.Transferred;
import org.santral.switchboard.Input.FromPbx;

/// A REFER that arrives within milliseconds of the colleague's answer: Asterisk 22 says `DestType: App`,
/// `DestApp: Dial` and no `TransferTarget`, although the two are in one bridge by then. Seen on the whole line, where
/// it comes about once in some runs; here the event of a recording is made what it was then.
class HandedOnAtTheAnswerTest {
    @Test
    void theColleagueWhoHasAnsweredIsTheTarget() {
        List<byte[]> seen = Scenario.named("incoming-attended").blocks(new Oddities()).stream()
                .map(HandedOnAtTheAnswerTest::intoDial)
                .toList();

        assertThat(transfer(seen))
                .isEqualTo(transfer(Scenario.named("incoming-attended").blocks(new Oddities())));
        assertThat(transfer(seen).target()).isNotNull();
    }

    private static byte[] intoDial(byte[] block) {
        String text = new String(block, StandardCharsets.UTF_8);
        if (!text.startsWith("Event: AttendedTransfer")) {
            return block;
        }
        return text.replaceAll("(?m)^(TransferTarget|Dest).*\r?\n?", "")
                .stripTrailing()
                .concat("\r\nDestType: App\r\nDestApp: Dial")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Transferred transfer(List<byte[]> blocks) {
        return Scenario.understood(blocks, new Oddities()).stream()
                .filter(FromPbx.class::isInstance)
                .map(input -> ((FromPbx) input).event())
                .filter(Transferred.class::isInstance)
                .map(Transferred.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
