package org.santral.call;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Transitions as data, one row each, so that a test can ask whether every row was visited.
public final class TransitionTable<S extends Enum<S>, E extends Enum<E>> implements Transitions<S, E> {
    private final Map<S, Map<E, S>> rows;

    private TransitionTable(Map<S, Map<E, S>> rows) {
        this.rows = rows;
    }

    public record Row<S, E>(S state, E step, S next) {}

    public static <S extends Enum<S>, E extends Enum<E>> Builder<S, E> of(Class<S> states, Class<E> steps) {
        return new Builder<>(states, steps);
    }

    @Override
    public @Nullable S next(S state, E step) {
        Map<E, S> steps = rows.get(state);
        return steps == null ? null : steps.get(step);
    }

    public List<Row<S, E>> rows() {
        var all = new ArrayList<Row<S, E>>();
        rows.forEach((state, steps) -> steps.forEach((step, next) -> all.add(new Row<>(state, step, next))));
        return all;
    }

    public static final class Builder<S extends Enum<S>, E extends Enum<E>> {
        private final Map<S, Map<E, S>> rows;
        private final Class<E> steps;

        private Builder(Class<S> states, Class<E> steps) {
            this.rows = new EnumMap<>(states);
            this.steps = steps;
        }

        public Builder<S, E> add(S state, E step, S next) {
            S before =
                    rows.computeIfAbsent(state, unused -> new EnumMap<>(steps)).put(step, next);
            if (before != null) {
                throw new IllegalArgumentException("two rows for " + state + " at " + step);
            }
            return this;
        }

        public TransitionTable<S, E> build() {
            return new TransitionTable<>(rows);
        }
    }
}
