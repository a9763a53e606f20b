package org.santral.phones.call;

/// How far a call has come: `CALLING` until the other side rings, `RINGING` on either side, `CONNECTED`,
/// `ENDED`.
public enum Phase {
    CALLING,
    RINGING,
    CONNECTED,
    ENDED
}
