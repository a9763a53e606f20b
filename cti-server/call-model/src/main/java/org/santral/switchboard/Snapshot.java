package org.santral.switchboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.call.ConnectionState;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxId;
import org.santral.screenpop.Pop;

/// The switchboard as it stands: the first message of a desk, and what an adapter must know to go on after a
/// restart.
///
/// @param at of the last input
/// @param calls the live ones, oldest first
/// @param pops the cards that stand on screens
public record Snapshot(
        PbxId pbx,
        Instant at,
        LinkView link,
        List<LiveCallView> calls,
        List<Pop> pops,
        List<AgentView> agents,
        List<QueueView> queues) {

    public record LinkView(boolean up, String reason, Instant since) {}

    /// @param record as it would be written now
    public record LiveCallView(CallRecord record, List<ConnectionView> connections) {}

    /// @param joined whether it is heard by others
    /// @param queue the queue it waits in, null when it waits in none
    public record ConnectionView(
            CallId call,
            ConnectionId connection,
            DeviceId device,
            ConnectionState state,
            boolean joined,
            @Nullable String queue) {}

    /// @param extension null while signed off
    /// @param reason of a pause, null when none was given
    /// @param since when the state began
    public record AgentView(
            AgentId agent,
            AgentState state,
            @Nullable String extension,
            @Nullable String reason,
            Instant since) {}

    /// @param waiting callers in the queue now
    public record QueueView(String name, int waiting) {}
}
