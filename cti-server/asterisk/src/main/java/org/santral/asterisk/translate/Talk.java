package org.santral.asterisk.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxEvent;

/// Who hears whom: what comes and goes in bridges, told as joined and parted connections.
final class Talk {
    private final Exchange exchange;
    private final Outbox out;

    Talk(Exchange exchange, Outbox out) {
        this.exchange = exchange;
        this.out = out;
    }

    void enter(Channel channel, Bridge bridge) {
        if (channel.bridge == bridge) {
            // Who was there already may have been introduced since.
            settle(bridge.audible());
            return;
        }
        leave(channel);
        channel.bridge = bridge;
        bridge.channels.add(channel);
        for (Channel other : bridge.kind == Bridge.Kind.TALK ? List.copyOf(bridge.channels) : List.<Channel>of()) {
            one(other.group, channel.group, "met in one conversation");
        }
        settle(bridge.audible());
    }

    void leave(Channel channel) {
        Bridge bridge = channel.bridge;
        if (bridge == null) {
            return;
        }
        Set<Channel> before = bridge.audible();
        bridge.channels.remove(channel);
        channel.bridge = null;
        for (Channel was : before) {
            Bridge now = was.bridge;
            if (was.joined && (now == null || now.audible().size() < 2)) {
                was.joined = false;
                out.put(new PbxEvent.Parted(was.group.call, was.connection));
            }
        }
    }

    /// Two calls are one from now on.
    void one(Group group, Group other, String why) {
        CallId first = group.call;
        CallId second = other.call;
        Group gone = exchange.merge(group, other);
        if (gone != null) {
            CallId stays = gone.call.equals(first) ? second : first;
            out.put(new PbxEvent.CallsMerged(stays, gone.call, why));
        }
    }

    /// Everybody who can be heard now and could not before has joined.
    void settle(Set<Channel> audible) {
        if (audible.size() < 2) {
            return;
        }
        for (Channel channel : audible) {
            if (channel.joined || !channel.told) {
                continue;
            }
            channel.joined = true;
            channel.parked = false;
            List<ConnectionId> peers = new ArrayList<>(audible.size() - 1);
            for (Channel other : audible) {
                if (other != channel) {
                    peers.add(other.connection);
                }
            }
            out.put(new PbxEvent.Joined(channel.group.call, channel.connection, peers));
        }
    }
}
