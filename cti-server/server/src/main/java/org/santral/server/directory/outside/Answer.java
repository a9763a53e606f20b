package org.santral.server.directory.outside;

import java.util.List;
import org.santral.caller.Candidate;

/// What one outside directory said to one question, by the time it had to.
sealed interface Answer {
    /// @param candidates ranked, at least one
    record Knows(List<Candidate> candidates) implements Answer {}

    record Nobody() implements Answer {}

    /// Nothing within its budget.
    record Late(long millis) implements Answer {}

    /// Not asked, or failed.
    record Away(String reason) implements Answer {}

    static Answer of(List<Candidate> candidates) {
        return candidates.isEmpty() ? new Nobody() : new Knows(candidates);
    }
}
