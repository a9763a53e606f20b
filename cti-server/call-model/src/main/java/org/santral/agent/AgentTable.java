package org.santral.agent;

import static org.santral.agent.AgentState.BUSY;
import static org.santral.agent.AgentState.LOGGED_OFF;
import static org.santral.agent.AgentState.NOT_READY;
import static org.santral.agent.AgentState.READY;

import org.santral.call.TransitionTable;

/// How an agent's day goes. Who signs on is ready: their phone is offered calls by the exchange already. A wish
/// made during a call is remembered and comes true when the call ends.
public final class AgentTable {
    public static final TransitionTable<AgentState, AgentStep> TABLE = TransitionTable.of(
                    AgentState.class, AgentStep.class)
            .add(LOGGED_OFF, AgentStep.SIGNED_ON, READY)
            .add(LOGGED_OFF, AgentStep.SIGNED_OFF, LOGGED_OFF)
            //
            .add(READY, AgentStep.SIGNED_ON, READY)
            .add(READY, AgentStep.SIGNED_OFF, LOGGED_OFF)
            .add(READY, AgentStep.MADE_READY, READY)
            .add(READY, AgentStep.MADE_NOT_READY, NOT_READY)
            .add(READY, AgentStep.TOOK_CALL, BUSY)
            //
            .add(NOT_READY, AgentStep.SIGNED_ON, NOT_READY)
            .add(NOT_READY, AgentStep.SIGNED_OFF, LOGGED_OFF)
            .add(NOT_READY, AgentStep.MADE_READY, READY)
            .add(NOT_READY, AgentStep.MADE_NOT_READY, NOT_READY)
            .add(NOT_READY, AgentStep.TOOK_CALL, BUSY)
            //
            .add(BUSY, AgentStep.SIGNED_ON, BUSY)
            .add(BUSY, AgentStep.SIGNED_OFF, LOGGED_OFF)
            .add(BUSY, AgentStep.MADE_READY, BUSY)
            .add(BUSY, AgentStep.MADE_NOT_READY, BUSY)
            .add(BUSY, AgentStep.LEFT_CALL_READY, READY)
            .add(BUSY, AgentStep.LEFT_CALL_NOT_READY, NOT_READY)
            .build();

    private AgentTable() {}
}
