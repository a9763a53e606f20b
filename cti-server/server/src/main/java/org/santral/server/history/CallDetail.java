package org.santral.server.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.server.recordings.RecordingView;

/// One call with its legs and reasons: `CallDetail` of the web client's `wire.ts`.
public record CallDetail(
        @JsonUnwrapped CallRow row, List<Leg> legs, List<Because> because, List<RecordingView> recordings) {

    /// Times are milliseconds since 1970, UTC.
    public record Leg(
            String connection,
            String device,
            String number,
            @Nullable String agent,
            @Nullable String queue,
            long startedAt,
            @Nullable Long ringingAt,
            @Nullable Long answeredAt,
            @Nullable Long endedAt,
            long talkMillis,
            long heldMillis,
            @Nullable String cause,
            int q850) {}
}
