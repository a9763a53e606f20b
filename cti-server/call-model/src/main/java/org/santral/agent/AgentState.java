package org.santral.agent;

/// CSTA's agent states.
public enum AgentState {
    LOGGED_OFF,
    NOT_READY,
    READY,
    BUSY,
    AFTER_CALL_WORK
}
