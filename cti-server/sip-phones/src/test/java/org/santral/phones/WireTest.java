package org.santral.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.Phase;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.What;

/// What a phone says and hears on the wire, as a PBX would see it.
class WireTest {
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.32.9.9\r\ns=-\r\nc=IN IP4 127.32.9.9\r\nt=0 0\r\n"
            + "m=audio 4000 RTP/AVP 0 101\r\na=sendrecv\r\n";

    private final TwoPhones phones = new TwoPhones();
    private RawPeer pbx;

    @BeforeEach
    void plugIn() throws IOException {
        pbx = new RawPeer(PhoneBench.at(32, 9, 9), PhoneBench.at(32, 9, 1));
    }

    @AfterEach
    void unplug() {
        pbx.close();
        phones.close();
        assertThat(phones.room.loop().failures()).isZero();
    }

    private void say(String method, String branch, String to, String more) throws IOException {
        String cseq = method.equals("ACK") || method.equals("CANCEL") || method.equals("INVITE") ? "1" : "2";
        pbx.say((method + " sip:1001@127.32.9.1 SIP/2.0\r\nVia: SIP/2.0/UDP %s;branch=z9hG4bK" + branch
                + "\r\nFrom: \"Line\" <sip:0211@%s>;tag=theirs\r\nTo: <sip:1001@127.32.9.1>" + to
                + "\r\nCall-ID: one\r\nCSeq: " + cseq + " " + method + "\r\nContact: <sip:pbx@%s>\r\n" + more));
    }

    private void invite() throws IOException {
        say("INVITE", "a", "", "Content-Type: application/sdp\r\n\r\n" + SDP);
    }

    private static String tagOf(String response) {
        Matcher tag = Pattern.compile("To: .*;tag=(\\w+)").matcher(response);
        assertThat(tag.find()).isTrue();
        return ";tag=" + tag.group(1);
    }

    @Test
    void aRepeatedInviteRingsOnceAndHearsTheSameAnswer() throws IOException {
        invite();
        String first = pbx.hear("SIP/2.0 180 Ringing");
        invite();
        assertThat(pbx.hear("SIP/2.0 180")).isEqualTo(first);
        assertThat(phones.sara.calls()).hasSize(1);
    }

