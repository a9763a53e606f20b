package org.santral.asterisk.translate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxEvent;

/// Pick-up, forwarding, parking, conference rooms, click-to-call: where Asterisk changes Linkedids without a word
/// or tells of a call what no channel tells.
final class Diverting {
    /// After a link has come back, what was called meanwhile may have been missed.
    private static final Duration SURE = Duration.ofMinutes(1);

    private final Exchange exchange;
    private final Outbox out;
    private final Talk talk;

    Diverting(Exchange exchange, Outbox out, Talk talk) {
        this.exchange = exchange;
        this.out = out;
        this.talk = talk;
    }

    /// Who picks up dialled a call of its own, which is part of the other from here on. The channel that rang
    /// never gets a DialEnd (trace queue-picked-up-by-group).
    void pickedUp(AmiMessage message) {
        Channel by = channel(ChannelHeaders.of(message));
        Channel rang = channel(ChannelHeaders.prefixed(message, "Target"));
        if (by == null || rang == null) {
            return;
        }
        rang.takenOver = true;
        Channel caller = Dialling.onBehalfOf(rang.caller);
        if (caller != null) {
            caller.answered = true;
        }
        talk.one(rang.group, by.group, "pick-up");
        if (by.told) {
            out.put(new PbxEvent.PickedUp(by.group.call, by.connection, rang.told ? rang.connection : null));
        }
        takePlace(by, rang);
    }

    /// Who picks up in the moment in which the phone answers finds it in conversation, and is put there in its place
    /// without a word of it (trace incoming-picked-up-as-answered).
    private void takePlace(Channel by, Channel rang) {
        Bridge bridge = rang.bridge;
        if (bridge != null) {
            talk.enter(by, bridge);
            talk.leave(rang);
        }
    }

    /// `DialEnd` with `Forward`: a Local channel calls that number next, on behalf of the same caller.
    void forwarded(Channel called, String number) {
        if (!number.isEmpty() && called.told && !called.forwarded) {
            called.forwarded = true;
            out.put(new PbxEvent.Forwarded(called.group.call, called.connection, number));
        }
    }

    void parked(AmiMessage message) {
        Channel parkee = channel(ChannelHeaders.prefixed(message, "Parkee"));
        if (parkee != null && parkee.told) {
            String parker = message.text("ParkerDialString");
            DeviceId by = parker.isEmpty() ? null : exchange.named(parker);
            parkee.parked = true;
            out.put(new PbxEvent.Parked(parkee.group.call, parkee.connection, message.text("ParkingSpace"), by));
        }
    }

    /// A list tells that somebody is parked, not where.
    void foundParked(Channel channel) {
        if (channel.told && !channel.parked) {
            channel.parked = true;
            out.put(new PbxEvent.Parked(channel.group.call, channel.connection, "", null));
        }
    }

    /// Who fetches a parked caller dialled a call of its own.
    void retrieved(AmiMessage message) {
        Channel by = channel(ChannelHeaders.prefixed(message, "Retriever"));
        Channel parkee = channel(ChannelHeaders.prefixed(message, "Parkee"));
        if (by != null && parkee != null) {
            talk.one(parkee.group, by.group, "retrieved from parking");
        }
        unparked(message, parkee, PbxEvent.Unparked.Reason.RETRIEVED, by == null || !by.told ? null : by.connection);
    }

    void unparked(AmiMessage message, PbxEvent.Unparked.Reason reason) {
        unparked(message, channel(ChannelHeaders.prefixed(message, "Parkee")), reason, null);
    }

    private void unparked(
            AmiMessage message, @Nullable Channel parkee, PbxEvent.Unparked.Reason reason, @Nullable ConnectionId by) {
        if (parkee != null && parkee.told) {
            parkee.parked = false;
            out.put(new PbxEvent.Unparked(
                    parkee.group.call, parkee.connection, message.text("ParkingSpace"), reason, by));
        }
    }

    /// Told by whichever comes second: that the channel is in the bridge, or that it is in the room
    /// (traces conference-of-three, incoming-attended-to-conference).
    void conferenced(Channel channel, String room) {
        Bridge bridge = channel.bridge;
        if (!channel.told || bridge == null || bridge.kind != Bridge.Kind.ROOM || bridge == channel.conference) {
            return;
        }
        channel.conference = bridge;
        List<ConnectionId> others = new ArrayList<>();
        for (Channel other : bridge.audible()) {
            if (other != channel && other.told) {
                others.add(other.connection);
            }
        }
        out.put(new PbxEvent.Conferenced(channel.group.call, channel.connection, room, others));
    }

    /// Success comes when the phone that wanted the call has answered. A failure names no channel: it is told
    /// before the channel's end, after it, or of a phone that could not be called at all
    /// (traces click-to-call-agent-not-answered, -agent-busy, -bad-endpoint).
    void originated(AmiMessage message) {
        String device = message.one("Channel");
        String number = message.one("Exten");
        if (device == null || number == null || number.isEmpty()) {
            return;
        }
        if (message.text("Response").equals("Success")) {
            wanted(exchange.channel(message.text("Uniqueid")), number);
            return;
        }
        String id = "originate." + ChronoUnit.MICROS.between(Instant.EPOCH, out.at());
        if (device.startsWith("Local/") || !exchange.firstTime(id, out.at())) {
            return;
        }
        DeviceId phone = exchange.named(device);
        Channel called = exchange.at(phone);
        if (called != null) {
            wanted(called, number);
        } else if (exchange.heardSince.plus(SURE).isBefore(out.at())) {
            unreachable(phone, number, id);
        }
    }

    private void wanted(@Nullable Channel channel, String number) {
        if (channel != null && channel.forItself) {
            channel.forItself = false;
            out.put(new PbxEvent.Wanted(channel.group.call, number));
        }
    }

    /// A call that never had a channel, so that who asked for it finds it in the history.
    private void unreachable(DeviceId phone, String number, String id) {
        Channel none = exchange.neverWas(phone, id);
        String extension = phone.name().substring(phone.name().indexOf('/') + 1);
        out.put(new PbxEvent.Offered(none.group.call, none.connection, phone, null, null, extension));
        out.put(new PbxEvent.Wanted(none.group.call, number));
        out.put(new PbxEvent.ConnectionCleared(
                none.group.call, none.connection, phone, ClearCause.UNREACHABLE, 0, false));
    }

    private @Nullable Channel channel(@Nullable ChannelHeaders headers) {
        return headers == null ? null : exchange.channel(headers.uniqueid());
    }
}
