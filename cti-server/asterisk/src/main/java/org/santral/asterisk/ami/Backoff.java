package org.santral.asterisk.ami;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long each time, with jitter, so that many servers do not
/// knock in step after a PBX restart.
final class Backoff {
    private static final long FIRST_MILLIS = 200;
    private static final long MOST_MILLIS = 5_000;

    private final RandomGenerator random;
    private long millis = FIRST_MILLIS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long base = millis;
        millis = Math.min(millis * 2, MOST_MILLIS);
        return Duration.ofMillis(base / 2 + random.nextLong(base / 2 + 1));
    }

    void reset() {
        millis = FIRST_MILLIS;
    }
}
