package org.santral.asterisk.chain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The exchange behind a recording, as far as its events tell: what it would answer to a log-in at any moment.
///
/// [RecordedExchangeTest] holds it to the lists of a real one.
final class RecordedExchange {
    private final Map<String, RecordedChannel> channels = new LinkedHashMap<>();
    private final Map<String, Block> bridges = new LinkedHashMap<>();
    private final Map<String, String> devices = new TreeMap<>();
    private final Map<String, Map<String, Block>> members = new TreeMap<>();
    private final Map<String, List<String>> waiting = new TreeMap<>();
    private final Set<String> handedOn = new HashSet<>();
    private final Set<String> metElsewhere = new HashSet<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> halfParked = new HashSet<>();
    private boolean merging;
    private final Random order;

    /// @param order of the lists: Asterisk's own is that of its hash tables
    RecordedExchange(Random order) {
        this.order = order;
    }

    void take(Block block) {
        if (!block.get("ActionID").isEmpty()) {
            return;
        }
        RecordedChannel channel = channel(block, "");
        switch (block.event()) {
            case "BridgeMerge" -> merging = true;
            case "AttendedTransfer" -> {
                merging = false;
                handedOn.add(block.get("OrigTransfererUniqueid"));
                handedOn.add(block.get("SecondTransfererUniqueid"));
                if (block.get("DestType").equals("App")) {
                    takesThePlace(block);
                    metElsewhere.add(block.get("TransfereeUniqueid"));
                }
            }
            case "ParkedCall", "ParkedCallTimeOut" -> halfParked(block.get("ParkeeUniqueid"));
            case "UnParkedCall" -> {
                halfParked(block.get("ParkeeUniqueid"));
                metElsewhere.add(block.get("RetrieverUniqueid"));
            }
            case "Pickup" -> {
                metElsewhere.add(block.get("Uniqueid"));
                putInPlaceOf(channel(block, "Target"), channel);
            }
            case "BridgeCreate" -> bridges.put(block.get("BridgeUniqueid"), block);
            case "BridgeDestroy" -> bridges.remove(block.get("BridgeUniqueid"));
            case "BridgeEnter" -> enter(channel, block);
            case "BridgeLeave" -> {
                if (channel != null) {
                    if (block.get("BridgeType").equals("parking")) {
                        halfParked(channel.uniqueid());
                    }
                    channel.leaveBridge();
                }
            }
            case "DialBegin", "AgentCalled" -> dialled(block);
            case "Hold", "Unhold" -> hold(channel, block.event().equals("Hold"));
            // Heard while on hold, and no more when somebody takes the party back or hands it on.
            case "MusicOnHoldStop" -> {
                if (channel != null) {
                    channel.onHold(false);
                }
            }
            case "Newexten" -> {
                if (channel != null) {
                    channel.runs(block.get("Application"), block.get("AppData"));
                }
            }
            case "QueueCallerJoin" -> join(channel, block);
            case "QueueCallerLeave" -> waitingIn(block.get("Queue")).remove(block.get("Uniqueid"));
            case "QueueMemberStatus", "QueueMemberAdded", "QueueMemberPause" ->
                members.computeIfAbsent(block.get("Queue"), queue -> new TreeMap<>())
                        .put(block.get("Interface"), block);
            case "QueueMemberRemoved" ->
                members.getOrDefault(block.get("Queue"), new TreeMap<>()).remove(block.get("Interface"));
            case "DeviceStateChange" -> devices.put(block.get("Device"), block.get("State"));
            case "Hangup" -> hangup(block.get("Uniqueid"));
            default -> {}
        }
    }

    /// Every event tells how its channel stands; a new one is introduced by Newchannel alone.
    private @Nullable RecordedChannel channel(Block block, String prefix) {
        String uniqueid = block.get(prefix + "Uniqueid");
        if (block.event().equals("Newchannel")) {
            channels.put(uniqueid, new RecordedChannel(block));
        }
        RecordedChannel channel = channels.get(uniqueid);
        if (channel != null && !block.event().equals("CEL") && !block.event().equals("Cdr")) {
            channel.described(block, prefix);
        }
        return channel;
    }

    private void enter(@Nullable RecordedChannel channel, Block block) {
        if (channel == null) {
            return;
        }
        String bridge = block.get("BridgeUniqueid");
        bridges.put(bridge, block);
        channel.enterBridge(bridge);
        if (block.get("BridgeTechnology").equals("holding_bridge")) {
            halfParked(channel.uniqueid());
            return;
        }
        // Who meets in a bridge takes the oldest Linkedid, and no event says so.
        List<RecordedChannel> together = inBridge(bridge);
        String oldest = together.stream()
                .map(RecordedChannel::linkedid)
                .min(RecordedChannel.BY_AGE)
                .orElseThrow();
        together.forEach(other -> other.linked(oldest));
    }

