package org.santral.asterisk.translate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.pbx.ClearCause;

/// Tells the lists of a log-in as the events that would have led there, from the beginning of calls to who
/// holds whom.
final class SnapshotTelling {
    private final Exchange exchange;
    private final Talk talk;
    private final Dialling dialling;
    private final Queueing queueing;
    private final Handing handing;
    private final Diverting diverting;

    SnapshotTelling(
            Exchange exchange, Talk talk, Dialling dialling, Queueing queueing, Handing handing, Diverting diverting) {
        this.exchange = exchange;
        this.talk = talk;
        this.dialling = dialling;
        this.queueing = queueing;
        this.handing = handing;
        this.diverting = diverting;
    }

    /// All that is listed.
    ///
    /// @param gone why those have ended that are known and not listed, null where that cannot be concluded
    void tellAll(Lists lists, @Nullable ClearCause gone) {
        tell(lists.channels, lists, gone);
    }

    /// Of all that is listed only these.
    ///
    /// @param channels who began before who was called
    void tell(List<Listed> channels, Lists lists) {
        tell(channels.stream().sorted(Listed.FIRST_COMES_FIRST).toList(), lists, null);
    }

    private void tell(List<Listed> channels, Lists lists, @Nullable ClearCause gone) {
        Map<String, Channel> live = new HashMap<>();
        for (Listed listed : channels) {
            Channel channel = channel(listed);
            channel.link = exchange.link;
            live.put(listed.headers().uniqueid(), channel);
        }
        wires(channels, live);
        channels.forEach(listed -> introduce(listed, live, channels));
        if (gone != null) {
            // Only now: a call whose first parties are gone goes on with the new ones.
            for (Channel before : exchange.knownBefore(exchange.link)) {
                dialling.ended(before, gone, 0, false);
            }
        }
        if (lists.queuesWhole()) {
            leftQueues(channels, lists.waiting);
        }
        for (Listed listed : channels) {
            bridge(listed, of(live, listed), lists.kinds);
        }
        hold(channels, live);
        for (AmiMessage entry : lists.waiting) {
            Channel caller = exchange.channel(entry.text("Uniqueid"));
            if (caller != null && live.containsKey(caller.uniqueid)) {
                queueing.joined(caller, entry.text("Queue"), AsteriskTranslator.number(entry.text("Position")));
            }
        }
        exchange.dropEmptyBridges();
    }

    private Channel channel(Listed listed) {
        ChannelHeaders headers = listed.headers();
        Channel known = exchange.channel(headers.uniqueid());
        return known != null ? known : exchange.introduce(headers.uniqueid(), headers.name(), headers.linkedid());
    }

    private static Channel of(Map<String, Channel> live, Listed listed) {
        return java.util.Objects.requireNonNull(live.get(listed.headers().uniqueid()));
    }

    /// The two ends of a Local channel bear one name: `Local/1004@agents-00000008;1` and `;2`.
    private void wires(List<Listed> channels, Map<String, Channel> live) {
        Map<String, Channel> ends = new HashMap<>();
        for (Listed listed : channels) {
            Channel channel = of(live, listed);
            String name = listed.headers().name();
            int end = name.lastIndexOf(';');
            if (channel.local && end > 0) {
                Channel other = ends.put(name.substring(0, end), channel);
                if (other != null) {
                    handing.wire(other, channel);
                }
            }
        }
    }

    private void introduce(Listed listed, Map<String, Channel> live, List<Listed> channels) {
        Channel channel = of(live, listed);
        if (!channel.told && !channel.local) {
            // What was heard of it before anybody knew for whom it is called was told to nobody.
            channel.alerting = false;
            channel.up = false;
            if (listed.called()) {
                channel.caller = callerOf(channel, live, channels);
                channel.queue = queueOf(listed, channel, live, channels);
                dialling.offeredBefore(channel, listed.headers());
            } else {
                dialling.originatedBefore(channel, listed.headers(), listed.dialled());
            }
        }
        dialling.newState(channel, listed.headers());
    }

    /// No list says who called whom: it is taken to be the party that began.
    private static @Nullable Channel callerOf(Channel called, Map<String, Channel> live, List<Listed> channels) {
        for (Listed listed : channels) {
            Channel other = of(live, listed);
            if (other != called && other.told && other.group == called.group) {
                return other;
            }
        }
        return null;
    }

    /// A member called through a Local channel is called by the dialplan behind it: the wire was called by the
    /// queue.
    private static @Nullable String queueOf(
            Listed called, Channel channel, Map<String, Channel> live, List<Listed> channels) {
        boolean byQueue = called.calledByQueue();
        String queue = "";
        for (Listed listed : channels) {
            if (of(live, listed).group == channel.group) {
                byQueue |= of(live, listed).local && listed.calledByQueue();
                queue = queue.isEmpty() ? listed.queue() : queue;
            }
        }
        return byQueue && !queue.isEmpty() ? queue : null;
    }

    /// Before anybody is told to hear anybody: who has left a queue for a conversation was answered.
    private void leftQueues(List<Listed> channels, List<AmiMessage> waiting) {
        Set<String> stillWait = new HashSet<>();
        waiting.forEach(entry -> stillWait.add(entry.text("Uniqueid") + " " + entry.text("Queue")));
        for (Listed listed : channels) {
            Channel channel = exchange.channel(listed.headers().uniqueid());
            String queue = channel == null ? null : channel.waitsIn;
            if (channel != null && queue != null && !stillWait.contains(channel.uniqueid + " " + queue)) {
                channel.answered |= channel.joined || !listed.bridge().isEmpty();
                queueing.left(channel, queue);
            }
        }
    }

    private void bridge(Listed listed, Channel channel, Map<String, Bridge.Kind> kinds) {
        String id = listed.bridge();
        if (id.isEmpty()) {
            talk.leave(channel);
        } else {
            Bridge.Kind kind = kinds.getOrDefault(id, Bridge.Kind.TALK);
            talk.enter(channel, exchange.bridge(id, kind));
            if (kind == Bridge.Kind.HOLDING) {
                diverting.foundParked(channel);
            }
        }
    }

    /// Who holds is whom the held party talks with. Who is alone on hold is held by somebody who asks a colleague
    /// meanwhile: they hold on.
    private void hold(List<Listed> channels, Map<String, Channel> live) {
        Set<Group> somebodyHeld = new HashSet<>();
        for (Listed listed : channels) {
            Channel channel = of(live, listed);
            Bridge bridge = channel.bridge;
            if (!listed.onHold() || bridge == null) {
                continue;
            }
            somebodyHeld.add(channel.group);
            for (Channel other : bridge.audible()) {
                if (other != channel && !channel.local) {
                    handing.held(other);
                }
            }
        }
        for (Channel channel : live.values()) {
            if (channel.joined && !somebodyHeld.contains(channel.group)) {
                handing.retrieved(channel);
            }
        }
    }
}
