package org.santral.asterisk.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;

/// Says what the log knows of one call in the words of the manager interface, in the order in which it
/// happened.
///
/// The log does not say which channel called which: the application that ran says it (`Dial`, `Queue`), or the
/// end of the channels, which is known here from the beginning.
final class Retelling {
    private final Channels channels;
    private final QueueLog queueLog;
    private final List<CelRow> rows;
    private final List<AmiMessage> told = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private final Map<String, Dialed> dialing = new LinkedHashMap<>();
    private final Map<String, Dialed> waiting = new HashMap<>();
    private final Map<String, Dialed> dialedBy = new LinkedHashMap<>();
    private final Set<String> dialEnded = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> pickedUp = new HashSet<>();
    private final Set<String> bridgedLocals = new HashSet<>();

    private Retelling(List<CelRow> rows) {
        this.rows = rows.stream()
                .filter(row -> !row.ofQueueLog())
                .sorted(Comparator.comparing(CelRow::at))
                .toList();
        this.channels = new Channels(this.rows);
        this.queueLog = new QueueLog(rows);
    }

    /// @param rows of one call, see [LedgerCall]
    static List<AmiMessage> of(List<CelRow> rows) {
        return told(rows).told;
    }

    /// Where `queue_log` says something else than the event log.
    static List<String> contradictions(List<CelRow> rows) {
        return told(rows).contradictions;
    }

    private static Retelling told(List<CelRow> rows) {
        Retelling retelling = new Retelling(rows);
        retelling.rows.forEach(retelling::row);
        return retelling;
    }

    private void row(CelRow row) {
        if (!row.userType().isEmpty() && row.userType().equals(row.type())) {
            described(row);
            return;
        }
        switch (row.type()) {
            case "CHAN_START" -> begins(row);
            case "ANSWER" -> answers(row);
            case "APP_START" -> appStarts(row);
            case "APP_END" -> appEnds(row);
            case "BRIDGE_ENTER" -> enters(row);
            case "BRIDGE_EXIT" -> tell(bridge("BridgeLeave", row));
            case "HANGUP" -> hangsUp(row);
            case "BLINDTRANSFER" -> blindTransfer(row);
            case "ATTENDEDTRANSFER" -> attendedTransfer(row);
            case "PICKUP" -> pickUp(row);
            case "PARK_END" -> retrieved(row);
            default -> {}
        }
    }

    private void begins(CelRow row) {
        boolean called = channels.called(row);
        tell(Told.event("Newchannel", row.at()).channel("", row, called ? Told.DOWN : Told.RING));
        if (row.local()) {
            wire(row);
        }
        if (called && !row.channel().endsWith(";2")) {
            dialBegins(row);
        }
    }

    private void wire(CelRow row) {
        CelRow twin = channels.twin(row);
        if (twin != null
                && !bridgedLocals.add(row.channel().substring(0, row.channel().length() - 1))) {
            tell(Told.event("LocalBridge", row.at()).channel("LocalOne", twin).channel("LocalTwo", row));
        }
    }

    private void dialBegins(CelRow called) {
        Dialed by = callerOf(called);
        String device = Dialed.device(called.channel());
        String string = by == null ? null : by.stringFor(called);
        if (by != null) {
            dialedBy.put(called.uniqueid(), by);
            if (by.queue()) {
                tell(Told.event("AgentCalled", called.at())
                        .channel("", by.by())
                        .channel("Dest", called)
                        .header("Queue", by.queueName()));
            }
        }
        Told dial = Told.event("DialBegin", called.at());
        if (by != null) {
            dial.channel("", by.by());
        }
        tell(dial.channel("Dest", called)
                .header("DialString", string == null ? device.substring(device.indexOf('/') + 1) : string));
    }

    private @Nullable Dialed callerOf(CelRow called) {
        Dialed queue = null;
        Dialed dial = null;
        for (Dialed one : dialing.values()) {
            if (one.stringFor(called) == null || (one.queue() && !channels.calledByAQueue(called))) {
                continue;
            }
            if (one.queue()) {
                queue = one;
            } else {
                dial = one;
            }
        }
        return dial == null ? queue : dial;
    }

    private void answers(CelRow row) {
        answered.add(row.uniqueid());
        tell(Told.event("Newstate", row.at()).channel("", row, Told.UP));
        Dialed by = dialedBy.get(row.uniqueid());
        if (by != null) {
            dialEnds(row, by, "ANSWER");
        }
    }

