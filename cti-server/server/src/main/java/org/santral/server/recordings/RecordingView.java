package org.santral.server.recordings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.RecordingState;

/// A recording as pages show it: `Recording` of the web client's `wire.ts`. Times are milliseconds since 1970, UTC.
///
/// @param call `pbx/id`, null of an orphan
/// @param connection the leg it is of, null of an orphan
/// @param file null when the exchange named none and none was found
/// @param trouble what is wrong with it as one word, null when nothing is
/// @param lengthMillis of the file, null when it was not looked at
/// @param playable whether there is something to hear and the reader may hear it
/// @param heard who listened, newest first; empty for those who see only their own calls
public record RecordingView(
        long id,
        @Nullable String call,
        @Nullable String connection,
        @Nullable String file,
        @Nullable Long startedAt,
        @Nullable Long endedAt,
        long talkMillis,
        List<RecordingRows.Pause> pauses,
        RecordingState state,
        @Nullable String trouble,
        @Nullable Long bytes,
        @Nullable Long lengthMillis,
        boolean playable,
        List<Heard> heard) {

    public record Heard(String by, long at) {}
}
