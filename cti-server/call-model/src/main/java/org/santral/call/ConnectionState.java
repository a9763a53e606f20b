package org.santral.call;

/// CSTA's connection states.
public enum ConnectionState {
    NULL,
    INITIATED,
    ALERTING,
    CONNECTED,
    HELD,
    QUEUED,
    PARKED,
    FAILED
}