    private void dialEnds(CelRow called, Dialed by, String status) {
        tell(Told.event("DialEnd", called.at())
                .channel("", by.by())
                .channel("Dest", called)
                .header("DialStatus", status));
    }

    private void appStarts(CelRow row) {
        if (row.app().equals("Dial") || row.app().equals("Queue")) {
            Dialed dialed = new Dialed(row);
            dialing.put(row.uniqueid(), dialed);
            if (dialed.queue()) {
                waiting.put(row.uniqueid(), dialed);
                tell(Told.event("QueueCallerJoin", row.at())
                        .channel("", row)
                        .header("Queue", dialed.queueName())
                        .header("Position", queueLog.position(dialed)));
            }
        }
    }

    private void appEnds(CelRow row) {
        Dialed ended = dialing.remove(row.uniqueid());
        endDialsOf(ended, row);
        if (ended != null && ended.queue()) {
            contradict(ended, row);
        }
        Dialed queue = waiting.get(row.uniqueid());
        if (queue == null) {
            return;
        }
        switch (queueLog.end(queue, row.at())) {
            case "" -> leavesAsItSeems(queue, row);
            case "ABANDON" -> {
                // Asterisk says so too of whom it hangs up itself as it stops.
                if (channels.gaveUp(row.uniqueid(), row)) {
                    tell(Told.event("HangupRequest", row.at()).channel("", row));
                }
            }
            case "EXITWITHTIMEOUT" -> timeIsUp(queue, row);
            default -> {}
        }
        leaves(row);
    }

    /// Without `queue_log`: who does not hang up when the time that `Queue` was given is over is sent away.
    private void leavesAsItSeems(Dialed queue, CelRow row) {
        if (channels.gaveUp(row.uniqueid(), row)) {
            tell(Told.event("HangupRequest", row.at()).channel("", row));
        } else if (queue.outOfPatience(row.at())) {
            timeIsUp(queue, row);
        }
    }

    private void timeIsUp(Dialed queue, CelRow row) {
        tell(Told.event("QueueCallerAbandon", row.at()).channel("", row).header("Queue", queue.queueName()));
    }

    private void contradict(Dialed queue, CelRow end) {
        boolean taken = dialedBy.entrySet().stream()
                .anyMatch(one -> one.getValue() == queue
                        && (answered.contains(one.getKey()) || pickedUp.contains(one.getKey())));
        String without = queueLog.end(queue, end.at());
        if (taken && !without.isEmpty() && !queueLog.connected(queue, end.at())) {
            contradictions.add(queue.queueName() + ": " + without);
        } else if (!taken && queueLog.connected(queue, end.at())) {
            contradictions.add(queue.queueName() + ": CONNECT");
        }
    }

    private void leaves(CelRow row) {
        Dialed queue = waiting.remove(row.uniqueid());
        if (queue != null) {
            tell(Told.event("QueueCallerLeave", row.at())
                    .channel("", queue.by())
                    .header("Queue", queue.queueName()));
        }
    }

    private void enters(CelRow row) {
        leavesQueue(row);
        CelRow behalf = behalfOf(row);
        if (behalf != null) {
            leavesQueue(new Moment(behalf, row).asRow());
        }
        tell(bridge("BridgeEnter", row));
    }

    private void leavesQueue(CelRow row) {
        if (waiting.containsKey(row.uniqueid())) {
            leaves(row);
        }
    }

    /// A channel at the moment of another's step.
    private record Moment(CelRow channel, CelRow step) {
        CelRow asRow() {
            return new CelRow(
                    step.type(),
                    step.at(),
                    channel.uniqueid(),
                    channel.linkedid(),
                    channel.channel(),
                    channel.number(),
                    channel.name(),
                    channel.dialled(),
                    channel.exten(),
                    channel.context(),
                    channel.app(),
                    channel.appData(),
                    channel.peer(),
                    channel.userType(),
                    "");
        }
    }

    /// On whose behalf a channel was called, through Local channels; null when on nobody's.
    private @Nullable CelRow behalfOf(CelRow called) {
        Dialed by = dialedBy.get(called.uniqueid());
        CelRow behalf = by == null ? null : by.by();
        for (int hops = 0; behalf != null && behalf.local() && hops < 8; hops++) {
            CelRow twin = channels.twin(behalf);
            Dialed outer = twin == null ? null : dialedBy.get(twin.uniqueid());
            behalf = outer == null ? null : outer.by();
        }
        return behalf;
    }

