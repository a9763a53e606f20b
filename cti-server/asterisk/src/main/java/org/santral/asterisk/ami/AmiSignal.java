package org.santral.asterisk.ami;

import java.time.Instant;

/// What the reader tells, in the order in which it happened.
public sealed interface AmiSignal permits AmiMessage, AmiSignal.Opened, AmiSignal.Closed {
    /// When its last byte, or its absence, was noticed.
    Instant receivedAt();

    /// Logged in, and Asterisk is fully booted. The snapshot's questions have been asked: their answers follow.
    ///
    /// @param uptimeSeconds of Asterisk
    record Opened(long uptimeSeconds, Instant receivedAt) implements AmiSignal {}

    /// The link is down, or could not be had.
    record Closed(String reason, Instant receivedAt) implements AmiSignal {}
}
