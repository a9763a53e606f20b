package org.santral.bench.chaos.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Sighting;

/// One call that was driven, and all that the phones saw of it.
public final class Driven {
    private final int number;
    private final Kind kind;
    private final String mark;
    private final Instant placed = Instant.now();
    private final List<Sighting> seen = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private volatile List<String> desks = List.of();
    private volatile String disturbed = "";

    /// @param mark the outside number that is this call's alone
    Driven(int number, Kind kind, String mark) {
        this.number = number;
        this.kind = kind;
        this.mark = mark;
    }

    public int number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    /// The outside number, which no other call of the run has; on a call between desks nobody sees it.
    public String mark() {
        return mark;
    }

    public Instant placed() {
        return placed;
    }

    /// The phones without a group that it has for itself, in the order in which the call meets them.
    public List<String> desks() {
        return desks;
    }

    void desks(List<String> reserved) {
        desks = List.copyOf(reserved);
    }

    /// Why it did not go as its kind says; empty when it did.
    public String disturbed() {
        return disturbed;
    }

    void disturbed(String why) {
        disturbed = why;
    }

    void saw(Sighting sighting) {
        lock.lock();
        try {
            seen.add(sighting);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// In the order in which it was seen.
    public List<Sighting> seen() {
        lock.lock();
        try {
            return List.copyOf(seen);
        } finally {
            lock.unlock();
        }
    }

    /// Each device's part, as it stood last, in the order in which they came in.
    public List<PhoneCall> legs() {
        Map<String, PhoneCall> legs = new LinkedHashMap<>();
        for (Sighting sighting : seen()) {
            legs.put(sighting.call().id() + sighting.call().device(), sighting.call());
        }
        return List.copyOf(legs.values());
    }

    /// Those parts of which no end was seen.
    public List<PhoneCall> open() {
        return legs().stream().filter(leg -> leg.endCause() == null).toList();
    }

    /// Returns when no phone has a part in it any more, or patience ends.
    void awaitOver(Duration patience) throws InterruptedException {
        await(patience, seen -> open().isEmpty());
    }

    /// The first sighting that fits, also one of the past; null when there is none in time.
    @Nullable
    Sighting await(Duration patience, Predicate<Sighting> fits) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                for (Sighting sighting : seen) {
                    if (fits.test(sighting)) {
                        return sighting;
                    }
                }
                if (nanos <= 0) {
                    return null;
                }
                nanos = more.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
