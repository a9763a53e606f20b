package org.santral.phones.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.phones.loop.Alarm;

/// A request that came in, and what was answered: repeated when the request is, and, for an INVITE, until the
/// ACK (RFC 3261 §17.2, §13.3.1.4).
public final class ServerTransaction {
    private final SipEndpoint endpoint;
    private final SipMessage request;
    private final InetSocketAddress source;
    private @Nullable SipMessage last;
    private Duration interval = SipTimers.T1;
    private @Nullable Alarm retransmission;
    private @Nullable Alarm giveUp;
    private Consumer<SipMessage> onCancel = cancel -> {};
    private Runnable onLost = () -> {};

    ServerTransaction(SipEndpoint endpoint, SipMessage request, InetSocketAddress source) {
        this.endpoint = endpoint;
        this.request = request;
        this.source = source;
    }

    public SipMessage request() {
        return request;
    }

    /// For an INVITE: what to do when the caller takes it back before it was answered.
    public void onCancel(Consumer<SipMessage> what) {
        onCancel = what;
    }

    /// For an INVITE: what to do when its success is never acknowledged.
    public void onLost(Runnable what) {
        onLost = what;
    }

    public void respond(int status, String reason, String tag) {
        respond(request.response(status, reason), tag);
    }

    public void respond(SipMessage.Builder response, String tag) {
        SipMessage message = response.buildWithToTag(tag);
        if (isAnswered()) {
            throw new IllegalStateException("answered already: " + last + ", now " + message);
        }
        last = message;
        endpoint.send(message, source);
        if (message.status() < 200) {
            return;
        }
        if (request.method().equals("INVITE")) {
            retransmission = endpoint.loop().after(interval, this::retransmit);
            giveUp = endpoint.loop().after(SipTimers.GIVE_UP, this::expire);
        } else {
            forgetLater();
        }
    }

    public boolean isAnswered() {
        return last != null && last.status() >= 200;
    }

    private void retransmit() {
        repeatLast();
        interval = SipTimers.next(interval, false);
        retransmission = endpoint.loop().after(interval, this::retransmit);
    }

    private void expire() {
        boolean success = last != null && last.status() < 300;
        stop();
        endpoint.forget(this);
        if (success) {
            onLost.run();
        }
    }

    void repeatLast() {
        if (last != null) {
            endpoint.send(last, source);
        }
    }

    void cancelled(SipMessage cancel) {
        if (!isAnswered()) {
            onCancel.accept(cancel);
        }
    }

    /// The ACK is there: no more repetition.
    public void acknowledged() {
        stop();
        forgetLater();
    }

    private void stop() {
        if (retransmission != null) {
            retransmission.callOff();
        }
        if (giveUp != null) {
            giveUp.callOff();
        }
    }

    private void forgetLater() {
        endpoint.loop().after(SipTimers.GIVE_UP, () -> endpoint.forget(this));
    }

    String key() {
        return SipEndpoint.key(request.branch(), request.method());
    }
}
