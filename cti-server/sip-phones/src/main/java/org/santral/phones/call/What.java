package org.santral.phones.call;

/// What a device can tell of a call.
public enum What {
    /// This device began to ring.
    RANG,
    /// The called side rings (heard by the caller's device).
    RINGING_THERE,
    ANSWERED,
    HELD,
    RETRIEVED,
    HELD_BY_OTHER,
    RETRIEVED_BY_OTHER,
    /// The PBX told another name or number for the other side: the detail says which.
    RENAMED,
    /// Keys were pressed in the call: the detail says which.
    PRESSED,
    TRANSFER_ASKED,
    TRANSFER_FAILED,
    ENDED
}
