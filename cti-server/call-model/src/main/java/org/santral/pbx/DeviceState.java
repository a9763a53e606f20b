package org.santral.pbx;

/// What a device is doing, as its exchange sees it.
public enum DeviceState {
    UNKNOWN,
    IDLE,
    RINGING,
    IN_USE,
    BUSY,
    HELD,
    UNAVAILABLE
}
