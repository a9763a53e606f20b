package org.santral.asterisk.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.pbx.ClearCause;
import org.santral.pbx.PbxEvent;
import org.santral.switchboard.Input;

/// The state of the exchange right after a log-in, told as the events that would have led there.
///
/// Answers to the reader's questions come among live events. Live events are applied as they come; the lists
/// are kept and applied when the last one is complete, and only where nothing newer is known.
final class SnapshotReading {
    private static final String CHANNELS = "santral-channels";
    private static final String QUEUES = "santral-queues";
    private static final String DEVICES = "santral-devices";

    private final Exchange exchange;
    private final Outbox out;
    private final Talk talk;
    private final Dialling dialling;
    private final Queueing queueing;
    private final Handing handing;

    private final List<AmiMessage> channels = new ArrayList<>();
    private final List<AmiMessage> entries = new ArrayList<>();
    private long uptime = Long.MAX_VALUE;
    private boolean restarted;
    private @Nullable String bootedAt;
    private boolean complete;

    SnapshotReading(Exchange exchange, Outbox out, Talk talk, Dialling dialling, Queueing queueing, Handing handing) {
        this.exchange = exchange;
        this.out = out;
        this.talk = talk;
        this.dialling = dialling;
        this.queueing = queueing;
        this.handing = handing;
    }

    void linkOpened(AmiSignal.Opened opened) {
        exchange.link++;
        restarted = opened.uptimeSeconds() < uptime && uptime != Long.MAX_VALUE;
        uptime = opened.uptimeSeconds();
        complete = false;
        channels.clear();
        entries.clear();
    }

    void linkClosed() {
        complete = true;
        channels.clear();
        entries.clear();
    }

    /// `CoreStatus` tells when Asterisk started: surer than the uptime, which a slow reconnect can outgrow.
    void answer(AmiMessage message) {
        if ("santral-core".equals(message.one("ActionID"))) {
            String started = message.text("CoreStartupDate") + " " + message.text("CoreStartupTime");
            String before = bootedAt;
            restarted = before == null ? restarted : !before.equals(started);
            bootedAt = started;
        }
        if (CHANNELS.equals(message.one("ActionID")) && !"Success".equals(message.one("Response"))) {
            // Without the right to ask, live events still come: the link is up, only what was before is not known.
            apply(message);
        }
    }

    /// @return true when the event was an answer to one of our questions
    boolean take(String event, AmiMessage message) {
        String question = message.one("ActionID");
        if (question == null || !question.startsWith("santral-")) {
            return false;
        }
        switch (question) {
            case CHANNELS -> {
                if (event.equals("Status")) {
                    channels.add(message);
                } else if (event.equals("StatusComplete") && !complete) {
                    apply(message);
                }
            }
            case QUEUES -> {
                if (event.equals("QueueEntry")) {
                    entries.add(message);
                } else if (event.equals("QueueMember")) {
                    asSnapshot(message);
                    queueing.member(message, "Location", "Name");
                }
            }
            case DEVICES -> {
                if (event.equals("DeviceStateChange")) {
                    asSnapshot(message);
                    queueing.deviceState(message.text("Device"), message.text("State"));
                }
            }
            default -> {}
        }
        return true;
    }

    private void asSnapshot(AmiMessage message) {
        out.message(message.receivedAt(), message.receivedAt(), Input.FromPbx.Origin.SNAPSHOT);
    }

    private void apply(AmiMessage last) {
        asSnapshot(last);
        Map<String, ChannelHeaders> listed = new HashMap<>();
        for (AmiMessage message : channels) {
            ChannelHeaders headers = ChannelHeaders.of(message);
            if (headers != null && !exchange.endedLately(headers.uniqueid())) {
                listed.put(headers.uniqueid(), headers);
            }
        }
        for (Channel gone : exchange.knownBefore(exchange.link)) {
            if (!listed.containsKey(gone.uniqueid)) {
                dialling.ended(gone, restarted ? ClearCause.PBX_RESTARTED : ClearCause.LOST_TRACK, 0, false);
            }
        }
        List<ChannelHeaders> inOrder = channels.stream()
                .map(ChannelHeaders::of)
                .filter(headers -> headers != null && listed.get(headers.uniqueid()) != null)
                .sorted((one, other) -> Boolean.compare(!starts(one), !starts(other)))
                .toList();
        inOrder.forEach(this::introduce);
        inOrder.forEach(this::bridge);
        inOrder.forEach(this::hold);
        waiting();
        exchange.dropEmptyBridges();
        complete = true;
        channels.clear();
        entries.clear();
        out.put(new Input.LinkUp(exchange.pbx, restarted, last.receivedAt()));
    }

