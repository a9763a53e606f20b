package org.santral.phones.call;

/// Seen from the device: a call that came to it or one that it made.
public enum Direction {
    INCOMING,
    OUTGOING
}
