package org.santral.phones.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.santral.phones.sip.ClientTransaction;
import org.santral.phones.sip.ResponseListener;
import org.santral.phones.sip.SessionDescription;
import org.santral.phones.sip.SessionDescription.Flow;
import org.santral.phones.sip.SipMessage;

/// A call that this device made.
public final class OutgoingLeg extends Leg implements ResponseListener {
    private static final Duration PATIENCE_AFTER_CANCEL = Duration.ofSeconds(5);

    private @Nullable ClientTransaction invite;
    private boolean heard;
    private boolean givenUp;

    OutgoingLeg(Line line, Dialog dialog, Parties parties) {
        super(line, dialog, Direction.OUTGOING, parties);
    }

    /// Sends the INVITE, with what the caller's identity asks for beside From.
    void start() {
        Caller caller = snapshot().caller();
        SipMessage.Builder request = dialog.request("INVITE").header("Allow", ALLOW);
        if (caller.withheld()) {
            request.header("Privacy", "id");
        }
        String asserted = caller.asserted();
        if (asserted != null) {
            request.header("P-Asserted-Identity", "<" + line.uriOf(asserted) + ">");
        }
        request.body("application/sdp", audio.offer(Flow.SENDRECV));
        invite = line.request(request.build(), line.pbx(), this);
    }

    @Override
    public void answered(SipMessage response) {
        int status = response.status();
        if (status < 200) {
            progressed(response);
        } else if (status < 300) {
            succeeded(response);
        } else {
            end(givenUp ? EndCause.GIVEN_UP : EndCause.ofStatus(status), status, response.header("Reason"));
        }
    }

    private void progressed(SipMessage response) {
        int status = response.status();
        if (status > 100 && response.to().parameter("tag") != null) {
            dialog.confirm(response);
        }
        if (!heard) {
            heard = true;
            if (givenUp) {
                cancel(); // it could not be sent before the other side had been heard (RFC 3261 §9.1)
            }
        }
        if (status >= 180 && phase() == Phase.CALLING) {
            rings();
            saw(What.RINGING_THERE, "");
        }
    }

    private void succeeded(SipMessage response) {
        boolean first = phase() == Phase.CALLING || phase() == Phase.RINGING;
        if (first) {
            dialog.confirm(response);
        }
        line.send(dialog.acknowledgement(response), dialog.destination());
        if (!first) {
            return;
        }
        if (givenUp) {
            bye(); // the answer and the CANCEL met on the way
            end(EndCause.GIVEN_UP, 0, "");
        } else if (audio.accept(SessionDescription.parse(response.body()))) {
            connect();
        } else {
            bye();
            end(EndCause.REFUSED, 488, "no codec in common");
        }
    }

    @Override
    public void unanswered() {
        end(EndCause.LOST, 408, "no answer from " + line.pbx());
    }

    @Override
    public void hangUp() {
        if (phase() == Phase.CONNECTED) {
            bye();
            end(EndCause.HUNG_UP, 0, "");
        } else if (phase() != Phase.ENDED && !givenUp) {
            givenUp = true;
            if (heard) {
                cancel();
            }
            line.loop().after(PATIENCE_AFTER_CANCEL, this::leaves);
        }
    }

    /// Nobody told how it ended. Who has gone asks for no call any more either, or an exchange that comes back
    /// would be asked for one that nobody wants.
    private void leaves() {
        if (!heard && invite != null) {
            invite.abandon();
        }
        end(EndCause.GIVEN_UP, 0, "no answer to CANCEL");
    }

    private void cancel() {
        if (invite != null) {
            invite.cancel();
        }
    }
}
