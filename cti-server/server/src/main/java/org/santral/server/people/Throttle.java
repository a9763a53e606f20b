package org.santral.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Slows down whoever guesses passwords: after five wrong ones for a log-in from one address, or thirty from
/// one address, each further one doubles the wait, up to five minutes. An attacker elsewhere cannot lock an
/// agent out.
final class Throttle {
    private static final int PER_LOGIN = 5;
    private static final int PER_ADDRESS = 30;
    private static final int REMEMBERED = 10_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Tally(int wrong, Instant last, Instant closedUntil) {}

    Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /// How long the next try must wait; zero when it may be made now.
    Duration wait(String login, String address) {
        Instant now = clock.instant();
        turn.lock();
        try {
            Duration ofLogin = wait(login + "@" + address, now);
            Duration ofAddress = wait(address, now);
            return ofLogin.compareTo(ofAddress) > 0 ? ofLogin : ofAddress;
        } finally {
            turn.unlock();
        }
    }

    void wrong(String login, String address) {
        Instant now = clock.instant();
        turn.lock();
        try {
            count(login + "@" + address, PER_LOGIN, now);
            count(address, PER_ADDRESS, now);
        } finally {
            turn.unlock();
        }
    }

    void right(String login, String address) {
        turn.lock();
        try {
            tallies.remove(login + "@" + address);
        } finally {
            turn.unlock();
        }
    }

    private Duration wait(String key, Instant now) {
        Tally tally = tallies.get(key);
        return tally == null || !now.isBefore(tally.closedUntil)
                ? Duration.ZERO
                : Duration.between(now, tally.closedUntil);
    }

    private void count(String key, int free, Instant now) {
        Tally before = tallies.get(key);
        int wrong = before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.wrong + 1;
        Instant closedUntil = wrong < free ? now : now.plus(waitAfter(wrong - free));
        tallies.put(key, new Tally(wrong, now, closedUntil));
    }

    private static Duration waitAfter(int beyond) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