    /// Who picks up what has just been answered is in its bridge from then on; its BridgeLeave is the only word of it.
    private static void putInPlaceOf(@Nullable RecordedChannel answered, @Nullable RecordedChannel by) {
        if (answered != null && by != null && !answered.bridge().isEmpty()) {
            by.enterBridge(answered.bridge());
            answered.leaveBridge();
        }
    }

    /// Into parking and out of it leads a word of parking and one of the bridge, in either order.
    /// Who gives up there is half parked until the hang-up.
    private void halfParked(String uniqueid) {
        if (!halfParked.remove(uniqueid)) {
            halfParked.add(uniqueid);
        }
    }

    private void dialled(Block block) {
        RecordedChannel called = channel(block, "Dest");
        RecordedChannel caller = channels.get(block.get("Uniqueid"));
        boolean queue = block.event().equals("AgentCalled");
        if (called != null) {
            called.introduced(!queue);
            called.runs(queue || called.runs("AppQueue") ? "AppQueue" : "AppDial", "(Outgoing Line)");
        }
        if (caller != null && !queue && !caller.runs("Queue")) {
            caller.runs("Dial", block.get("DialString"));
        }
    }

    private void hold(@Nullable RecordedChannel channel, boolean on) {
        if (channel != null) {
            for (RecordedChannel other : inBridge(channel.bridge())) {
                if (other != channel) {
                    other.onHold(on);
                }
            }
        }
    }

    private void join(@Nullable RecordedChannel channel, Block block) {
        if (channel != null) {
            channel.runs("Queue", block.get("Queue") + ",tT");
            waitingIn(block.get("Queue")).add(block.get("Uniqueid"));
        }
    }

    private List<String> waitingIn(String queue) {
        return waiting.computeIfAbsent(queue, unused -> new ArrayList<>());
    }

    private List<RecordedChannel> inBridge(String bridge) {
        return bridge.isEmpty()
                ? List.of()
                : channels.values().stream()
                        .filter(other -> other.bridge().equals(bridge))
                        .toList();
    }

    /// Where the transferer waited or conferred, the party handed on goes on in their stead, and no event says so.
    ///
    /// @param heir who goes on there
    private record Place(String heir, String bridge, List<String> queues) {}

    private void takesThePlace(Block transfer) {
        String second = transfer.get("SecondTransfererUniqueid");
        RecordedChannel there = channels.get(second);
        List<String> queues = waiting.entrySet().stream()
                .filter(queue -> queue.getValue().contains(second))
                .map(Map.Entry::getKey)
                .toList();
        places.put(second, new Place(transfer.get("TransfereeUniqueid"), there == null ? "" : there.bridge(), queues));
    }

    private void hangup(String uniqueid) {
        Place place = places.remove(uniqueid);
        RecordedChannel heir = place == null ? null : channels.get(place.heir());
        if (place != null && heir != null) {
            heir.enterBridge(place.bridge());
            place.queues().forEach(queue -> waitingIn(queue).replaceAll(id -> id.equals(uniqueid) ? place.heir() : id));
        }
        channels.remove(uniqueid);
        halfParked.remove(uniqueid);
        waiting.values().forEach(queue -> queue.remove(uniqueid));
    }

    void startAnew() {
        channels.clear();
        bridges.clear();
        waiting.clear();
        halfParked.clear();
    }

    /// `PJSIP/...` and the like by their ids; the two ends of a Local channel are no parties.
    List<RecordedChannel> parties() {
        return channels.values().stream().filter(channel -> !channel.local()).toList();
    }

    /// From the first word of a hand-over to the hang-up of whoever handed on, the events tell who is with whom before
    /// the bridges do, and the other way round: what a list says in between is no measure.
    boolean inTransition() {
        return merging
                || !halfParked.isEmpty()
                || somebodyIsBeingCalled()
                || handedOn.stream().anyMatch(channels::containsKey);
    }

    /// Who took a parked call, picked one up, or met somebody in a conference, looks like one who calls: no list tells
    /// that their
    /// calls
    /// are one.
    boolean somebodyMetElsewhere() {
        return !metElsewhere.isEmpty();
    }

    /// For some milliseconds a channel is there, may even ring, and no event has said yet for whom it is called: a
    /// list knows more than whoever heard everything.
    private boolean somebodyIsBeingCalled() {
        return channels.values().stream().anyMatch(RecordedChannel::notIntroduced);
    }

