package org.santral.asterisk.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.history.CallRecord;

/// What a row of the history claims.
record Essence(
        CallRecord.Outcome outcome,
        @Nullable String hungUpBy,
        @Nullable Object agent,
        @Nullable String queue,
        String caller,
        long talkMillis,
        List<String> legs) {

    static @Nullable Essence of(@Nullable CallRecord record) {
        return record == null
                ? null
                : new Essence(
                        record.outcome(),
                        record.hungUpBy(),
                        record.agent(),
                        record.queue(),
                        record.caller().number(),
                        record.talkMillis(),
                        record.legs().stream()
                                .map(leg -> leg.connection() + " " + leg.device() + " " + leg.queue() + " "
                                        + leg.cause() + " " + leg.answeredAt())
                                .toList());
    }
}
