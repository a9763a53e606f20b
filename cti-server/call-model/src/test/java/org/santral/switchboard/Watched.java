package org.santral.switchboard;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.call.TransitionTable;
import org.santral.call.TransitionTable.Row;
import org.santral.call.Transitions;

/// A table that remembers which of its rows were used.
final class Watched<S extends Enum<S>, E extends Enum<E>> implements Transitions<S, E> {
    private final TransitionTable<S, E> table;
    private final Set<Row<S, E>> visited = new HashSet<>();

    Watched(TransitionTable<S, E> table) {
        this.table = table;
    }

    @Override
    public @Nullable S next(S state, E step) {
        S next = table.next(state, step);
        if (next != null) {
            visited.add(new Row<>(state, step, next));
        }
        return next;
    }

    Set<Row<S, E>> visited() {
        return visited;
    }
}