    @Nullable
    String waitsIn(RecordedChannel channel) {
        for (var queue : waiting.entrySet()) {
            if (queue.getValue().contains(channel.uniqueid())) {
                return queue.getKey();
            }
        }
        return null;
    }

    /// Somebody is in the bridge with it, or at the far end of a Local channel that is.
    boolean hearsSomebody(RecordedChannel channel) {
        return audible(channel.bridge(), new HashSet<>())
                .filter(other -> !other.local())
                .anyMatch(other -> other != channel);
    }

    private Stream<RecordedChannel> audible(String bridge, Set<String> seen) {
        Block kind = bridges.get(bridge);
        boolean parking = kind != null && kind.get("BridgeTechnology").equals("holding_bridge");
        return seen.add(bridge) && !parking
                ? inBridge(bridge).stream()
                        .flatMap(one -> one.local()
                                ? channels.values().stream()
                                        .filter(one::isOtherEndOf)
                                        .flatMap(end -> audible(end.bridge(), seen))
                                : Stream.of(one))
                : Stream.empty();
    }

    /// Whether somebody it is with is on hold.
    boolean holds(String uniqueid) {
        RecordedChannel holder = channels.get(uniqueid);
        return holder != null
                && inBridge(holder.bridge()).stream().anyMatch(other -> other != holder && other.onHold());
    }

    /// What Asterisk answers to the questions of a log-in.
    ///
    /// @param started when it started, as `CoreStatus` says it
    List<byte[]> lists(String started) {
        List<byte[]> lists = new ArrayList<>();
        lists.add(text("Response: Success\r\nActionID: santral-core\r\nCoreStartupDate: 2026-11-21\r\nCoreStartupTime: "
                + started));
        devices.forEach((device, state) -> lists.add(text(
                "Event: DeviceStateChange\r\nActionID: santral-devices\r\nDevice: " + device + "\r\nState: " + state)));
        lists.add(complete("DeviceStateListComplete", "santral-devices", lists));
        bridges.forEach((id, bridge) -> lists.add(text("Event: BridgeListItem\r\nActionID: santral-bridges\r\n"
                + "BridgeUniqueid: " + id + "\r\nBridgeType: " + bridge.get("BridgeType") + "\r\nBridgeTechnology: "
                + bridge.get("BridgeTechnology") + "\r\nBridgeCreator: " + bridge.get("BridgeCreator")
                + "\r\nBridgeName: " + bridge.get("BridgeName") + "\r\nBridgeNumChannels: "
                + inBridge(id).size() + "\r\nBridgeVideoSourceMode: none")));
        lists.add(complete("BridgeListComplete", "santral-bridges", lists));
        queues(lists);
        List<RecordedChannel> shuffled = new ArrayList<>(channels.values());
        Collections.shuffle(shuffled, order);
        shuffled.forEach(channel -> lists.add(channel.status()));
        lists.add(complete("StatusComplete", "santral-channels", lists));
        return lists;
    }

    private void queues(List<byte[]> lists) {
        members.forEach((queue, inIt) -> inIt.values()
                .forEach(member -> lists.add(Block.bytes(
                        Map.of(),
                        "Event: QueueMember",
                        "Queue: " + queue,
                        "Name: " + member.get("MemberName"),
                        "Location: " + member.get("Interface"),
                        "StateInterface: " + member.get("StateInterface"),
                        "Status: " + member.get("Status"),
                        "Paused: " + member.get("Paused"),
                        "PausedReason: " + member.get("PausedReason"),
                        "ActionID: santral-queues"))));
        waiting.forEach((queue, callers) -> {
            for (int i = 0; i < callers.size(); i++) {
                lists.add(text("Event: QueueEntry\r\nQueue: " + queue + "\r\nPosition: " + (i + 1) + "\r\nUniqueid: "
                        + callers.get(i) + "\r\nWait: 1\r\nPriority: 0\r\nActionID: santral-queues"));
            }
        });
        lists.add(complete("QueueStatusComplete", "santral-queues", lists));
    }

    private static byte[] complete(String event, String question, List<byte[]> lists) {
        long items = lists.stream()
                .map(Block::of)
                .filter(block ->
                        !block.event().isEmpty() && block.get("ActionID").equals(question))
                .count();
        return text("Event: " + event + "\r\nActionID: " + question + "\r\nEventList: Complete\r\nListItems: " + items);
    }

    private static byte[] text(String block) {
        return block.getBytes(StandardCharsets.UTF_8);
    }
}
