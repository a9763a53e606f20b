package org.santral.phones.call;

/// RTP packets of one call, 50 a second in each direction.
public record Packets(long sent, long heard) {}
