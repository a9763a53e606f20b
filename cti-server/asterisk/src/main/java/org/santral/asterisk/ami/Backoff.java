package org.santral.asterisk.ami;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long each time, with jitter, so that many servers do not
/// knock in step after a PBX restart.
///
/// A link that was lost is sought at least twice a second: an attempt that is turned away costs nobody anything,
/// and the board is right within a second of the exchange's return. Whose log-in was refused waits longer: what
/// is wrong there is mended by a person, and knocking on would look like guessing passwords.
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long MOST_MILLIS = 500;
    private static final long MOST_REFUSED_MILLIS = 10_000;

    private final RandomGenerator random;
    private long millis = FIRST_MILLIS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        return next(MOST_MILLIS);
    }

    Duration afterRefusal() {
        return next(MOST_REFUSED_MILLIS);
    }

    private Duration next(long most) {
        long base = Math.min(millis, most);
        millis = Math.min(base * 2, most);
        return Duration.ofMillis(base / 2 + random.nextLong(base / 2 + 1));
    }

    void reset() {
        millis = FIRST_MILLIS;
    }
}
