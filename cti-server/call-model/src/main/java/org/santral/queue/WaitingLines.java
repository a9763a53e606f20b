package org.santral.queue;

import java.util.HashMap;
import java.util.Map;

/// How many callers wait in each queue.
public final class WaitingLines {
    private final Map<String, Integer> waiting = new HashMap<>();

    /// @return how many wait now
    public int joined(String queue) {
        return waiting.merge(queue, 1, Integer::sum);
    }

    /// @return how many wait now
    public int left(String queue) {
        Integer now = waiting.computeIfPresent(queue, (unused, callers) -> callers == 1 ? null : callers - 1);
        return now == null ? 0 : now;
    }

    public int waiting(String queue) {
        return waiting.getOrDefault(queue, 0);
    }

    public Map<String, Integer> all() {
        return Map.copyOf(waiting);
    }
}
