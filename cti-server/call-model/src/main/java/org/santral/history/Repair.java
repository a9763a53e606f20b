package org.santral.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comparing one call of the history with the ledger led to.
///
/// @param record to be written, null when nothing is to be written
/// @param differences with what is done about each, empty when both say the same
public record Repair(@Nullable CallRecord record, List<Difference> differences) {

    public Repair {
        differences = List.copyOf(differences);
    }
}
