package org.santral.agent;

/// The login name of a person who takes calls.
public record AgentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
