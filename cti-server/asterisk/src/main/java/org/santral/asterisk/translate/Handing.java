package org.santral.asterisk.translate;

import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;

/// A call handed on, held, described, recorded: the events that join calls or add to them.
final class Handing {
    private static final int NORMAL_CLEARING = 16;

    private final Exchange exchange;
    private final Outbox out;
    private final Talk talk;
    private final Taping taping;
    private final Dialling dialling;
    private final Queueing queueing;

    Handing(Exchange exchange, Outbox out, Talk talk, Taping taping, Dialling dialling, Queueing queueing) {
        this.taping = taping;
        this.exchange = exchange;
        this.out = out;
        this.talk = talk;
        this.dialling = dialling;
        this.queueing = queueing;
    }

    void held(Channel channel) {
        if (!channel.held && channel.told) {
            channel.held = true;
            out.put(new PbxEvent.Held(channel.group.call, channel.connection));
        }
    }

    /// An Unhold without a Hold before comes with every REFER (trace 04).
    void retrieved(Channel channel) {
        if (channel.held) {
            channel.held = false;
            out.put(new PbxEvent.Retrieved(channel.group.call, channel.connection));
        }
    }

    void blindTransfer(AmiMessage message) {
        Channel by = channel(message, "Transferer");
        if (by != null) {
            out.put(new PbxEvent.Transferred(
                    by.group.call,
                    by.connection,
                    PbxEvent.Transferred.Kind.BLIND,
                    connection(channel(message, "Transferee")),
                    null,
                    message.text("Extension")));
        }
    }

    /// The consultation is a call of its own in Asterisk's eyes: this event alone joins the halves (trace 05).
    void attendedTransfer(AmiMessage message) {
        ChannelHeaders asking = ChannelHeaders.prefixed(message, "SecondTransferer");
        Channel first = channel(message, "OrigTransferer");
        Channel second = exchangeChannel(asking);
        if (asking == null || first == null || second == null) {
            return;
        }
        ChannelHeaders asked = ChannelHeaders.prefixed(message, "TransferTarget");
        Channel target = exchangeChannel(asked);
        Channel transferee = channel(message, "Transferee");
        talk.one(first.group, second.group, "attended transfer");
        if (target != null) {
            talk.one(first.group, target.group, "attended transfer");
        }
        boolean threeWay = message.text("DestType").equals("Threeway");
        if (threeWay) {
            retrieved(first);
        }
        out.put(new PbxEvent.Transferred(
                first.group.call,
                first.connection,
                threeWay ? PbxEvent.Transferred.Kind.THREE_WAY : PbxEvent.Transferred.Kind.ATTENDED,
                connection(transferee),
                connection(target == null ? answeredFor(second) : reached(target)),
                first != second ? asking.exten() : asked == null ? "" : asked.exten()));
        if (transferee != null && message.text("DestType").equals("App")) {
            takesThePlace(transferee, second);
        }
        if (first.hangupAsked && !threeWay) {
            // Asterisk keeps the channel until the transfer has come to its end: the phone is free before that.
            exchange.mayComeBack(first);
            dialling.ended(first, ClearCause.NORMAL, NORMAL_CLEARING, true);
        }
    }

    /// A phone that answers in the moment of the hand-over: Asterisk then names `Dial` and no channel.
    private static @Nullable Channel answeredFor(Channel asking) {
        for (Channel other : asking.group.channels) {
            if (other.told && other.up && Dialling.onBehalfOf(other.caller) == asking) {
                return other;
            }
        }
        return null;
    }

    /// Who is behind a Local channel: its other end talks with a phone, or still calls one.
    private static @Nullable Channel reached(@Nullable Channel target) {
        Channel twin = target == null ? null : target.twin;
        if (twin == null) {
            return target;
        }
        for (Channel other : twin.group.channels) {
            boolean behind = other.caller == twin || (twin.bridge != null && other.bridge == twin.bridge);
            if (other.told && behind) {
                return other;
            }
        }
        return null;
    }

    /// Who was handed on waits in the queue, or is in the conference, where the transferer was: Asterisk tells
    /// neither (traces incoming-attended-to-queue, incoming-attended-to-conference).
    private void takesThePlace(Channel transferee, Channel second) {
        Bridge place = second.bridge;
        talk.leave(transferee);
        if (place != null) {
            talk.leave(second);
            talk.enter(transferee, place);
        }
        queueing.takesThePlace(transferee, second);
    }

    void localBridge(AmiMessage message) {
        Channel one = channel(message, "LocalOne");
        Channel two = channel(message, "LocalTwo");
        if (one != null && two != null) {
            wire(one, two);
        }
    }

    void wire(Channel one, Channel two) {
        one.twin = two;
        two.twin = one;
        talk.one(one.group, two.group, "two ends of one wire");
    }

    /// The dialplan's own word: `UserEvent(Santral, Step: ..., Did: ..., Pres: ..., Decision: ...)`.
    void described(AmiMessage message, Channel channel, ChannelHeaders headers) {
        if (!message.text("UserEvent").equals("Santral") || !channel.told) {
            return;
        }
        if (message.text("Step").equals("recording")) {
            taping.named(channel, message.text("File"));
            return;
        }
        String did = message.text("Did");
        String pres = message.text("Pres");
        String decision = message.text("Decision");
        Party from =
                pres.isEmpty() ? null : new Party(headers.number(), headers.callerName(), Presented.presentation(pres));
        if (!did.isEmpty() || from != null || !decision.isEmpty()) {
            out.put(new PbxEvent.Described(
                    channel.group.call,
                    channel.connection,
                    did.isEmpty() ? null : did,
                    from,
                    decision.isEmpty() ? null : decision));
        }
    }

    private @Nullable Channel channel(AmiMessage message, String prefix) {
        return exchangeChannel(ChannelHeaders.prefixed(message, prefix));
    }

    private @Nullable Channel exchangeChannel(@Nullable ChannelHeaders headers) {
        return headers == null ? null : exchange.channel(headers.uniqueid());
    }

    private static @Nullable ConnectionId connection(@Nullable Channel channel) {
        return channel == null || !channel.told ? null : channel.connection;
    }
}
