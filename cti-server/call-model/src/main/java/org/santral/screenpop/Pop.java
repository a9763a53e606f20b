package org.santral.screenpop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.LookUp;
import org.santral.pbx.CallId;

/// The card of one call on one agent's screen. A pop is state: every screen of the agent shows the same, once.
///
/// @param lookUp null while the directory has not answered
/// @param chosen the customer the agent picked among several, or the only candidate; null while undecided
/// @param notes what agents wrote of this call so far, oldest first
/// @param recording null when the call is not recorded now
/// @param because why it popped here, first reason first
public record Pop(
        CallId call,
        AgentId agent,
        State state,
        Direction direction,
        Caller caller,
        @Nullable LookUp lookUp,
        @Nullable Long chosen,
        Reach reach,
        List<Note> notes,
        Times times,
        @Nullable Recorded recording,
        List<Because> because) {

    public enum State {
        RINGING,
        TALKING,
        HELD,
        ENDED
    }

    /// Whether what is said now is kept.
    public enum Recorded {
        RUNNING,
        PAUSED
    }

    /// Why the call is here.
    ///
    /// @param queue null when it did not come through one
    /// @param did the number the caller dialled, null when not known
    /// @param didLabel null when the site has no name for it
    /// @param transferredBy who handed it on, or asks before handing it on; null when nobody does
    public record Reach(
            @Nullable String queue,
            @Nullable String queueLabel,
            @Nullable String did,
            @Nullable String didLabel,
            @Nullable AgentId transferredBy) {}

    /// @param waitingSince when the caller reached us
    /// @param answeredAt null before
    /// @param endedAt null before
    public record Times(
            Instant waitingSince,
            Instant ringingSince,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {}
}
