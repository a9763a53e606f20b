package org.santral.switchboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.screenpop.Pop;

/// A card that stands on an agent's screens, and the leg it speaks of.
final class Card {
    final AgentId agent;
    /// An agent with two devices answers at one of them: the card goes with the one that talks.
    Leg leg;
    List<Because> because;

    @Nullable
    Pop shown;

    Card(AgentId agent, Leg leg, List<Because> because) {
        this.agent = agent;
        this.leg = leg;
        this.because = because;
    }

    /// Who handed the call to this agent, or asks for it; null when nobody does.
    @Nullable
    AgentId handedBy() {
        return agent.equals(leg.handedBy) ? null : leg.handedBy;
    }
}
