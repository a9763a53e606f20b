package org.santral.server.ledger;

import java.util.List;

/// Some lines of one place, in its order.
///
/// @param next where to go on
record LedgerPortion(List<Line> lines, long next) {

    LedgerPortion {
        lines = List.copyOf(lines);
    }

    /// @param position where the line begins in its file, or the row's id
    record Line(long position, String text) {}
}
