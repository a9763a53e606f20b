package org.santral.asterisk.translate;

import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;

/// A call handed on, held, described, recorded: the events that join calls or add to them.
final class Handing {
    private final Exchange exchange;
    private final Outbox out;
    private final Talk talk;

    Handing(Exchange exchange, Outbox out, Talk talk) {
        this.exchange = exchange;
        this.out = out;
        this.talk = talk;
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
        Channel first = channel(message, "OrigTransferer");
        Channel second = channel(message, "SecondTransferer");
        if (first == null || second == null) {
            return;
        }
        Channel target = channel(message, "TransferTarget");
        talk.one(first.group, second.group, "attended transfer");
        if (target != null) {
            talk.one(first.group, target.group, "attended transfer");
        }
        out.put(new PbxEvent.Transferred(
                first.group.call,
                first.connection,
                PbxEvent.Transferred.Kind.ATTENDED,
                connection(channel(message, "Transferee")),
                connection(target),
                ""));
    }

    void localBridge(AmiMessage message) {
        Channel one = channel(message, "LocalOne");
        Channel two = channel(message, "LocalTwo");
        if (one != null && two != null) {
            one.twin = two;
            two.twin = one;
            talk.one(one.group, two.group, "two ends of one wire");
        }
    }

    /// The dialplan's own word: `UserEvent(Santral, Step: ..., Did: ..., Pres: ..., Decision: ...)`.
    void described(AmiMessage message, Channel channel, ChannelHeaders headers) {
        if (!message.text("UserEvent").equals("Santral") || !channel.told) {
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
