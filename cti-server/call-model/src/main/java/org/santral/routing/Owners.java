package org.santral.routing;

import org.santral.agent.AgentId;

/// Whether the agent who looks after a customer can be tried now.
@FunctionalInterface
public interface Owners {
    Availability of(AgentId owner);

    sealed interface Availability {
        /// Ready, and the phone is idle.
        record Free(String extension) implements Availability {}

        /// @param state what keeps them: an agent state, or `phone in use`, `phone unreachable`
        record Away(String state) implements Availability {}
    }
}
