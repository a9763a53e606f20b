package org.santral.server.conditions;

/// A look at one thing that can be wrong, taken every second. A bean of this type is found by itself.
@FunctionalInterface
public interface Watch {
    /// Must be quick: all looks share one thread.
    void look(Conditions conditions);
}
