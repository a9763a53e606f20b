package org.santral.bench.chaos.check;

import java.util.List;

/// One call about which the history is not right.
///
/// @param why what is missing, double or wrong, in words
/// @param truth what the phones saw
/// @param rows what the history says, and the faults that met the call
public record Finding(Verdict verdict, int call, String kind, String why, List<String> truth, List<String> rows) {
    /// In the order of the figures.
    public enum Verdict {
        MISSING,
        DOUBLE,
        WRONG,
        /// The row says itself that it does not know.
        UNKNOWN
    }
}
