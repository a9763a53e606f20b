package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Ids that have ended, remembered for a while: an exchange sends events after the end (3 of 1050 connections
/// of a real Asterisk 22 had one 2 to 4 µs after their hang-up), and none of them may bring a dead call back.
final class Tombstones<T> {
    private static final Duration KEPT = Duration.ofSeconds(10);
    /// However the clock of the exchange behaves, no more than these.
    private static final int AT_MOST = 20_000;

    private final Deque<Tomb<T>> order = new ArrayDeque<>();
    private final Set<T> ids = new HashSet<>();

    private record Tomb<T>(T id, Instant at) {}

    void bury(T id, Instant at) {
        Instant forgotten = at.minus(KEPT);
        while (!order.isEmpty()
                && (order.size() >= AT_MOST || order.getFirst().at().isBefore(forgotten))) {
            ids.remove(order.removeFirst().id());
        }
        if (ids.add(id)) {
            order.addLast(new Tomb<>(id, at));
        }
    }

    boolean holds(T id) {
        return ids.contains(id);
    }

    int size() {
        return ids.size();
    }
}
