package org.santral.agent;

/// What moves an agent from state to state.
public enum AgentStep {
    SIGNED_ON,
    SIGNED_OFF,
    MADE_READY,
    MADE_NOT_READY,
    TOOK_CALL,
    LEFT_CALL_READY,
    LEFT_CALL_NOT_READY
}
