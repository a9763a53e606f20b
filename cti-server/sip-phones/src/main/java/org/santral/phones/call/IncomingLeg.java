package org.santral.phones.call;

import java.time.Duration;
import org.santral.phones.sip.NameAddress;
import org.santral.phones.sip.ServerTransaction;
import org.santral.phones.sip.SessionDescription;
import org.santral.phones.sip.SessionDescription.Flow;
import org.santral.phones.sip.SipMessage;

/// A call that came to this device.
public final class IncomingLeg extends Leg {
    /// Nothing rings for ever, not even when the exchange that should stop it is gone.
    private static final Duration LONGEST_RINGING = Duration.ofMinutes(4);

    private final ServerTransaction invite;
    private boolean drops;

    IncomingLeg(Line line, ServerTransaction invite) {
        super(
                line,
                Dialog.incoming(line.endpoint(), invite.request()),
                Direction.INCOMING,
                new Parties(Caller.of(invite.request()), dialled(invite.request())));
        this.invite = invite;
        invite.onCancel(this::cancelled);
    }

    private static String dialled(SipMessage invite) {
        return NameAddress.parse("<" + invite.uri() + ">").user();
    }

    public void ring() {
        invite.respond(
                invite.request().response(180, "Ringing").header("Contact", dialog.contact()), dialog.localTag());
        rings();
        saw(What.RANG, "");
        line.loop().after(LONGEST_RINGING, () -> {
            if (phase() == Phase.RINGING) {
                refuse(480, "Rang Too Long");
            }
        });
    }

    /// As a slow phone does: rings after this delay, and takes note that it was cancelled after the same delay, so
    /// that it may ring for nobody in between.
    public void ringLate(Duration delay) {
        invite.respond(100, "Trying", dialog.localTag());
        invite.onCancel(cancel -> line.loop().after(delay, () -> {
            if (!invite.isAnswered()) {
                cancelled(cancel);
            }
        }));
        line.loop().after(delay, () -> {
            if (phase() == Phase.CALLING) {
                ring();
            }
        });
    }

    /// Answers; nothing happens to a call that does not ring (any more).
    public void answer() {
        if (phase() != Phase.RINGING && phase() != Phase.CALLING) {
            return;
        }
        SipMessage request = invite.request();
        SessionDescription offer = SessionDescription.parse(request.body());
        String body = offer == null ? audio.offer(Flow.SENDRECV) : audio.answer(offer);
        if (body == null) {
            refuse(488, "Not Acceptable Here");
            return;
        }
        invite.respond(
                request.response(200, "OK")
                        .header("Contact", dialog.contact())
                        .header("Allow", ALLOW)
                        .body("application/sdp", body),
                dialog.localTag());
        awaitAcknowledgement(invite);
        connect();
    }

    /// Answers, and hangs up as soon as the other side knows: nobody gets to say a word.
    public void answerAndDrop() {
        drops = true;
        answer();
    }

    @Override
    void answerTaken() {
        if (drops) {
            hangUp();
        }
    }

    /// Sends the caller on to another number of the exchange, without having rung (RFC 3261 §8.1.3.4).
    public void forward(String number) {
        if (!invite.isAnswered()) {
            invite.respond(
                    invite.request()
                            .response(302, "Moved Temporarily")
                            .header("Contact", "<" + line.uriOf(number) + ">"),
                    dialog.localTag());
            end(EndCause.FORWARDED, 302, number);
        }
    }

    public void refuse(int status, String reason) {
        if (!invite.isAnswered()) {
            invite.respond(status, reason, dialog.localTag());
            end(EndCause.ofStatus(status), status, reason);
        }
    }

    /// No BYE before the ACK of the answer (RFC 3261 §15): who answers and hangs up at once hangs up when the other
    /// side knows of the answer.
    @Override
    public void hangUp() {
        switch (phase()) {
            case CALLING, RINGING -> refuse(603, "Decline");
            case CONNECTED -> {
                if (awaitsAcknowledgement()) {
                    drops = true;
                } else {
                    bye();
                    end(EndCause.HUNG_UP, 0, "");
                }
            }
            case ENDED -> {}
        }
    }

    /// Asterisk says in a Reason header when another phone of the group has answered: `Q.850;cause=26`.
    private void cancelled(SipMessage cancel) {
        invite.respond(487, "Request Terminated", dialog.localTag());
        String reason = cancel.header("Reason");
        boolean elsewhere = reason.contains("cause=26") || reason.contains("cause=200");
        end(elsewhere ? EndCause.ANSWERED_ELSEWHERE : EndCause.GIVEN_UP, 487, reason);
    }
}
