package org.santral.bench.chaos.check;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of the history, as it stands in the database.
///
/// @param number who called; on an outgoing call who was called
/// @param all every column, to be shown
record Row(
        String call,
        String direction,
        String number,
        @Nullable String did,
        @Nullable String agent,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        String outcome,
        @Nullable String hungUpBy,
        String certainty,
        @Nullable String partOf,
        Map<String, String> all) {

    /// It says itself that not all of it was seen.
    boolean partlyUnknown() {
        return certainty.equals("PARTLY_UNKNOWN");
    }

    /// What became part of another call stays as a pointer to it, and counts no call.
    boolean pointer() {
        return partOf != null;
    }
}
