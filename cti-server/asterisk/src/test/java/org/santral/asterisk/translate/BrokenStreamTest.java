package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.santral.asterisk.ami.AmiFramer;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Oddity;
import org.santral.lines.Lines;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Input;

/// Recorded traffic, damaged: whatever comes, nothing is thrown, nothing is told twice, and a cleared
/// connection stays so.
class BrokenStreamTest {
    private static final Scenario CALL = Scenario.named("queue-answered");

    @Test
    void whereverTheReadsEndTheMessagesAreTheSame() {
        byte[] recording = CALL.recording();
        List<String> whole = CALL.lines();
        for (int size : new int[] {1, 2, 3, 4, 5, 7, 64, 1000, 65_536}) {
            Oddities oddities = new Oddities();
            AmiFramer framer = new AmiFramer(oddities);
            List<byte[]> blocks = new ArrayList<>();
            for (int at = 0; at < recording.length; at += size) {
                int count = Math.min(size, recording.length - at);
                byte[] part = new byte[count];
                System.arraycopy(recording, at, part, 0, count);
                framer.feed(part, count, blocks::add);
            }
            assertThat(Scenario.understood(blocks, oddities).stream().map(Lines::write))
                    .as("reads of %d bytes", size)
                    .containsExactlyElementsOf(whole);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedTrafficBreaksNothing(int seed) {
        Random random = new Random(seed);
        Oddities oddities = new Oddities();
        List<byte[]> blocks = new ArrayList<>(CALL.blocks(oddities));
        for (int i = 0; i < 30; i++) {
            int at = random.nextInt(blocks.size() - 1);
            switch (random.nextInt(5)) {
                case 0 -> blocks.add(at, blocks.get(at));
                case 1 -> blocks.remove(at);
                case 2 -> Collections.swap(blocks, at, at + 1);
                case 3 -> blocks.set(at, cut(blocks.get(at), random));
                default -> blocks.add(Math.min(at + random.nextInt(10), blocks.size()), blocks.get(at));
            }
        }
        consistent(Scenario.understood(blocks, oddities));
    }

    private static byte[] cut(byte[] block, Random random) {
        byte[] part = new byte[random.nextInt(block.length)];
        System.arraycopy(block, 0, part, 0, part.length);
        return part;
    }

    private static void consistent(List<Input> inputs) {
        Set<ConnectionId> told = new HashSet<>();
        Set<ConnectionId> cleared = new HashSet<>();
        Map<ConnectionId, Integer> deliveries = new HashMap<>();
        for (Input input : inputs) {
            if (!(input instanceof Input.FromPbx from) || !(from.event() instanceof PbxEvent.OfConnection event)) {
                continue;
            }
            ConnectionId connection = event.connection();
            assertThat(cleared).as("nothing after the end: %s", event).doesNotContain(connection);
            switch (event) {
                case PbxEvent.Originated originated ->
                    assertThat(told.add(connection)).isTrue();
                case PbxEvent.Offered offered ->
                    assertThat(told.add(connection)).isTrue();
                case PbxEvent.ConnectionCleared end -> cleared.add(connection);
                case PbxEvent.Delivered rings ->
                    assertThat(deliveries.merge(connection, 1, Integer::sum)).isOne();
                default -> assertThat(told).as("introduced: %s", event).contains(connection);
            }
        }
    }

    @Test
    void aCallerNumberThatForgesAnEventEndsNoOtherCall() {
        Oddities oddities = new Oddities();
        List<Input> inputs = new ArrayList<>();
        AsteriskTranslator translator = new AsteriskTranslator(new PbxId("pbx1"), oddities, inputs::add);
        feed(translator, channel("Newchannel", "PJSIP/trunk-00000001", "4", "0211", "1795286190.1", ""));
        feed(
                translator,
                channel(
                        "Newchannel",
                        "PJSIP/trunk-00000002",
                        "4",
                        "1\r\n\r\nEvent: Hangup\r\nUniqueid: 1795286190.1\r\nCause: 16\r\n\r\n",
                        "1795286190.2",
                        ""));
        assertThat(inputs).filteredOn(input -> cleared(input)).isEmpty();
        assertThat(oddities.of(Oddity.TAINTED)).isEqualTo(2);
        feed(translator, channel("Hangup", "PJSIP/trunk-00000001", "6", "0211", "1795286190.1", "Cause: 16\r\n"));
        assertThat(inputs).filteredOn(input -> cleared(input)).hasSize(1);
    }

    @Test
    void aCallerNumberThatForgesAHeaderIsNotBelieved() {
        Oddities oddities = new Oddities();
        List<Input> inputs = new ArrayList<>();
        AsteriskTranslator translator = new AsteriskTranslator(new PbxId("pbx1"), oddities, inputs::add);
        feed(translator, channel("Newchannel", "PJSIP/trunk-00000001", "4", "0211", "1795286190.1", ""));
        feed(
                translator,
                channel(
                        "Hangup",
                        "PJSIP/trunk-00000002",
                        "4",
                        "1\r\nUniqueid: 1795286190.1",
                        "1795286190.2",
                        "Cause: 16\r\n"));
        assertThat(inputs).filteredOn(input -> cleared(input)).isEmpty();
        assertThat(inputs)
                .last()
                .isInstanceOfSatisfying(
                        Input.FromPbx.class, input -> assertThat(input.event()).isInstanceOf(PbxEvent.Tainted.class));
    }

    @Test
    void strangersDuplicatesAndStragglersAreCountedAndChangeNothing() {
        Oddities oddities = new Oddities();
        List<Input> inputs = new ArrayList<>();
        AsteriskTranslator translator = new AsteriskTranslator(new PbxId("pbx1"), oddities, inputs::add);
        feed(translator, channel("Hangup", "PJSIP/1001-00000009", "6", "1001", "1795286190.9", "Cause: 16\r\n"));
        feed(translator, channel("Newchannel", "PJSIP/trunk-00000001", "4", "0211", "1795286190.1", ""));
        feed(translator, channel("Newchannel", "PJSIP/trunk-00000001", "4", "0211", "1795286190.1", ""));
        feed(translator, channel("Hangup", "PJSIP/trunk-00000001", "6", "0211", "1795286190.1", "Cause: 16\r\n"));
        feed(translator, channel("NewConnectedLine", "PJSIP/trunk-00000001", "6", "0211", "1795286190.1", ""));
        feed(translator, channel("Newstate", "PJSIP/trunk-00000001", "6", "0211", "1795286190.1", ""));
        feed(translator, "Event: SomethingNew\r\nPrivilege: call,all\r\n\r\n");
        assertThat(inputs).hasSize(2);
        assertThat(oddities.of(Oddity.UNKNOWN_CHANNEL)).isEqualTo(1);
        assertThat(oddities.of(Oddity.DUPLICATE)).isEqualTo(1);
        assertThat(oddities.of(Oddity.LATE)).isEqualTo(1);
        assertThat(oddities.of(Oddity.UNKNOWN_EVENT)).isEqualTo(1);
    }

    @Test
    void aHugeMessageIsPassedOverAndTheNextOneIsRead() {
        Oddities oddities = new Oddities();
        AmiFramer framer = new AmiFramer(oddities);
        List<byte[]> blocks = new ArrayList<>();
        byte[] filler = new byte[1 << 20];
        java.util.Arrays.fill(filler, (byte) 'x');
        for (int i = 0; i < 100; i++) {
            framer.feed(filler, filler.length, blocks::add);
        }
        byte[] rest = "\r\n\r\nEvent: Hangup\r\nCause: 16\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        framer.feed(rest, rest.length, blocks::add);
        assertThat(blocks).hasSize(1);
        assertThat(new AmiMessage(blocks.getFirst(), Scenario.RECEIVED).event()).isEqualTo("Hangup");
        assertThat(oddities.of(Oddity.OVERSIZED)).isEqualTo(1);
    }

    private static boolean cleared(Input input) {
        return input instanceof Input.FromPbx from && from.event() instanceof PbxEvent.ConnectionCleared;
    }

    private static void feed(AsteriskTranslator translator, String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        new AmiFramer(new Oddities())
                .feed(bytes, bytes.length, block -> translator.take(new AmiMessage(block, Scenario.RECEIVED)));
    }

    private static String channel(
            String event, String name, String state, String number, String uniqueid, String more) {
        return "Event: " + event + "\r\nPrivilege: call,all\r\nTimestamp: 1795286190.340099\r\nChannel: " + name
                + "\r\nChannelState: " + state + "\r\nChannelStateDesc: x\r\nCallerIDNum: " + number
                + "\r\nCallerIDName: n\r\nConnectedLineNum: <unknown>\r\nConnectedLineName: <unknown>\r\nLanguage: en"
                + "\r\nAccountCode: \r\nContext: from-trunk\r\nExten: 5001\r\nPriority: 1\r\nUniqueid: " + uniqueid
                + "\r\nLinkedid: " + uniqueid + "\r\n" + more + "\r\n";
    }
}
