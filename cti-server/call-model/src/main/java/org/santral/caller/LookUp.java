package org.santral.caller;

import java.util.List;
import org.santral.because.Because;

/// What the directory answered.
public sealed interface LookUp {

    /// The number as its country writes it; as signalled when it is no number of any country.
    String display();

    /// What the book and each other directory said, in the order in which they are believed; empty where only
    /// the book was asked.
    List<Because> said();

    /// @param e164 with `+`, empty when the number is none
    /// @param candidates ranked, at least one; of one directory all
    record Found(String e164, String display, List<Candidate> candidates, List<Because> said) implements LookUp {
        public Found(String e164, String display, List<Candidate> candidates) {
            this(e164, display, candidates, List.of());
        }
    }

    /// Nobody in the book has it.
    record NotFound(String e164, String display, List<Because> said) implements LookUp {
        public NotFound(String e164, String display) {
            this(e164, display, List.of());
        }
    }

    /// The directory could not say: down, or over its budget. The call goes on without it.
    record Unanswered(String display, String reason, List<Because> said) implements LookUp {
        public Unanswered(String display, String reason) {
            this(display, reason, List.of());
        }
    }
}
