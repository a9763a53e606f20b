package org.santral.asterisk.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.translate.Scenario;

/// The link is lost and comes back, at every point of every recording.
class LinkLostTest {

    static Stream<Scenario> recordings() throws IOException {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whereNothingWasMissedNothingChanges(Scenario recording) {
        List<byte[]> blocks = recording.blocks(new Oddities());
        var chain = new Chain();
        var exchange = new RecordedExchange(new Random(1));
        for (int at = 0; at < blocks.size(); at++) {
            chain.take(blocks.get(at));
            exchange.take(Block.of(blocks.get(at)));
            if (saysNothingOfCalls(blocks.get(at)) || exchange.inTransition()) {
                continue;
            }
            Standing before = Standing.of(chain);
            chain.comesBackTo(exchange);
            assertThat(Standing.of(chain)).as("after %s", told(blocks, at)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whoJoinsInMidCallSeesWhatStands(Scenario recording) {
        List<byte[]> blocks = recording.blocks(new Oddities());
        var whole = new Chain();
        var exchange = new RecordedExchange(new Random(1));
        for (int at = 0; at < blocks.size(); at++) {
            whole.take(blocks.get(at));
            exchange.take(Block.of(blocks.get(at)));
            if (saysNothingOfCalls(blocks.get(at)) || exchange.inTransition() || exchange.somebodyMetElsewhere()) {
                continue;
            }
            var late = new Chain();
            late.linkOpened(100);
            late.takeAll(exchange.lists(Chain.STARTED));
            Standing stands = Standing.of(whole).withHoldsOf(exchange);
            assertThat(Standing.of(late).withHoldsOf(exchange))
                    .as("after %s", told(blocks, at))
                    .isEqualTo(stands);
        }
    }

    private static final Set<String> OF_CALLS = Set.of(
            "Newchannel",
            "Newstate",
            "DialBegin",
            "DialEnd",
            "BridgeEnter",
            "BridgeLeave",
            "Hold",
            "Unhold",
            "QueueCallerJoin",
            "QueueCallerLeave",
            "BlindTransfer",
            "AttendedTransfer",
            "Hangup");

    private static boolean saysNothingOfCalls(byte[] block) {
        return !OF_CALLS.contains(Block.of(block).event());
    }

    private static String told(List<byte[]> blocks, int at) {
        var last = new ArrayList<String>();
        for (int i = Math.max(0, at - 4); i <= at; i++) {
            Block block = Block.of(blocks.get(i));
            last.add(block.event() + " " + block.get("Channel") + ">" + block.get("DestChannel"));
        }
        return at + " " + last;
    }
}
