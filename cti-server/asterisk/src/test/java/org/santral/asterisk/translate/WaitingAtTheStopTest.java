package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.asterisk.ami.Oddities;
import org.santral.pbx.PbxEvent.Dequeued;
import org.santral.switchboard.Input.FromPbx;

/// An Asterisk that stops (`core restart now`) hangs up who waits in its queues, and says "abandoned" of them too:
/// `SoftHangupRequest` comes where the caller's own `HangupRequest` would. Seen in a chaos run; here that block of a
/// recording is made what it was then.
class WaitingAtTheStopTest {
    @Test
    void whoIsHungUpByTheExchangeHasNotGivenUp() {
        List<byte[]> blocks = Scenario.named("queue-abandoned").blocks(new Oddities());

        assertThat(reason(blocks)).isEqualTo(Dequeued.Reason.ABANDONED);
        assertThat(reason(
                        blocks.stream().map(WaitingAtTheStopTest::byTheExchange).toList()))
                .isEqualTo(Dequeued.Reason.LEFT);
    }

    private static byte[] byTheExchange(byte[] block) {
        return new String(block, StandardCharsets.UTF_8)
                .replaceFirst("^Event: HangupRequest", "Event: SoftHangupRequest")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Dequeued.Reason reason(List<byte[]> blocks) {
        return Scenario.understood(blocks, new Oddities()).stream()
                .filter(FromPbx.class::isInstance)
                .map(input -> ((FromPbx) input).event())
                .filter(Dequeued.class::isInstance)
                .map(event -> ((Dequeued) event).reason())
                .findFirst()
                .orElseThrow();
    }
}
