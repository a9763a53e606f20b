package org.santral.caller;

import java.util.List;

/// What the directory answered.
public sealed interface LookUp {

    /// The number as its country writes it; as signalled when it is no number of any country.
    String display();

    /// @param e164 with `+`, empty when the number is none
    /// @param candidates ranked, at least one
    record Found(String e164, String display, List<Candidate> candidates) implements LookUp {}

    /// Nobody in the book has it.
    record NotFound(String e164, String display) implements LookUp {}

    /// The directory could not say: down, or over its budget. The call goes on without it.
    record Unanswered(String display, String reason) implements LookUp {}
}
