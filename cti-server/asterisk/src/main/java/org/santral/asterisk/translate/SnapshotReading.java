package org.santral.asterisk.translate;

import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Oddity;
import org.santral.pbx.ClearCause;
import org.santral.pbx.PbxEvent;
import org.santral.switchboard.Input;

/// What the exchange says of its own state, right after a log-in and now and then: gathers the answers to the
/// reader's questions, which come among live events. Those are applied as they come; the lists are kept. Those of the
/// log-in are told by [SnapshotTelling] when the last one is complete, later ones only compared by [Comparing].
final class SnapshotReading {
    private static final String CORE = "santral-core";
    private static final String CHANNELS = "santral-channels";
    private static final String BRIDGES = "santral-bridges";
    private static final String QUEUES = "santral-queues";
    private static final String DEVICES = "santral-devices";

    private final Exchange exchange;
    private final Outbox out;
    private final Queueing queueing;
    private final SnapshotTelling telling;
    private final Comparing comparing;
    private final Oddities oddities;

    private final Lists lists = new Lists();
    private long uptime = Long.MAX_VALUE;
    private boolean restarted;
    private @Nullable String bootedAt;
    private boolean complete;
    /// A list of the log-in was damaged: the next whole one takes its place.
    private boolean owed;

    SnapshotReading(
            Exchange exchange,
            Outbox out,
            Queueing queueing,
            SnapshotTelling telling,
            Comparing comparing,
            Oddities oddities) {
        this.exchange = exchange;
        this.out = out;
        this.queueing = queueing;
        this.telling = telling;
        this.comparing = comparing;
        this.oddities = oddities;
    }

    void linkOpened(AmiSignal.Opened opened) {
        exchange.link++;
        exchange.heardSince = opened.receivedAt();
        restarted = opened.uptimeSeconds() < uptime && uptime != Long.MAX_VALUE;
        uptime = opened.uptimeSeconds();
        complete = false;
        owed = false;
        lists.clear();
        queueing.membersListed(false);
        comparing.begins();
    }

    void linkClosed() {
        complete = true;
        owed = false;
        lists.clear();
    }

    /// `CoreStatus` tells when Asterisk started: surer than the uptime, which a slow reconnect can outgrow.
    void answer(AmiMessage message) {
        String question = message.text("ActionID");
        boolean granted = "Success".equals(message.one("Response"));
        if (question.equals(CORE) && granted) {
            started(message.text("CoreStartupDate"), message.text("CoreStartupTime"));
        }
        if (question.equals(CHANNELS) && !granted && !complete) {
            // Without the right to ask, live events still come: the link is up, only what was before is not known.
            apply(message, true);
        }
    }

    /// A start that is not told whole says nothing.
    private void started(String date, String time) {
        if (!date.isEmpty() && !time.isEmpty()) {
            String started = date + " " + time;
            String before = bootedAt;
            restarted = before == null ? restarted : !before.equals(started);
            bootedAt = started;
        }
    }

    /// @return true when the event was an answer to one of our questions
    boolean take(String event, AmiMessage message) {
        String question = message.one("ActionID");
        if (question == null || !question.startsWith("santral-")) {
            return false;
        }
        switch (question) {
            case CHANNELS -> channels(event, message);
            case BRIDGES -> lists.bridge(message);
            case QUEUES -> queues(event, message);
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

    private void channels(String event, AmiMessage message) {
        if (event.equals("Status")) {
            list(message);
        } else if (event.equals("StatusComplete")) {
            lists.channelsEnd(message);
            asSnapshot(message);
            if (!complete || (owed && lists.channelsWhole())) {
                apply(message, lists.channelsWhole());
            } else {
                comparing.compare(lists);
                lists.clear();
            }
        }
    }

    private void list(AmiMessage message) {
        ChannelHeaders headers = ChannelHeaders.of(message);
        if (headers == null) {
            oddities.count(Oddity.TAINTED);
            String evidence = message.toString();
            asSnapshot(message);
            out.put(new PbxEvent.Tainted(
                    null,
                    "headers of a listed channel cut, repeated or out of order",
                    evidence.substring(0, Math.min(evidence.length(), AsteriskTranslator.EVIDENCE))));
        } else if (exchange.endedLately(headers.uniqueid())) {
            // A channel that has just ended may be listed a little longer.
            lists.countChannel();
        } else {
            lists.channel(new Listed(headers));
        }
    }

    private void queues(String event, AmiMessage message) {
        if (event.equals("QueueStatusComplete")) {
            lists.queuesEnd(message);
            asSnapshot(message);
            queueing.membersListed(lists.queuesWhole());
            return;
        }
        lists.countQueueBlock();
        if (event.equals("QueueEntry")) {
            lists.queueEntry(message);
        } else if (event.equals("QueueMember")) {
            asSnapshot(message);
            queueing.memberListed(message);
        }
    }

    private void asSnapshot(AmiMessage message) {
        out.message(message.receivedAt(), message.receivedAt(), Input.FromPbx.Origin.SNAPSHOT);
    }

    private void apply(AmiMessage last, boolean whole) {
        asSnapshot(last);
        lists.channels.sort(Listed.FIRST_COMES_FIRST);
        ClearCause gone = restarted ? ClearCause.PBX_RESTARTED : ClearCause.LOST_TRACK;
        // Who is from before a restart is gone, also where the list of who is there now is damaged.
        telling.tellAll(lists, whole || restarted ? gone : null);
        lists.clear();
        owed = !whole;
        if (!complete) {
            complete = true;
            out.put(new Input.LinkUp(exchange.pbx, restarted, last.receivedAt()));
        }
    }
}
