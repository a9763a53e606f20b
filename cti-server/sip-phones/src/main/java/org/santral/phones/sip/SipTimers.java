package org.santral.phones.sip;

import java.time.Duration;

/// The times of RFC 3261 §17.
final class SipTimers {
    static final Duration T1 = Duration.ofMillis(500);
    private static final Duration T2 = Duration.ofSeconds(4);
    static final Duration GIVE_UP = T1.multipliedBy(64);

    private SipTimers() {}

    /// An INVITE is repeated ever more slowly, all else at least every 4 s.
    static Duration next(Duration interval, boolean unbounded) {
        Duration doubled = interval.multipliedBy(2);
        return unbounded || doubled.compareTo(T2) < 0 ? doubled : T2;
    }
}