    @Test
    void talkInsideTheDialogAnswersThatCall() throws IOException {
        invite();
        String tag = tagOf(pbx.hear("SIP/2.0 180"));
        say("NOTIFY", "b", tag, "Event: talk\r\n\r\n");
        String answer = pbx.hear("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.32.9.9:5060;branch=z9hG4bKa");
        assertThat(answer).contains("m=audio ").contains("RTP/AVP 0 101").contains("CSeq: 1 INVITE");
        say("ACK", "c", tag, "\r\n");
        assertThat(phones.await("1001", What.ANSWERED).call().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void talkOutsideAnyDialogAnswersWhatRingsAndSaysWhenNothingDoes() throws IOException {
        say("NOTIFY", "n1", "", "Event: talk\r\n\r\n");
        assertThat(pbx.hear("SIP/2.0 ")).startsWith("SIP/2.0 480");
        invite();
        String tag = tagOf(pbx.hear("SIP/2.0 180"));
        pbx.say("NOTIFY sip:1001@127.32.9.1 SIP/2.0\r\nv: SIP/2.0/UDP %s;branch=z9hG4bKn2\r\nf: <sip:pbx@%s>;tag=x\r\n"
                + "t: <sip:1001@127.32.9.1>\r\ni: two\r\nCSeq: 7 NOTIFY\r\no: talk\r\nl: 0\r\n\r\n");
        phones.await("1001", What.ANSWERED);
        say("ACK", "c", tag, "\r\n");
        say("NOTIFY", "n3", "", "Event: hold\r\n\r\n");
        assertThat(pbx.hear("INVITE ")).contains("a=sendonly");
    }

    @Test
    void aSuccessIsRepeatedUntilItIsAcknowledged() throws IOException {
        invite();
        String tag = tagOf(pbx.hear("SIP/2.0 180"));
        phones.sara.answer();
        String first = pbx.hear("SIP/2.0 200");
        assertThat(pbx.hear("SIP/2.0 200")).isEqualTo(first);
        say("ACK", "c", tag, "\r\n");
        say("BYE", "d", tag, "Reason: Q.850;cause=16\r\n\r\n");
        assertThat(pbx.hear("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.32.9.9:5060;branch=z9hG4bKd"))
                .contains("CSeq: 2 BYE");
        assertThat(phones.await("1001", What.ENDED).call().endCause()).isEqualTo(EndCause.CLEARED_BY_OTHER);
    }

    @Test
    void whoAnswersAndHangsUpAtOnceSaysByeAfterTheAck() throws IOException {
        invite();
        String tag = tagOf(pbx.hear("SIP/2.0 180"));
        phones.sara.answer();
        phones.sara.hangUp();
        pbx.hear("SIP/2.0 200");
        assertThat(phones.await("1001", What.ANSWERED).call().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(phones.saw("1001", What.ENDED)).isFalse();

        say("ACK", "c", tag, "\r\n");

        pbx.hear("BYE ");
        assertThat(phones.await("1001", What.ENDED).call().endCause()).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void aCallAnsweredElsewhereIsToldFromOneGivenUp() throws IOException {
        invite();
        pbx.hear("SIP/2.0 180");
        say("CANCEL", "a", "", "Reason: Q.850;cause=26\r\n\r\n");
        assertThat(pbx.hear("SIP/2.0 200")).contains("CSeq: 1 CANCEL");
        assertThat(pbx.hear("SIP/2.0 487")).contains("CSeq: 1 INVITE");
        say("ACK", "a", ";tag=any", "\r\n");
        assertThat(phones.await("1001", What.ENDED).call().endCause()).isEqualTo(EndCause.ANSWERED_ELSEWHERE);
    }

    @Test
    void optionsAreAnsweredAndStrangeMethodsRefused() throws IOException {
        say("OPTIONS", "o", "", "\r\n");
        assertThat(pbx.hear("SIP/2.0 200")).contains("Allow: INVITE");
        say("SUBSCRIBE", "s", "", "\r\n");
        pbx.hear("SIP/2.0 405");
        say("BYE", "y", ";tag=nobody", "\r\n");
        pbx.hear("SIP/2.0 481");
    }

    @Test
    void anUpdateMayChangeTheNameOrTheSpeech() throws IOException {
        invite();
        String tag = tagOf(pbx.hear("SIP/2.0 180"));
        phones.sara.answer();
        pbx.hear("SIP/2.0 200");
        say("ACK", "c", tag, "\r\n");
        say("UPDATE", "u", tag, "P-Asserted-Identity: \"Other\" <sip:0219@127.32.9.9>\r\n\r\n");
        pbx.hear("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.32.9.9:5060;branch=z9hG4bKu");
        assertThat(phones.await("1001", What.RENAMED).detail()).isEqualTo("0219");
        String held = "Content-Type: application/sdp\r\n\r\n" + SDP.replace("sendrecv", "sendonly");
        say("UPDATE", "v", tag, held);
        assertThat(pbx.hear("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.32.9.9:5060;branch=z9hG4bKv"))
                .contains("a=recvonly");
        phones.await("1001", What.HELD_BY_OTHER);
    }

    @Test
    void aTransferIsAskedForAndThePhoneLeavesWhenItIsDone() throws IOException {
        invite();
        String tag = tagOf(pbx.hear("SIP/2.0 180"));
        phones.sara.answer();
        pbx.hear("SIP/2.0 200");
        say("ACK", "c", tag, "\r\n");
        phones.sara.transfer("1002");
        String refer = pbx.hear("REFER ");
        assertThat(refer).contains("Refer-To: <sip:1002@127.32.9.2:5060>");
        say("NOTIFY", "r1", tag, "Event: refer;id=2\r\nContent-Type: message/sipfrag\r\n\r\nSIP/2.0 200 OK\r\n");
        pbx.hear("BYE ");
        assertThat(phones.await("1001", What.ENDED).call().endCause()).isEqualTo(EndCause.TRANSFERRED);
    }

    @Test
    void aCallOnHoldIsJoinedWithOneThatStillRings() throws IOException {
        invite();
        String tag = tagOf(pbx.hear("SIP/2.0 180"));
        phones.sara.answer();
        pbx.hear("SIP/2.0 200");
        say("ACK", "c", tag, "\r\n");
        assertThat(phones.sara.completeTransfer()).as("nobody has been dialled").isFalse();
        phones.sara.dial("1002");
        phones.await(
                "1001 hears it ring",
                seen -> seen.is("1001", What.RINGING_THERE)
                        && seen.call().parties().dialled().equals("1002"));

        assertThat(phones.sara.completeTransfer()).isTrue();
        String consultation = phones.sara.calls().getLast().id().replace("@", "%40");
        assertThat(pbx.hear("REFER "))
                .contains("?Replaces=" + consultation + "%3Bto-tag%3D")
                .doesNotContain("to-tag%3D%3B");
    }

    @Test
    void keysThatArePressedAreTelephoneEventsInTheirOrder() throws IOException {
        try (DatagramSocket ear = new DatagramSocket(0, InetAddress.getByName("127.32.9.9"))) {
            ear.setSoTimeout(5_000);
            String sdp = SDP.replaceFirst("m=audio \\d+", "m=audio " + ear.getLocalPort());
            say("INVITE", "a", "", "Content-Type: application/sdp\r\n\r\n" + sdp);
            String tag = tagOf(pbx.hear("SIP/2.0 180"));
            phones.sara.answer();
            pbx.hear("SIP/2.0 200");
            say("ACK", "c", tag, "\r\n");

            assertThat(phones.sara.press("*2")).isTrue();
            assertThat(phones.await("1001", What.PRESSED).detail()).isEqualTo("*2");

            assertThat(Stream.generate(() -> keyOf(hear(ear)))
                            .filter(key -> !key.isEmpty())
                            .distinct()
                            .limit(2))
                    .containsExactly("event 10 ended after 800 samples", "event 2 ended after 800 samples");
        }
    }

    private static ByteBuffer hear(DatagramSocket ear) {
        DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
        try {
            ear.receive(packet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    }

    /// The end of a key as RFC 4733 tells it; empty when the packet tells none.
    private static String keyOf(ByteBuffer packet) {
        boolean ends = (packet.get(1) & 0x7F) == 101 && (packet.get(13) & 0x80) != 0;
        return ends ? "event " + packet.get(12) + " ended after " + packet.getShort(14) + " samples" : "";
    }

    @Test
    void rubbishIsPassedOver() throws IOException {
        pbx.say("\r\n\r\n");
        pbx.say(new byte[] {0, 1, 2, (byte) 0xE9, 13, 10, 13, 10});
        pbx.say("INVITE sip:1001@127.32.9.1 SIP/2.0\r\nVia: x\r\nCSeq: one INVITE\r\n\r\n");
        say("INVITE", "i", "", "Content-Type: application/sdp\r\n\r\nm=audio none\r\n");
        pbx.hear("SIP/2.0 180");
        assertThat(phones.sara.calls()).extracting(PhoneCall::phase).containsExactly(Phase.RINGING);
    }
}
