package org.santral.call;

import org.jspecify.annotations.Nullable;

/// Where a state goes at a step. What is not listed does not happen.
@FunctionalInterface
public interface Transitions<S, E> {
    /// @return null when the step is not allowed in this state
    @Nullable
    S next(S state, E step);
}
