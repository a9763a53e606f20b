package org.santral.server.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What playing a journal against itself has found.
///
/// @param differences in words, the first of them
/// @param missing what of it could not be played, null when everything was
record Checked(Sums sums, List<String> differences, Past.@Nullable Missing missing) {

    /// @param inputs that were played, twice
    /// @param effects that came of them
    /// @param deliveries cards that reached a screen, each looked for among the effects
    /// @param older deliveries of calls that began before what is kept
    /// @param records calls that ended, each looked for in the history where there is one to look in
    /// @param repaired of these, those that the ledger has repaired since
    /// @param differing inputs whose effects were others the second time, deliveries without their card, records
    ///     that the history does not have so
    record Sums(long inputs, long effects, long deliveries, long older, long records, long repaired, long differing) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0);
    }
}