    private static Told bridge(String event, CelRow row) {
        Extra extra = Extra.of(row);
        return Told.event(event, row.at())
                .header("BridgeUniqueid", extra.text("bridge_id"))
                .header("BridgeTechnology", extra.text("bridge_technology"))
                .channel("", row, Told.UP);
    }

    private void hangsUp(CelRow row) {
        Dialed by = dialedBy.get(row.uniqueid());
        Extra extra = Extra.of(row);
        if (by != null) {
            unanswered(row.uniqueid(), by, row);
        }
        if (channels.endedByParty(row)) {
            tell(Told.event("HangupRequest", row.at()).channel("", row));
        }
        tell(Told.event("Hangup", row.at()).channel("", row).header("Cause", extra.text("hangupcause")));
        dialing.remove(row.uniqueid());
    }

    /// The application ends before the channels it called do, at times even its own channel.
    private void endDialsOf(@Nullable Dialed by, CelRow row) {
        for (Map.Entry<String, Dialed> one : List.copyOf(dialedBy.entrySet())) {
            if (one.getValue() == by) {
                unanswered(one.getKey(), one.getValue(), row);
            }
        }
    }

    private void unanswered(String uniqueid, Dialed by, CelRow now) {
        CelRow called = channels.hangUp(uniqueid);
        if (called != null && !answered.contains(uniqueid) && dialEnded.add(uniqueid)) {
            String status = howDialEnded(called, by, Extra.of(called).number("hangupcause"));
            dialEnds(new Moment(called, now).asRow(), by, status);
        }
    }

    private String howDialEnded(CelRow called, Dialed by, int cause) {
        if (cause == 17) {
            return "BUSY";
        }
        CelRow behalf = behalfOf(called);
        boolean othersAnswered =
                dialedBy.entrySet().stream().anyMatch(one -> one.getValue() == by && answered.contains(one.getKey()));
        boolean callerGone = channels.gaveUp(by.by().uniqueid(), called)
                || (behalf != null && channels.gaveUp(behalf.uniqueid(), called));
        if (othersAnswered || callerGone) {
            return "CANCEL";
        }
        String status = by.queue() ? "" : channels.dialStatus(by.by());
        return status.isEmpty() || status.equals("ANSWER") ? "NOANSWER" : status;
    }

    private void blindTransfer(CelRow row) {
        Extra extra = Extra.of(row);
        Told event = Told.event("BlindTransfer", row.at()).channel("Transferer", row);
        other(event, "Transferee", channels.named(extra.text("transferee_channel_name")));
        tell(event.header("Extension", extra.text("extension")));
    }

    private void attendedTransfer(CelRow row) {
        Extra extra = Extra.of(row);
        CelRow second = channels.of(extra.text("channel2_uniqueid"));
        if (second == null) {
            return;
        }
        Told event = Told.event("AttendedTransfer", row.at())
                .channel("OrigTransferer", row)
                .channel("SecondTransferer", second);
        other(event, "Transferee", channels.of(extra.text("transferee_channel_uniqueid")));
        other(event, "TransferTarget", channels.of(extra.text("transfer_target_channel_uniqueid")));
        tell(event);
    }

    private static void other(Told event, String prefix, @Nullable CelRow channel) {
        if (channel != null) {
            event.channel(prefix, channel);
        }
    }

    private void pickUp(CelRow row) {
        CelRow by = channels.picker(row);
        if (by != null) {
            pickedUp.add(row.uniqueid());
            tell(Told.event("Pickup", row.at()).channel("", by).channel("Target", row));
        }
    }

    private void retrieved(CelRow row) {
        CelRow by = channels.named(Extra.of(row).text("retriever"));
        if (by != null) {
            tell(Told.event("UnParkedCall", row.at()).channel("Retriever", by).channel("Parkee", row));
        }
    }

    /// `CELGenUserEvent(Santral,PRESENTATION DID)` of the dialplan.
    private void described(CelRow row) {
        String[] words = Extra.of(row).text("extra").split(" ", 2);
        if (row.userType().equals("Santral") && words.length == 2) {
            tell(Told.event("UserEvent", row.at())
                    .header("UserEvent", "Santral")
                    .channel("", row)
                    .header("Did", words[1])
                    .header("Pres", words[0]));
        }
    }

    private void tell(Told event) {
        told.add(event.message());
    }
}
