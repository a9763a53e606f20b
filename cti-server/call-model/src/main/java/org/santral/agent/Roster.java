package org.santral.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.call.Transitions;

/// Who is signed on at which phone, and whether that phone is in use.
public final class Roster {
    private final Transitions<AgentState, AgentStep> table;
    private final Map<AgentId, Seat> seats = new LinkedHashMap<>();
    private final Map<String, List<Seat>> byExtension = new HashMap<>();
    private final Map<String, String> paused = new HashMap<>();
    private final Map<String, Integer> talking = new HashMap<>();
    private final Map<String, Integer> reserved = new HashMap<>();

    public Roster(Transitions<AgentState, AgentStep> table) {
        this.table = table;
    }

    public Seat signOn(AgentId agent, String extension, Instant at) {
        var seat = seats.computeIfAbsent(agent, id -> new Seat(id, at));
        leavePhone(seat);
        seat.sitDown(extension);
        byExtension.computeIfAbsent(extension, unused -> new ArrayList<>(1)).add(seat);
        if (seat.state() == AgentState.LOGGED_OFF) {
            seat.wantCalls(true, null);
        }
        seat.step(AgentStep.SIGNED_ON, table, at);
        follow(seat, at);
        settle(seat, at);
        return seat;
    }

    public Seat signOff(AgentId agent, Instant at) {
        var seat = seats.computeIfAbsent(agent, id -> new Seat(id, at));
        leavePhone(seat);
        seat.pausedByExchange(null);
        seat.step(AgentStep.SIGNED_OFF, table, at);
        return seat;
    }

    /// @return null when the agent is not signed on
    public @Nullable Seat setReady(AgentId agent, boolean ready, @Nullable String reason, Instant at) {
        var seat = seats.get(agent);
        if (seat == null || seat.state() == AgentState.LOGGED_OFF) {
            return null;
        }
        seat.wantCalls(ready, reason);
        stepAsWished(seat, at);
        return seat;
    }

    /// The exchange has paused a phone in every queue it serves, or offers it calls again. Who sits there is not
    /// ready until the exchange ends the pause, whatever they wish meanwhile.
    ///
    /// @param why null when it is not paused
    /// @return the agents whose state or reason this changed
    public List<Seat> phonePaused(String extension, @Nullable String why, Instant at) {
        if (why == null) {
            paused.remove(extension);
        } else {
            paused.put(extension, why);
        }
        List<Seat> changed = new ArrayList<>();
        for (Seat seat : at(extension)) {
            if (follow(seat, at)) {
                changed.add(seat);
            }
        }
        return changed;
    }

    private boolean follow(Seat seat, Instant at) {
        String extension = seat.extension();
        boolean isNew = seat.pausedByExchange(extension == null ? null : paused.get(extension));
        if (isNew) {
            stepAsWished(seat, at);
        }
        return isNew;
    }

    private void stepAsWished(Seat seat, Instant at) {
        seat.step(seat.wantsCalls() ? AgentStep.MADE_READY : AgentStep.MADE_NOT_READY, table, at);
    }

    /// A party at this phone began to talk or dial.
    ///
    /// @return the agents whose state this changed
    public List<Seat> phoneTaken(String extension, Instant at) {
        return talking.merge(extension, 1, Integer::sum) == 1 ? settleAll(extension, at) : List.of();
    }

    /// @return the agents whose state this changed
    public List<Seat> phoneFreed(String extension, Instant at) {
        Integer left = talking.computeIfPresent(extension, (unused, calls) -> calls == 1 ? null : calls - 1);
        return left == null ? settleAll(extension, at) : List.of();
    }

    /// A connection at this phone came into being; it may not even ring yet.
    public void phoneReserved(String extension) {
        reserved.merge(extension, 1, Integer::sum);
    }

    public void phoneReleased(String extension) {
        reserved.computeIfPresent(extension, (unused, calls) -> calls == 1 ? null : calls - 1);
    }

    public boolean phoneIdle(String extension) {
        return !reserved.containsKey(extension);
    }

    /// Who sits at this phone, in the order they came; the first answers for its calls.
    public List<Seat> at(String extension) {
        return byExtension.getOrDefault(extension, List.of());
    }

    public @Nullable Seat seat(AgentId agent) {
        return seats.get(agent);
    }

    public Collection<Seat> seats() {
        return seats.values();
    }

    private List<Seat> settleAll(String extension, Instant at) {
        List<Seat> there = at(extension);
        for (int i = 0; i < there.size(); i++) {
            settle(there.get(i), at);
        }
        return there;
    }

    private void settle(Seat seat, Instant at) {
        boolean onCall = seat.extension() != null && talking.containsKey(seat.extension());
        if (onCall && seat.state() != AgentState.BUSY) {
            seat.step(AgentStep.TOOK_CALL, table, at);
        } else if (!onCall && seat.state() == AgentState.BUSY) {
            seat.step(seat.wantsCalls() ? AgentStep.LEFT_CALL_READY : AgentStep.LEFT_CALL_NOT_READY, table, at);
        }
    }

    private void leavePhone(Seat seat) {
        if (seat.extension() != null) {
            var there = byExtension.get(seat.extension());
            if (there != null && there.remove(seat) && there.isEmpty()) {
                byExtension.remove(seat.extension());
            }
            seat.sitDown(null);
        }
    }
}
