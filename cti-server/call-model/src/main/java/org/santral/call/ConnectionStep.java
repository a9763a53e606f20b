package org.santral.call;

/// What moves a connection from state to state.
public enum ConnectionStep {
    ORIGINATED,
    OFFERED,
    DELIVERED,
    ESTABLISHED,
    JOINED,
    PARTED,
    HELD,
    RETRIEVED,
    QUEUED,
    DEQUEUED,
    /// Out of a queue that was entered before anything answered (a queue may let its callers hear ringing).
    DEQUEUED_UNANSWERED,
    PARKED,
    UNPARKED,
    CLEARED
}
