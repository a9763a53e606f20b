package org.santral.asterisk.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.asterisk.ami.AmiFramer;
import org.santral.asterisk.ami.Oddities;

/// The exchange of the tests answers as the real one did. Recorded at Asterisk 22: while people call, hold, hand
/// on, wait and park, the questions of a log-in are asked again and again.
class RecordedExchangeTest {
    private static final Path LISTS = Path.of("src/test/resources/lists");

    @ParameterizedTest
    @ValueSource(strings = {"talks-and-parking.ami", "on-hold.ami"})
    void itsListsAreThoseOfTheRealOne(String recording) throws IOException {
        var exchange = new RecordedExchange(new Random(1));
        List<Block> real = new ArrayList<>();
        int asked = 0;
        for (byte[] bytes : blocks(recording)) {
            Block block = Block.of(bytes);
            if (block.get("ActionID").isEmpty()) {
                exchange.take(block);
                continue;
            }
            real.add(block);
            if (block.event().equals("StatusComplete")) {
                List<Block> ours =
                        exchange.lists(Chain.STARTED).stream().map(Block::of).toList();
                assertThat(channels(ours)).as("asked %d times", asked).isEqualTo(channels(real));
                if (!bridges(real).isEmpty()) {
                    assertThat(bridges(ours)).isEqualTo(bridges(real));
                }
                assertThat(entries(ours)).isEqualTo(entries(real));
                real.clear();
                asked++;
            }
        }
        assertThat(asked).isPositive();
    }

    /// They are parked in one bridge of the exchange, and hear nobody: two callers in one parking lot were taken for
    /// one call, live and from the lists.
    @Test
    void twoWhoAreParkedStayTwoCalls() throws IOException {
        List<byte[]> blocks = blocks("talks-and-parking.ami");
        List<byte[]> before = blocks.subList(0, indexOf(blocks, "UnParkedCall"));
        var heard = new Chain();
        before.stream()
                .filter(bytes -> Block.of(bytes).get("ActionID").isEmpty())
                .forEach(heard::take);
        var asked = new Chain();
        asked.linkOpened(100);
        asked.takeAll(lastLists(before));

        for (Chain chain : List.of(heard, asked)) {
            var live = chain.switchboard.snapshot().calls().stream()
                    .filter(call ->
                            call.connections().getFirst().device().name().equals("PJSIP/trunk"))
                    .toList();
            assertThat(live).hasSize(2);
            assertThat(live)
                    .allSatisfy(call ->
                            assertThat(call.connections().getFirst().joined()).isFalse());
        }
    }

    private static int indexOf(List<byte[]> blocks, String event) {
        for (int i = 0; i < blocks.size(); i++) {
            if (Block.of(blocks.get(i)).event().equals(event)) {
                return i;
            }
        }
        throw new AssertionError("no " + event);
    }

    private static List<byte[]> lastLists(List<byte[]> blocks) {
        List<byte[]> lists = new ArrayList<>();
        for (byte[] bytes : blocks) {
            Block block = Block.of(bytes);
            if (block.get("ActionID").equals("santral-core")) {
                lists.clear();
            }
            if (!block.get("ActionID").isEmpty()) {
                lists.add(bytes);
            }
        }
        return lists;
    }

    private static List<byte[]> blocks(String recording) throws IOException {
        byte[] bytes = Files.readAllBytes(LISTS.resolve(recording));
        List<byte[]> blocks = new ArrayList<>();
        new AmiFramer(new Oddities()).feed(bytes, bytes.length, blocks::add);
        return blocks;
    }

    private static TreeSet<String> channels(List<Block> lists) {
        return said(lists, "Status", "Uniqueid", "ChannelState", "CallerIDNum", "Linkedid", "DNID", "BridgeID")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> bridges(List<Block> lists) {
        return said(lists, "BridgeListItem", "BridgeUniqueid", "BridgeTechnology", "BridgeNumChannels")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> entries(List<Block> lists) {
        return said(lists, "QueueEntry", "Queue", "Position", "Uniqueid")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> said(List<Block> lists, String event, String... headers) {
        return lists.stream().filter(block -> block.event().equals(event)).map(block -> {
            var line = new StringBuilder(block.get("Data").equals("(Outgoing Line)") ? "called" : "calls");
            for (String header : headers) {
                line.append(' ').append(block.get(header));
            }
            return line.append(' ').append(block.get("Variable")).toString();
        });
    }
}
