package org.santral.asterisk.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.pbx.ClearCause;
import org.santral.switchboard.Input;

/// The state of the exchange right after a log-in: gathers the answers to the reader's questions, which come
/// among live events. Those are applied as they come; the lists are kept and told by [SnapshotTelling] when the
/// last one is complete, and only where nothing newer is known.
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

    private final List<Listed> channels = new ArrayList<>();
    private final List<AmiMessage> entries = new ArrayList<>();
    private final Map<String, Bridge.Kind> kinds = new HashMap<>();
    private long uptime = Long.MAX_VALUE;
    private boolean restarted;
    private @Nullable String bootedAt;
    private boolean complete;

    SnapshotReading(Exchange exchange, Outbox out, Queueing queueing, SnapshotTelling telling) {
        this.exchange = exchange;
        this.out = out;
        this.queueing = queueing;
        this.telling = telling;
    }

    void linkOpened(AmiSignal.Opened opened) {
        exchange.link++;
        exchange.heardSince = opened.receivedAt();
        restarted = opened.uptimeSeconds() < uptime && uptime != Long.MAX_VALUE;
        uptime = opened.uptimeSeconds();
        complete = false;
        forget();
    }

    void linkClosed() {
        complete = true;
        forget();
    }

    private void forget() {
        channels.clear();
        entries.clear();
        kinds.clear();
    }

    /// `CoreStatus` tells when Asterisk started: surer than the uptime, which a slow reconnect can outgrow.
    void answer(AmiMessage message) {
        String question = message.text("ActionID");
        boolean granted = "Success".equals(message.one("Response"));
        if (question.equals(CORE) && granted) {
            String started = message.text("CoreStartupDate") + " " + message.text("CoreStartupTime");
            String before = bootedAt;
            restarted = before == null ? restarted : !before.equals(started);
            bootedAt = started;
        }
        if (question.equals(CHANNELS) && !granted && !complete) {
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
                    list(message);
                } else if (event.equals("StatusComplete") && !complete) {
                    apply(message);
                }
            }
            case BRIDGES -> {
                if (event.equals("BridgeListItem")) {
                    kinds.put(message.text("BridgeUniqueid"), Bridge.Kind.of(message));
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

    private void list(AmiMessage message) {
        ChannelHeaders headers = ChannelHeaders.of(message);
        // A channel that has just ended may be listed a little longer.
        if (headers != null && !exchange.endedLately(headers.uniqueid())) {
            channels.add(new Listed(headers));
        }
    }

    private void asSnapshot(AmiMessage message) {
        out.message(message.receivedAt(), message.receivedAt(), Input.FromPbx.Origin.SNAPSHOT);
    }

    private void apply(AmiMessage last) {
        asSnapshot(last);
        channels.sort(Listed.FIRST_COMES_FIRST);
        telling.tell(channels, entries, kinds, restarted ? ClearCause.PBX_RESTARTED : ClearCause.LOST_TRACK);
        complete = true;
        forget();
        out.put(new Input.LinkUp(exchange.pbx, restarted, last.receivedAt()));
    }
}
