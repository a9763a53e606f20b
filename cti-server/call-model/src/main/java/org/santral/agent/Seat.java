package org.santral.agent;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.santral.call.Transitions;

/// One agent: where they sit and what they do.
public final class Seat {
    private final AgentId agent;
    private AgentState state = AgentState.LOGGED_OFF;
    private @Nullable String extension;
    private @Nullable String reason;
    private boolean wantsCalls = true;
    private @Nullable String pausedByExchange;
    private Instant since;

    Seat(AgentId agent, Instant at) {
        this.agent = agent;
        this.since = at;
    }

    /// @return false when the table has no such row; then nothing has changed
    boolean step(AgentStep step, Transitions<AgentState, AgentStep> table, Instant at) {
        AgentState next = table.next(state, step);
        if (next == null) {
            return false;
        }
        if (next != state) {
            state = next;
            since = at;
        }
        return true;
    }

    void sitDown(@Nullable String at) {
        extension = at;
    }

    void wantCalls(boolean ready, @Nullable String why) {
        wantsCalls = ready;
        reason = ready ? null : why;
    }

    /// A pause of the agent's own that the exchange has taken over is the exchange's from then on: it ends where
    /// anybody ends it, at a desk or by a code at the phone.
    ///
    /// @param why null when the exchange offers calls to the phone
    /// @return whether that is new
    boolean pausedByExchange(@Nullable String why) {
        boolean isNew = !Objects.equals(pausedByExchange, why);
        pausedByExchange = why;
        if (why != null && why.equals(reason)) {
            wantCalls(true, null);
        }
        return isNew;
    }

    /// The agent wishes them, and the exchange has not paused the phone.
    boolean wantsCalls() {
        return wantsCalls && pausedByExchange == null;
    }

    public AgentId agent() {
        return agent;
    }

    public AgentState state() {
        return state;
    }

    /// @return the phone the agent sits at, null while signed off
    public @Nullable String extension() {
        return extension;
    }

    /// @return of a pause, null when none was given; the exchange's own comes first, because only there it ends
    public @Nullable String reason() {
        return pausedByExchange == null ? reason : pausedByExchange;
    }

    public Instant since() {
        return since;
    }
}