    /// The channel that its call is named after began the call; what others dial up runs `(Outgoing Line)`.
    private static boolean starts(ChannelHeaders headers) {
        return !headers.message().text("Data").equals("(Outgoing Line)");
    }

    private void introduce(ChannelHeaders headers) {
        Channel channel = exchange.channel(headers.uniqueid());
        if (channel == null) {
            channel = exchange.introduce(headers.uniqueid(), headers.name(), headers.linkedid());
            if (channel.local) {
                return;
            }
            channel.told = true;
            if (starts(headers)) {
                out.put(new PbxEvent.Originated(
                        channel.group.call,
                        channel.connection,
                        channel.device,
                        Presented.party(headers.number(), headers.callerName()),
                        headers.message().text("DNID").isEmpty()
                                ? headers.exten()
                                : headers.message().text("DNID")));
            } else {
                out.put(new PbxEvent.Offered(
                        channel.group.call,
                        channel.connection,
                        channel.device,
                        firstOf(channel),
                        null,
                        headers.number()));
            }
        }
        channel.link = exchange.link;
        dialling.newState(channel, headers);
    }

    private static org.santral.pbx.@Nullable ConnectionId firstOf(Channel channel) {
        for (Channel other : channel.group.channels) {
            if (other != channel && other.told) {
                return other.connection;
            }
        }
        return null;
    }

    private void bridge(ChannelHeaders headers) {
        Channel channel = exchange.channel(headers.uniqueid());
        if (channel == null) {
            return;
        }
        String id = headers.message().text("BridgeID");
        if (id.isEmpty()) {
            talk.leave(channel);
        } else {
            talk.enter(channel, exchange.bridge(id, kind(headers.message())));
        }
    }

    private static Bridge.Kind kind(AmiMessage status) {
        return switch (status.text("Application")) {
            case "ConfBridge" -> Bridge.Kind.ROOM;
            case "Park" -> Bridge.Kind.HOLDING;
            default -> Bridge.Kind.TALK;
        };
    }

    /// `CHANNEL(onhold)` is 1 on the side that is held; who holds it is whom it talks with (trace 21).
    private void hold(ChannelHeaders headers) {
        Channel channel = exchange.channel(headers.uniqueid());
        Bridge bridge = channel == null ? null : channel.bridge;
        if (channel == null || bridge == null) {
            return;
        }
        boolean isHeld = false;
        for (int i = headers.message().find("Variable", 0);
                i >= 0;
                i = headers.message().find("Variable", i + 1)) {
            isHeld |= headers.message().value(i).equals("CHANNEL(onhold)=1");
        }
        for (Channel other : bridge.audible()) {
            if (other == channel) {
                continue;
            }
            if (isHeld) {
                handing.held(other);
            } else {
                handing.retrieved(other);
            }
        }
    }

    private void waiting() {
        Set<String> stillWait = new HashSet<>();
        for (AmiMessage entry : entries) {
            Channel caller = exchange.channel(entry.text("Uniqueid"));
            if (caller != null) {
                stillWait.add(caller.uniqueid);
                queueing.joined(caller, entry.text("Queue"), AsteriskTranslator.number(entry.text("Position")));
            }
        }
        for (Channel channel : exchange.channels()) {
            String queue = channel.waitsIn;
            if (queue != null && !stillWait.contains(channel.uniqueid)) {
                channel.answered |= channel.joined;
                queueing.left(channel, queue);
            }
        }
    }
}
