package org.santral.switchboard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.screenpop.Pop;

/// A client that has seen every effect from the beginning, or one that starts from a snapshot: both must show
/// the same.
final class Desk {
    private final Map<Place, Pop> pops = new HashMap<>();
    private final Map<AgentId, AgentLine> agents = new HashMap<>();
    private final Map<String, Integer> queues = new TreeMap<>();
    private final Map<CallId, CallLine> calls = new LinkedHashMap<>();
    private boolean linkUp;

    private record Place(CallId call, AgentId agent) {}

    private record AgentLine(AgentState state, @Nullable String extension) {}

    private record CallLine(long revision, List<? extends @Nullable Object> shown) {}

    static Desk of(Snapshot snapshot) {
        var desk = new Desk();
        snapshot.pops().forEach(desk::show);
        snapshot.agents().forEach(one -> desk.agents.put(one.agent(), new AgentLine(one.state(), one.extension())));
        snapshot.queues().forEach(one -> desk.waits(one.name(), one.waiting()));
        snapshot.calls().forEach(one -> desk.row(one.record()));
        desk.linkUp = snapshot.link().up();
        return desk;
    }

    void see(Effect effect) {
        switch (effect) {
            case Effect.ShowPop shown -> show(shown.pop());
            case Effect.WithdrawPop gone -> pops.remove(new Place(gone.call(), gone.agent()));
            case Effect.AgentChanged one -> agents.put(one.agent(), new AgentLine(one.state(), one.extension()));
            case Effect.QueueChanged one -> waits(one.queue(), one.waiting());
            case Effect.RecordCall one -> row(one.record());
            case Effect.LinkChanged one -> linkUp = one.up();
            case Effect.LookUpCaller unused -> {}
            case Effect.LearnNumber unused -> {}
            case Effect.NoPop unused -> {}
            case Effect.AnswerRoute unused -> {}
            case Effect.SendCommand unused -> {}
            case Effect.Refuse unused -> {}
            case Effect.Done unused -> {}
            case Effect.StartTimer unused -> {}
            case Effect.CancelTimer unused -> {}
            case Effect.Anomaly unused -> {}
        }
    }

    private void show(Pop pop) {
        var place = new Place(pop.call(), pop.agent());
        if (pop.state() == Pop.State.ENDED) {
            pops.remove(place);
        } else {
            pops.put(place, pop);
        }
    }

    private void waits(String queue, int waiting) {
        if (waiting == 0) {
            queues.remove(queue);
        } else {
            queues.put(queue, waiting);
        }
    }

    private void row(CallRecord record) {
        if (record.endedAt() != null) {
            calls.remove(record.call());
        } else {
            calls.put(record.call(), new CallLine(record.revision(), shown(record)));
        }
    }

    private static List<? extends @Nullable Object> shown(CallRecord record) {
        return Arrays.<@Nullable Object>asList(
                record.direction(),
                record.caller(),
                record.customer(),
                record.did(),
                record.queue(),
                record.agent(),
                record.answeredAt(),
                record.outcome(),
                record.because());
    }

    /// What it shows, for comparison.
    Map<String, Object> screen() {
        return Map.of("pops", pops, "agents", agents, "queues", queues, "calls", calls, "link", linkUp);
    }
}
