package org.santral.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.pbx.ConnectionId;

/// One piece of a call on file: a call has as many as its exchange made.
///
/// @param connection whose it is: what that party said and heard
/// @param file the exchange's own name of it, empty when the exchange did not say
/// @param endedAt null while it runs
/// @param talkMillis how long others heard that party meanwhile: the file is no shorter, a pause being silence
public record Recording(
        ConnectionId connection,
        String file,
        Instant startedAt,
        @Nullable Instant endedAt,
        long talkMillis,
        List<Pause> pauses) {

    /// @param to null while it lasts
    /// @param by the agent who asked for it, null when no agent of ours did
    public record Pause(
            Instant from, @Nullable Instant to, @Nullable AgentId by) {}
}
