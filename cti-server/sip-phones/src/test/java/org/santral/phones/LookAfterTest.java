package org.santral.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.phones.call.Caller;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.Ending;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Room;
import org.santral.phones.call.What;

/// A call whose exchange has forgotten it, as after kill -9, must not keep a phone busy.
class LookAfterTest {
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.32.8.9\r\ns=-\r\nc=IN IP4 127.32.8.9\r\nt=0 0\r\n"
            + "m=audio 4000 RTP/AVP 8\r\na=sendrecv\r\n";

    private final Room room = Room.open("look-after", Duration.ofMillis(50));
    private Carrier carrier;
    private RawPeer exchange;

    @BeforeEach
    void plugIn() throws IOException {
        exchange = new RawPeer(PhoneBench.at(32, 8, 9), PhoneBench.at(32, 8, 3));
        carrier = new Carrier(room, PhoneBench.at(32, 8, 3), PhoneBench.at(32, 8, 9));
    }

    @AfterEach
    void unplug() {
        exchange.close();
        carrier.close();
        room.loop().close();
        assertThat(room.loop().failures()).isZero();
    }

    private static String header(String message, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ": (.*?)\r?$").matcher(message);
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    private void answer(String request, String status, String more) throws IOException {
        String tag = header(request, "To").contains("tag=") ? "" : ";tag=theirs";
        exchange.say("SIP/2.0 " + status + "\r\nVia: " + header(request, "Via") + "\r\nFrom: "
                + header(request, "From") + "\r\nTo: " + header(request, "To") + tag + "\r\nCall-ID: "
                + header(request, "Call-ID") + "\r\nCSeq: " + header(request, "CSeq") + "\r\nContact: <sip:x@%s>\r\n"
                + more);
    }

    @Test
    void aCallThatIsKnownGoesOnAndOneThatIsForgottenEnds() throws IOException {
        carrier.call(Caller.of("02112345678", ""), "02188880000");
        answer(exchange.hear("INVITE "), "200 OK", "Content-Type: application/sdp\r\n\r\n" + SDP);
        answer(exchange.hear("OPTIONS "), "200 OK", "\r\n");

        String again = exchange.hear("OPTIONS ");
        assertThat(carrier.calls()).extracting(PhoneCall::endCause).containsExactly((EndCause) null);
        answer(again, "481 Call/Transaction Does Not Exist", "\r\n");

        assertThat(room.truth()
                        .await("lost", Duration.ofSeconds(5), seen -> seen.what() == What.ENDED)
                        .call()
                        .progress()
                        .ending())
                .extracting(Ending::cause, Ending::status)
                .containsExactly(EndCause.LOST, 481);
    }
}
