package org.santral.phones.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.santral.phones.loop.Alarm;

/// A request on its way: retransmitted until something comes back, a failed INVITE acknowledged (RFC 3261
/// §17.1).
public final class ClientTransaction {
    private final SipEndpoint endpoint;
    private final SipMessage request;
    private final InetSocketAddress to;
    private final ResponseListener listener;
    private Duration interval = SipTimers.T1;
    private @Nullable Alarm retransmission;
    private final Alarm giveUp;
    private boolean finished;

    ClientTransaction(SipEndpoint endpoint, SipMessage request, InetSocketAddress to, ResponseListener listener) {
        this.endpoint = endpoint;
        this.request = request;
        this.to = to;
        this.listener = listener;
        endpoint.send(request, to);
        retransmission = endpoint.loop().after(interval, this::retransmit);
        giveUp = endpoint.loop().after(SipTimers.GIVE_UP, this::expire);
    }

    private boolean isInvite() {
        return request.method().equals("INVITE");
    }

    private void retransmit() {
        endpoint.send(request, to);
        interval = SipTimers.next(interval, isInvite());
        retransmission = endpoint.loop().after(interval, this::retransmit);
    }

    private void expire() {
        stopRetransmitting();
        endpoint.forget(this);
        listener.unanswered();
    }

    void received(SipMessage response) {
        giveUp.callOff();
        if (isInvite() || response.status() >= 200) {
            stopRetransmitting();
        }
        boolean failedInvite = isInvite() && response.status() >= 300;
        if (failedInvite) {
            endpoint.send(acknowledgement(response), to);
        }
        boolean first = !finished;
        if (response.status() >= 200 && first) {
            finished = true;
            endpoint.loop().after(SipTimers.GIVE_UP, () -> endpoint.forget(this));
        }
        boolean repeatedSuccess = isInvite() && response.status() >= 200 && !failedInvite;
        if (first || repeatedSuccess) {
            listener.answered(response);
        }
    }

    private SipMessage acknowledgement(SipMessage failure) {
        return SipMessage.request("ACK", request.uri())
                .header("Via", request.header("Via"))
                .header("Max-Forwards", "70")
                .header("From", request.header("From"))
                .header("To", failure.header("To"))
                .header("Call-ID", request.callId())
                .header("CSeq", request.sequence() + " ACK")
                .build();
    }

    private void stopRetransmitting() {
        if (retransmission != null) {
            retransmission.callOff();
        }
    }

    /// Sends CANCEL for this INVITE; the answer to the INVITE itself still comes.
    public void cancel() {
        SipMessage cancel = SipMessage.request("CANCEL", request.uri())
                .header("Via", request.header("Via"))
                .header("Max-Forwards", "70")
                .header("From", request.header("From"))
                .header("To", request.header("To"))
                .header("Call-ID", request.callId())
                .header("CSeq", request.sequence() + " CANCEL")
                .build();
        endpoint.request(cancel, to, ResponseListener.INDIFFERENT);
    }

    /// It is said no more, and an answer that comes all the same is nobody's.
    public void abandon() {
        giveUp.callOff();
        stopRetransmitting();
        endpoint.forget(this);
    }

    String key() {
        return SipEndpoint.key(request.branch(), request.method());
    }
}
