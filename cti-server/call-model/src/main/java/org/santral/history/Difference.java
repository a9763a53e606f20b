package org.santral.history;

import org.jspecify.annotations.Nullable;

/// What the history says of a call and what the exchange's own ledger says of it, where they are not the same.
///
/// @param field `call` when the history does not have it at all, `outcome`, `agent`, `leg 1795578972.9` and so
///     on: stable names
/// @param history what the history said, null when it said nothing
/// @param ledger what the ledger says, null when it says nothing
public record Difference(
        String field, @Nullable String history, @Nullable String ledger, Mend mend) {

    public enum Mend {
        /// The call was missing and has been written.
        ADDED,
        /// The history has been corrected.
        REPAIRED,
        /// The history stands: it was seen live.
        LEFT
    }
}
