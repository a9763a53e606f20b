package org.santral.switchboard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.call.Direction;
import org.santral.history.About;
import org.santral.history.CallHistory;
import org.santral.history.CallRecord;

/// Writes down every call an input has changed: once, after all else.
final class Records {
    private final Board board;
    private final List<LiveCall> touched = new ArrayList<>();

    Records(Board board) {
        this.board = board;
    }

    void touch(LiveCall call) {
        if (!call.touched) {
            call.touched = true;
            touched.add(call);
        }
    }

    void writeTouched() {
        for (int i = 0; i < touched.size(); i++) {
            var call = touched.get(i);
            call.touched = false;
            call.revision++;
            board.effects.add(new Effect.RecordCall(recordOf(call)));
        }
        touched.clear();
    }

    CallRecord recordOf(LiveCall call) {
        var about = new About(
                call.revision,
                call.caller,
                call.match().lookUp(),
                call.match().recorded(),
                agentOf(call),
                call.unknowns.certainty(),
                call.handovers.stream().map(Handover::told).toList(),
                call.notes(),
                call.partOf,
                because(call),
                call.tapes.written(board.clock.now(call)));
        return CallHistory.record(call.call, about, call::agentAt, board.clock.now(call));
    }

    private static List<Because> because(LiveCall call) {
        List<Because> unknown = call.unknowns.reasons();
        if (unknown.isEmpty()) {
            return call.because();
        }
        var all = new ArrayList<>(call.because());
        all.addAll(unknown);
        return List.copyOf(all);
    }

    private static @Nullable AgentId agentOf(LiveCall call) {
        var origin = call.call.origin();
        if (call.call.direction() == Direction.OUTGOING && call.spoke == null && origin != null) {
            return call.agentAt(origin);
        }
        return call.spoke;
    }
}
