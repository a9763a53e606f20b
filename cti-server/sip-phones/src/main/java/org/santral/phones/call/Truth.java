package org.santral.phones.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that the devices saw, in order: what a test or a history is compared with. Keeps the newest
/// 20,000.
public final class Truth {
    private static final int KEPT = 20_000;

    private final Deque<Sighting> seen = new ArrayDeque<>();
    private final List<Consumer<Sighting>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();

    void add(Sighting sighting) {
        lock.lock();
        try {
            seen.addLast(sighting);
            if (seen.size() > KEPT) {
                seen.removeFirst();
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(sighting));
    }

    /// `listener` hears every later sighting, on the loop.
    public void listen(Consumer<Sighting> listener) {
        listeners.add(listener);
    }

    /// What was seen so far is forgotten: a bench that serves many tests begins anew with each.
    public void forget() {
        lock.lock();
        try {
            seen.clear();
        } finally {
            lock.unlock();
        }
    }

    public List<Sighting> all() {
        lock.lock();
        try {
            return List.copyOf(seen);
        } finally {
            lock.unlock();
        }
    }

    /// The first sighting that fits, also one of the past. Throws an AssertionError that lists what was seen
    /// instead.
    public Sighting await(String expected, Duration patience, Predicate<Sighting> fits) {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                Sighting found = find(fits);
                if (found != null) {
                    return found;
                }
                if (nanos <= 0) {
                    throw new AssertionError("not seen within " + patience + ": " + expected + "; seen:\n"
                            + seen.stream().map(Sighting::toString).collect(Collectors.joining("\n")));
                }
                nanos = more.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + expected, e);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Sighting find(Predicate<Sighting> fits) {
        return seen.stream().filter(fits).findFirst().orElse(null);
    }
}
