package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.asterisk.ami.Oddities;
import org.santral.pbx.PbxEvent.Offered;
import org.santral.switchboard.Input.FromPbx;

/// Keys of a call ask a colleague through a Local channel that dials in a thread of its own. On a busy machine the
/// colleague is dialled before the asking phone has come to the bridge where it waits, or even before it has left the
/// caller's. Seen on the whole line; here the blocks of a recording are put into those orders.
class AskedBeforeTheBridgeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BridgeEnter PJSIP/1001 second",
                "BridgeLeave PJSIP/1001 first",
                "BridgeEnter Local/1002@from-internal first"
            })
    void whoAsksIsKnownWhereverTheDialComes(String before) {
        List<byte[]> blocks = Scenario.named("incoming-attended-by-keys").blocks(new Oddities());

        assertThat(lastOffer(earlier(blocks, before))).isEqualTo(lastOffer(blocks));
        assertThat(lastOffer(blocks).by()).isNotNull();
    }

    /// The colleague's new channel, what is said of it and the dial, put before the named block.
    private static List<byte[]> earlier(List<byte[]> blocks, String before) {
        String[] wanted = before.split(" ");
        int seen = wanted[2].equals("first") ? 1 : 2;
        int to = -1;
        for (int i = 0; i < blocks.size() && to < 0; i++) {
            to = is(blocks.get(i), wanted[0], wanted[1]) && --seen == 0 ? i : -1;
        }
        int from = first(blocks, "Newchannel", "PJSIP/1002");
        int dialled = first(blocks, "DialBegin", "PJSIP/1002");
        assertThat(to).as(before).isPositive().isLessThan(from);
        List<byte[]> moved = new ArrayList<>(blocks);
        List<byte[]> part = new ArrayList<>(moved.subList(from, dialled + 1));
        moved.subList(from, dialled + 1).clear();
        moved.addAll(to, part);
        return moved;
    }

    private static int first(List<byte[]> blocks, String event, String channel) {
        for (int i = 0; i < blocks.size(); i++) {
            if (is(blocks.get(i), event, channel)) {
                return i;
            }
        }
        throw new AssertionError("no " + event + " of " + channel);
    }

    private static boolean is(byte[] block, String event, String channel) {
        String text = new String(block, StandardCharsets.UTF_8);
        return text.startsWith("Event: " + event + "\r\n")
                && text.contains((event.equals("DialBegin") ? "DestChannel: " : "Channel: ") + channel);
    }

    private static Offered lastOffer(List<byte[]> blocks) {
        return Scenario.understood(blocks, new Oddities()).stream()
                .filter(FromPbx.class::isInstance)
                .map(input -> ((FromPbx) input).event())
                .filter(Offered.class::isInstance)
                .map(Offered.class::cast)
                .toList()
                .getLast();
    }
}
