package org.santral.server.masking;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// Names given in the order in which they are first asked for.
final class Given<T> {
    private final Map<T, T> names = new HashMap<>();
    private final IntFunction<T> next;

    /// @param next the name for the first, second ... one
    Given(IntFunction<T> next) {
        this.next = next;
    }

    T of(T original) {
        return names.computeIfAbsent(original, unused -> next.apply(names.size() + 1));
    }
}
