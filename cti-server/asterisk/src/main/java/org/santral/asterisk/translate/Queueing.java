package org.santral.asterisk.translate;

import org.santral.asterisk.ami.AmiMessage;
import org.santral.pbx.DeviceState;
import org.santral.pbx.PbxEvent;

/// Callers who wait, members who may be called.
final class Queueing {
    private final Exchange exchange;
    private final Outbox out;

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

    /// Asterisk says "abandoned" also when the queue's own time was up (trace: time-out exit); the caller who
    /// really gave up has asked to be hung up before.
    void left(Channel caller, String queue) {
        if (!queue.equals(caller.waitsIn)) {
            return;
        }
        caller.waitsIn = null;
        PbxEvent.Dequeued.Reason reason = caller.answered
                ? PbxEvent.Dequeued.Reason.ANSWERED
                : caller.hangupAsked || caller.released
                        ? PbxEvent.Dequeued.Reason.ABANDONED
                        : caller.abandoned ? PbxEvent.Dequeued.Reason.TIMED_OUT : PbxEvent.Dequeued.Reason.LEFT;
        out.put(new PbxEvent.Dequeued(caller.group.call, caller.connection, queue, reason));
    }

    /// The caller's place in the queue goes to somebody else.
    void takesThePlace(Channel caller, Channel before) {
        String queue = before.waitsIn;
        if (queue != null) {
            left(before, queue);
            joined(caller, queue, before.position);
        }
    }

    void member(AmiMessage message, String deviceHeader, String nameHeader) {
        String device = message.text("StateInterface");
        if (device.isEmpty()) {
            device = message.text(deviceHeader);
        }
        out.put(new PbxEvent.QueueMemberChanged(
                message.text("Queue"),
                exchange.named(device),
                message.text(nameHeader),
                memberState(message.text("Status")),
                message.text("Paused").equals("1"),
                message.text("PausedReason")));
    }

    void memberRemoved(AmiMessage message) {
        String device = message.text("StateInterface");
        out.put(new PbxEvent.QueueMemberRemoved(
                message.text("Queue"), exchange.named(device.isEmpty() ? message.text("Interface") : device)));
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
