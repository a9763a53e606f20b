package org.santral.asterisk.translate;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxEvent;

/// From a new channel to its end: who began, who is called on whose behalf, rings, answers, ends.
final class Dialling {
    private static final int RING = 4;
    private static final int RINGING = 5;
    private static final int UP = 6;

    private final Exchange exchange;
    private final Outbox out;
    private final Talk talk;

    Dialling(Exchange exchange, Outbox out, Talk talk) {
        this.exchange = exchange;
        this.out = out;
        this.talk = talk;
    }

    void newChannel(ChannelHeaders headers) {
        Channel channel = exchange.introduce(headers.uniqueid(), headers.name(), headers.linkedid());
        if (!channel.local && (headers.state() == RING || headers.state() == UP)) {
            originated(channel, headers);
        }
    }

    private void originated(Channel channel, ChannelHeaders headers) {
        originatedBefore(channel, headers, headers.exten());
        if (headers.state() == UP) {
            established(channel);
        }
    }

    /// It began a call; how far it has come is another matter.
    void originatedBefore(Channel channel, ChannelHeaders headers, String dialled) {
        channel.told = true;
        channel.originator = true;
        out.put(new PbxEvent.Originated(
                channel.group.call,
                channel.connection,
                channel.device,
                Presented.party(headers.number(), headers.callerName()),
                dialled));
    }

    /// It was called while nobody listened. Where the party that called is gone, the Linkedid still names it.
    void offeredBefore(Channel called, ChannelHeaders headers) {
        Channel behalf = onBehalfOf(called.caller);
        if (behalf != null || headers.linkedid().equals(called.uniqueid)) {
            offered(called, behalf, headers.number());
        } else {
            tellOffered(called, new ConnectionId(exchange.pbx, headers.linkedid()), headers.number());
        }
    }

    void newState(Channel channel, ChannelHeaders headers) {
        if (channel.local) {
            return;
        }
        switch (headers.state()) {
            case RING -> {
                if (!channel.told) {
                    originated(channel, headers);
                }
            }
            case RINGING -> {
                if (!channel.told
                        && channel.caller == null
                        && headers.linkedid().equals(channel.uniqueid)) {
                    // Click-to-call: the phone rings before any DialBegin, on nobody's behalf (trace 08).
                    offered(channel, null, headers.number());
                }
                alerting(channel);
            }
            case UP -> established(channel);
            default -> {}
        }
    }

    /// @param dialled the dial string: `PJSIP/1002`, `1002`, `09121234567@trunk`, `trunk/sip:09121234567@...`
    void dialBegin(@Nullable Channel caller, Channel called, String dialled) {
        called.caller = caller;
        if (caller == null) {
            exchange.comesBack(called);
        }
        if (called.local || called.told) {
            return;
        }
        Channel behalf = onBehalfOf(caller);
        called.behalf = behalf;
        if (behalf != null) {
            // Who was answered once and is handed on to another phone is not answered there yet
            // (trace incoming-transferred-given-up).
            behalf.answered = false;
        }
        if (called.queue == null && behalf != caller && caller != null && caller.twin != null) {
            called.queue = caller.twin.queue;
        }
        if (called.queue == null && behalf != caller && behalf != null) {
            // A member's phone that sends its callers on (trace queue-member-forwards).
            called.queue = behalf.waitsIn;
        }
        offered(called, behalf, number(dialled));
        if (called.alerting) {
            called.alerting = false;
            alerting(called);
        }
        if (called.up) {
            called.up = false;
            established(called);
        }
    }

    private void offered(Channel called, @Nullable Channel behalf, String number) {
        called.forItself = behalf == null && called.group.channels.size() == 1;
        tellOffered(called, behalf == null || !behalf.told ? null : behalf.connection, number);
    }

    private void tellOffered(Channel called, @Nullable ConnectionId by, String number) {
        called.told = true;
        out.put(new PbxEvent.Offered(called.group.call, called.connection, called.device, by, called.queue, number));
    }

    /// A call through a Local channel is on behalf of whoever called the Local channel's other end, or waits
    /// there to consult (trace incoming-attended-by-keys).
    static @Nullable Channel onBehalfOf(@Nullable Channel caller) {
        Channel behalf = caller;
        for (int hops = 0; behalf != null && behalf.local && hops < 8; hops++) {
            Channel twin = behalf.twin;
            behalf = twin == null || twin.caller != null ? (twin == null ? null : twin.caller) : waitsWith(twin);
        }
        return behalf;
    }

    private static @Nullable Channel waitsWith(Channel end) {
        if (end.bridge != null) {
            for (Channel other : end.bridge.channels) {
                if (other != end && other.told) {
                    return other;
                }
            }
        }
        return asksIn(end.group);
    }

    /// The colleague may be dialled before who asks for them comes to the bridge that waits for the answer: it is
    /// the one who holds the other, or else the one who talks with nobody meanwhile.
    private static @Nullable Channel asksIn(Group call) {
        Channel holding = only(call, channel -> channel.held);
        return holding != null ? holding : only(call, channel -> channel.bridge == null && channel.waitsIn == null);
    }

    private static @Nullable Channel only(Group call, Predicate<Channel> which) {
        Channel found = null;
        for (Channel channel : call.channels) {
            if (channel.told && channel.up && which.test(channel)) {
                if (found != null) {
                    return null;
                }
                found = channel;
            }
        }
        return found;
    }

    private static String number(String dialled) {
        int at = dialled.indexOf('@');
        String left = at < 0 ? dialled : dialled.substring(0, at);
        int slash = left.lastIndexOf('/');
        String last = left.substring(slash + 1);
        return last.startsWith("sip:") ? last.substring(4) : last;
    }

    private void alerting(Channel channel) {
        if (channel.alerting || channel.up) {
            return;
        }
        channel.alerting = true;
        if (channel.told) {
            out.put(new PbxEvent.Delivered(channel.group.call, channel.connection, channel.device));
        }
    }

    private void established(Channel channel) {
        if (channel.up) {
            return;
        }
        channel.up = true;
        if (channel.told) {
            out.put(new PbxEvent.Established(channel.group.call, channel.connection, channel.device));
        }
    }

    /// The first word counts: a leg that ends unanswered is told a second time, then as CANCEL, also when a
    /// queue's member let it ring for too long (trace queue-unanswered-timed-out).
    void dialEnd(@Nullable Channel caller, Channel called, String status) {
        if (status.equals("ANSWER")) {
            exchange.staysThere(called.group);
            Channel behalf = onBehalfOf(caller);
            if (behalf != null) {
                behalf.answered = true;
            }
        }
        if (called.dialStatus.isEmpty()) {
            called.dialStatus = status;
        }
    }

    void hangup(Channel channel, int q850) {
        ended(channel, Causes.of(q850, channel), q850, channel.hangupAsked);
    }

    void ended(Channel channel, ClearCause cause, int q850, boolean byParty) {
        talk.leave(channel);
        exchange.end(channel, out.at());
        if (channel.told) {
            // Asterisk hands a called phone's cause on to the caller, who has refused nothing.
            boolean refused = !channel.originator && (cause == ClearCause.BUSY || cause == ClearCause.REJECTED);
            out.put(new PbxEvent.ConnectionCleared(
                    channel.group.call, channel.connection, channel.device, cause, q850, byParty || refused));
        }
    }
}
