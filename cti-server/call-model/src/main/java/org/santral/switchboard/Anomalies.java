package org.santral.switchboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxEvent;

/// Inputs that do not fit, said by kind so that they can be counted.
final class Anomalies {
    /// It was said before and nothing has changed since.
    static final String DUPLICATE = "duplicate";
    /// It speaks of a connection or a call that has ended.
    static final String LATE = "late";
    /// It speaks of a connection nobody introduced.
    static final String UNKNOWN_CONNECTION = "unknown-connection";
    /// It speaks of a call nobody introduced.
    static final String UNKNOWN_CALL = "unknown-call";
    /// The table has no such row.
    static final String UNLISTED = "unlisted";
    /// The connection belongs to another call than it says.
    static final String OTHER_CALL = "other-call";
    /// A phone is called on behalf of a party whose beginning was not seen.
    static final String BEGINNING_UNSEEN = "beginning-unseen";
    /// The signalling cannot be trusted.
    static final String TAINTED = "tainted";
    /// The exchange's clock was set.
    static final String CLOCK_SET = "clock-set";
    /// An agent who is not signed on wants to be ready, or chooses a customer who is no candidate.
    static final String WISH = "wish";

    private final Board board;

    Anomalies(Board board) {
        this.board = board;
    }

    void stray(PbxEvent.OfConnection event) {
        boolean ended = board.calls.hasEnded(event.connection()) || board.calls.hasEnded(event.call());
        report(event.call(), ended ? LATE : UNKNOWN_CONNECTION, event);
    }

    void unlisted(Leg leg, PbxEvent event) {
        boolean duplicate = saysNothingNew(leg, event);
        if (!duplicate) {
            leg.in.unknowns.didNotFit(leg.connection.device(), event.getClass().getSimpleName());
            board.records.touch(leg.in);
        }
        report(leg.in.id(), duplicate ? DUPLICATE : UNLISTED, event);
    }

    void tainted(PbxEvent.Tainted event) {
        var call = event.call();
        LiveCall live = call == null ? null : board.calls.find(call);
        if (live != null) {
            live.unknowns.tainted(event.reason());
            board.records.touch(live);
        }
        report(call, TAINTED, event);
    }

    void report(@Nullable CallId call, String kind, Object detail) {
        LiveCall live = call == null ? null : board.calls.find(call);
        List<String> story = live == null ? List.of() : live.call.story();
        board.effects.add(new Effect.Anomaly(call, kind, detail.toString(), story));
    }

    private static boolean saysNothingNew(Leg leg, PbxEvent event) {
        if (event instanceof PbxEvent.RecordingStarted
                || event instanceof PbxEvent.RecordingPaused
                || event instanceof PbxEvent.RecordingResumed
                || event instanceof PbxEvent.RecordingStopped) {
            return true;
        }
        return switch (leg.connection.state()) {
            case ALERTING -> event instanceof PbxEvent.Delivered;
            case CONNECTED ->
                event instanceof PbxEvent.Established
                        || event instanceof PbxEvent.Delivered
                        || event instanceof PbxEvent.Dequeued;
            case HELD -> event instanceof PbxEvent.Held || event instanceof PbxEvent.Established;
            case PARKED -> event instanceof PbxEvent.Parked;
            case NULL, INITIATED, QUEUED, FAILED -> false;
        };
    }
}
