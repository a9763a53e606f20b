package org.santral.routing;

import java.util.List;
import org.santral.agent.AgentId;
import org.santral.because.Because;

/// What the dialplan is told. Every decision says why.
public sealed interface RouteDecision {
    List<Because> because();

    record ToQueue(String queue, List<Because> because) implements RouteDecision {}

    /// Ring the customer's owner first, then the group.
    ///
    /// @param seconds how long the owner's phone rings
    /// @param queue the group that follows
    record OwnerFirst(AgentId owner, String extension, int seconds, String queue, List<Because> because)
            implements RouteDecision {}

    /// Let the dialplan do what it would do without us.
    record UseDefault(List<Because> because) implements RouteDecision {}
}
