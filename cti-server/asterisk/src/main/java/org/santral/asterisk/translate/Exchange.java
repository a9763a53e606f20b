package org.santral.asterisk.translate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxId;

/// What is known of one Asterisk now: its channels, which of them are one call, its bridges, and who ended
/// lately.
final class Exchange {
    /// Events of a channel were seen up to some milliseconds after its Hangup; a snapshot may list it a little
    /// longer.
    private static final Duration REMEMBER = Duration.ofSeconds(10);

    private static final int MOST_REMEMBERED = 20_000;

    final PbxId pbx;
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<String, Group> byLinkedid = new HashMap<>();
    private final Map<DeviceId, Group> comingBack = new HashMap<>();
    private final Map<String, Bridge> bridges = new HashMap<>();
    private final Map<String, DeviceId> devices = new HashMap<>();
    /// What ended last at each device: what a phone was called for may be told after its end
    /// (trace click-to-call-agent-busy).
    private final Map<DeviceId, Channel> lastAt = new HashMap<>();

    private final LinkedHashMap<String, Instant> ended = new LinkedHashMap<>();
    private long born;
    int link;
    /// Since when nothing it said was missed.
    Instant heardSince = Instant.EPOCH;

    Exchange(PbxId pbx) {
        this.pbx = pbx;
    }

    @Nullable
    Channel channel(String uniqueid) {
        return channels.get(uniqueid);
    }

    Collection<Channel> channels() {
        return channels.values();
    }

    boolean endedLately(String uniqueid) {
        return ended.containsKey(uniqueid);
    }

    /// `PJSIP/1001-0000002f` is a channel of the device `PJSIP/1001`.
    DeviceId device(String channelName) {
        int dash = channelName.lastIndexOf('-');
        return named(dash > 0 ? channelName.substring(0, dash) : channelName);
    }

    DeviceId named(String name) {
        DeviceId known = devices.get(name);
        if (known != null) {
            return known;
        }
        DeviceId device = new DeviceId(pbx, name);
        if (devices.size() < MOST_REMEMBERED) {
            devices.put(name, device);
        }
        return device;
    }

    Channel introduce(String uniqueid, String name, String linkedid) {
        Group group = byLinkedid.get(linkedid);
        if (group == null) {
            Channel first = channels.get(linkedid);
            group = first != null ? first.group : new Group(new CallId(pbx, uniqueid), born++);
            enlist(group, linkedid);
        }
        return add(uniqueid, device(name), name.startsWith("Local/"), group);
    }

    /// A connection the model knows from before a restart of ours, under the call it belongs to.
    Channel resume(ConnectionId connection, CallId call, DeviceId device) {
        Group group = byLinkedid.get(call.value());
        if (group == null) {
            group = new Group(call, born++);
            enlist(group, call.value());
        }
        return add(connection.value(), device, false, group);
    }

    /// A phone that the exchange could not even begin to call.
    Channel neverWas(DeviceId device, String name) {
        return new Channel(name, new ConnectionId(pbx, name), device, false, new Group(new CallId(pbx, name), born++));
    }

    /// @return false when something under this name was told lately
    boolean firstTime(String name, Instant at) {
        return ended.putIfAbsent(name, at) == null;
    }

    private Channel add(String uniqueid, DeviceId device, boolean local, Group group) {
        Channel channel = new Channel(uniqueid, new ConnectionId(pbx, uniqueid), device, local, group);
        channel.link = link;
        channels.put(uniqueid, channel);
        group.channels.add(channel);
        enlist(group, uniqueid);
        return channel;
    }

    private void enlist(Group group, String linkedid) {
        if (byLinkedid.putIfAbsent(linkedid, group) == null) {
            group.linkedids.add(linkedid);
        }
    }

    /// Two groups are one call from now on, under the name of the older; under that of the other, when nobody has
    /// heard of the older yet.
    ///
    /// @return the younger one, which is no more, or null when they were one already
    @Nullable
    Group merge(Group one, Group other) {
        if (one == other) {
            return null;
        }
        Group older = one.born <= other.born ? one : other;
        Group younger = older == one ? other : one;
        Group stays = !older.told() && younger.told() ? younger : older;
        Group goes = stays == one ? other : one;
        for (Channel channel : goes.channels) {
            channel.group = stays;
            stays.channels.add(channel);
        }
        for (String linkedid : goes.linkedids) {
            byLinkedid.put(linkedid, stays);
            stays.linkedids.add(linkedid);
        }
        comingBack.replaceAll((device, group) -> group == goes ? stays : group);
        goes.channels.clear();
        goes.linkedids.clear();
        return goes;
    }

    /// Its phone handed a call on to one that has not answered: it is called back when that one does not, and
    /// nothing but its device tells that it is the same call (trace incoming-attended-by-keys-comes-back).
    void mayComeBack(Channel transferer) {
        comingBack.put(transferer.device, transferer.group);
    }

    /// Somebody has the call.
    void staysThere(Group group) {
        if (!comingBack.isEmpty()) {
            comingBack.values().remove(group);
        }
    }

    /// The exchange calls a phone on its own account: is it because a call comes back?
    void comesBack(Channel called) {
        Group group = comingBack.remove(called.device);
        if (group != null && !called.told) {
            merge(group, called.group);
        }
    }

    void end(Channel channel, Instant at) {
        channels.remove(channel.uniqueid);
        channel.group.channels.remove(channel);
        if (channel.group.channels.isEmpty()) {
            channel.group.linkedids.forEach(byLinkedid::remove);
            staysThere(channel.group);
        }
        Channel twin = channel.twin;
        if (twin != null) {
            twin.twin = null;
        }
        for (Channel other : channel.group.channels) {
            if (other.caller == channel) {
                other.caller = null;
            }
        }
        if (lastAt.size() < MOST_REMEMBERED) {
            lastAt.put(channel.device, channel);
        }
        channel.behalf = null;
        channel.caller = null;
        channel.conference = null;
        ended.put(channel.uniqueid, at);
        forget(at);
    }

    /// What is, or was until just now, at that device and not answered: the exchange may have called it on its own
    /// account.
    @Nullable
    Channel at(DeviceId device) {
        for (Channel channel : channels.values()) {
            if (channel.device.equals(device) && !channel.up) {
                return channel;
            }
        }
        Channel last = lastAt.get(device);
        return last != null && endedLately(last.uniqueid) ? last : null;
    }

    private void forget(Instant now) {
        Instant before = now.minus(REMEMBER);
        Iterator<Map.Entry<String, Instant>> oldest = ended.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, Instant> entry = oldest.next();
            if (ended.size() <= MOST_REMEMBERED && !entry.getValue().isBefore(before)) {
                return;
            }
            oldest.remove();
        }
    }

    Bridge bridge(String id, Bridge.Kind kind) {
        return bridges.computeIfAbsent(id, unused -> new Bridge(kind));
    }

    @Nullable
    Bridge bridge(String id) {
        return bridges.get(id);
    }

    void dissolve(String id) {
        bridges.remove(id);
    }

    /// Bridges that nobody is in and whose end a lost link hid.
    void dropEmptyBridges() {
        bridges.values().removeIf(bridge -> bridge.channels.isEmpty());
    }

    List<Channel> knownBefore(int thisLink) {
        List<Channel> old = new ArrayList<>();
        for (Channel channel : channels.values()) {
            if (channel.link < thisLink) {
                old.add(channel);
            }
        }
        return old;
    }
}
