package org.santral.phones.call;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.santral.phones.sip.SessionDescription;
import org.santral.phones.sip.SessionDescription.Flow;
import org.santral.phones.speech.Speech;

/// What both ends of a call have agreed on about speech, and the speech itself.
final class AudioSession {
    private final String host;
    private final Speech speech;
    private Flow wanted = Flow.SENDRECV;
    private int version;

    AudioSession(String host, Speech speech) {
        this.host = host;
        this.speech = speech;
    }

    String offer(Flow flow) {
        wanted = flow;
        return SessionDescription.offer(host, speech.port(), flow).text(++version);
    }

    /// The other side's answer to our offer. False when we have no codec in common.
    boolean accept(@Nullable SessionDescription answer) {
        if (answer == null || answer.codec() < 0) {
            return false;
        }
        // Speak only as far as we offered to and the other side wants to hear.
        speak(answer, wanted.sends() && answer.flow().mirrored().sends());
        return true;
    }

    /// Our answer to an offer; null when we have no codec in common.
    @Nullable
    String answer(SessionDescription offer) {
        if (offer.codec() < 0) {
            return null;
        }
        SessionDescription answer = offer.answer(host, speech.port(), wanted);
        speak(offer, answer.flow().sends());
        return answer.text(++version);
    }

    private void speak(SessionDescription other, boolean aloud) {
        speech.speakTo(
                aloud ? new InetSocketAddress(other.host(), other.port()) : null,
                other.codec() == SessionDescription.ALAW);
    }

    void press(String digits) {
        speech.press(digits);
    }

    Packets packets() {
        return new Packets(speech.sent(), speech.heard());
    }

    void close() {
        speech.close();
    }
}
