package org.santral.call;

public enum Direction {
    INCOMING,
    OUTGOING,
    INTERNAL
}
