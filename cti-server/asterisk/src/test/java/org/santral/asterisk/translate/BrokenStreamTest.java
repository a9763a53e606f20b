package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.asterisk.ami.AmiFramer;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Oddity;
import org.santral.lines.Lines;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Input;

/// Traffic in pieces, forged, repeated and far too long. What lines do to whole recordings stands in
/// `UnhappyStreamsTest`.
class BrokenStreamTest {
    private static final Scenario CALL = Scenario.ofAnotherDialplan("queue-answered");

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
