package org.santral.asterisk.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.pbx.DeviceId;
import org.santral.pbx.DeviceState;
import org.santral.pbx.PbxEvent;

/// Callers who wait, members who may be called.
final class Queueing {
    private final Exchange exchange;
    private final Outbox out;
    private final Map<String, PbxEvent.QueueMemberChanged> members = new HashMap<>();
    private final Set<String> listed = new HashSet<>();

    Queueing(Exchange exchange, Outbox out) {
        this.exchange = exchange;
        this.out = out;
    }

    void joined(Channel caller, String queue, int position) {
        if (queue.equals(caller.waitsIn)) {
            return;
        }
        caller.waitsIn = queue;
        caller.position = position;
        caller.answered = false;
        caller.abandoned = false;
        out.put(new PbxEvent.Queued(caller.group.call, caller.connection, queue, position));
    }

    /// Asterisk says "abandoned" also when the queue's own time was up (trace: time-out exit), and of callers whom it
    /// hangs up itself as it stops; the caller who really gave up has asked to be hung up before.
    void left(Channel caller, String queue) {
        if (!queue.equals(caller.waitsIn)) {
            return;
        }
        caller.waitsIn = null;
        out.put(new PbxEvent.Dequeued(caller.group.call, caller.connection, queue, reason(caller)));
    }

    private static PbxEvent.Dequeued.Reason reason(Channel caller) {
        if (caller.answered) {
            return PbxEvent.Dequeued.Reason.ANSWERED;
        }
        if (caller.hangupAsked) {
            return PbxEvent.Dequeued.Reason.ABANDONED;
        }
        return caller.abandoned && !caller.released
                ? PbxEvent.Dequeued.Reason.TIMED_OUT
                : PbxEvent.Dequeued.Reason.LEFT;
    }

    /// The caller's place in the queue goes to somebody else.
    void takesThePlace(Channel caller, Channel before) {
        String queue = before.waitsIn;
        if (queue != null) {
            left(before, queue);
            joined(caller, queue, before.position);
        }
    }

    /// Something of a member changed.
    void member(AmiMessage message) {
        PbxEvent.QueueMemberChanged now = read(message, "Interface", "MemberName");
        members.put(key(now.queue(), now.device()), now);
        out.put(now);
    }

    /// A member as a list has it: told only where it differs from what was told before, for the lists come again and
    /// again.
    void memberListed(AmiMessage message) {
        PbxEvent.QueueMemberChanged now = read(message, "Location", "Name");
        String key = key(now.queue(), now.device());
        listed.add(key);
        if (!now.equals(members.put(key, now))) {
            out.put(now);
        }
    }

    /// The list of members is complete.
    ///
    /// @param whole nothing of it was damaged: who is not in it is a member no more
    void membersListed(boolean whole) {
        if (whole) {
            List<PbxEvent.QueueMemberChanged> gone = new ArrayList<>();
            members.forEach((key, member) -> {
                if (!listed.contains(key)) {
                    gone.add(member);
                }
            });
            gone.forEach(member -> removed(member.queue(), member.device()));
        }
        listed.clear();
    }

    void memberRemoved(AmiMessage message) {
        removed(message.text("Queue"), device(message, "Interface"));
    }

    private void removed(String queue, DeviceId device) {
        members.remove(key(queue, device));
        out.put(new PbxEvent.QueueMemberRemoved(queue, device));
    }

    private PbxEvent.QueueMemberChanged read(AmiMessage message, String deviceHeader, String nameHeader) {
        DeviceId device = device(message, deviceHeader);
        String calledBy = message.text(deviceHeader);
        return new PbxEvent.QueueMemberChanged(
                message.text("Queue"),
                device,
                message.text(nameHeader),
                memberState(message.text("Status")),
                message.text("Paused").equals("1"),
                message.text("PausedReason"),
                calledBy.isEmpty() || calledBy.equals(device.name()) ? null : calledBy);
    }

    private DeviceId device(AmiMessage message, String header) {
        String device = message.text("StateInterface");
        return exchange.named(device.isEmpty() ? message.text(header) : device);
    }

    private static String key(String queue, DeviceId device) {
        return queue + '\n' + device.name();
    }

    /// Only real devices: queues and hints have device states too.
    void deviceState(String device, String state) {
        int slash = device.indexOf('/');
        if (slash > 0 && Character.isUpperCase(device.charAt(0)) && !device.startsWith("Queue:")) {
            out.put(new PbxEvent.DeviceStateChanged(exchange.named(device), deviceState(state)));
        }
    }

    private static DeviceState memberState(String status) {
        return switch (status) {
            case "1" -> DeviceState.IDLE;
            case "2" -> DeviceState.IN_USE;
            case "3" -> DeviceState.BUSY;
            case "4", "5" -> DeviceState.UNAVAILABLE;
            case "6", "7" -> DeviceState.RINGING;
            case "8" -> DeviceState.HELD;
            default -> DeviceState.UNKNOWN;
        };
    }

    private static DeviceState deviceState(String state) {
        return switch (state) {
            case "NOT_INUSE" -> DeviceState.IDLE;
            case "INUSE" -> DeviceState.IN_USE;
            case "BUSY" -> DeviceState.BUSY;
            case "UNAVAILABLE", "INVALID" -> DeviceState.UNAVAILABLE;
            case "RINGING", "RINGINUSE" -> DeviceState.RINGING;
            case "ONHOLD" -> DeviceState.HELD;
            default -> DeviceState.UNKNOWN;
        };
    }
}
