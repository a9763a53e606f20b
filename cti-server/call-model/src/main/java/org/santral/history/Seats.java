package org.santral.history;

import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.call.Connection;

/// Who sat at the device of a connection.
@FunctionalInterface
public interface Seats {
    /// @return null for a trunk or an empty seat
    @Nullable
    AgentId at(Connection connection);
}
