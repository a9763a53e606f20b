package org.santral.because;

import java.util.List;

/// Which rule decided, and on which facts.
///
/// @param rule a stable name such as `route.owner-first`, for which every client has a sentence in each
///     language
public record Because(String rule, List<Fact> facts) {

    public record Fact(String name, String value) {}

    /// Takes names and values in turn: `Because.of("route.segment", "segment", "VIP")`.
    public static Because of(String rule, String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a fact is a name and a value: " + List.of(namesAndValues));
        }
        var facts = new java.util.ArrayList<Fact>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.add(new Fact(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Because(rule, List.copyOf(facts));
    }
}
