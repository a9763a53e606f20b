package org.santral.server.history;

import org.jspecify.annotations.Nullable;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.history.CallRecord;

/// One call as lists show it: `CallRow` of the web client's `wire.ts`. Times are milliseconds since 1970, UTC.
///
/// @param call `pbx/id`
/// @param partOf the call this one became a part of: no list shows it then
/// @param display the caller's number as its country writes it
public record CallRow(
        String call,
        long revision,
        Direction direction,
        Caller caller,
        String display,
        @Nullable CustomerName customer,
        @Nullable String did,
        @Nullable String didLabel,
        @Nullable String queue,
        @Nullable String queueLabel,
        @Nullable AgentName agent,
        long startedAt,
        @Nullable Long answeredAt,
        @Nullable Long endedAt,
        long waitMillis,
        long talkMillis,
        CallRecord.Outcome outcome,
        @Nullable String hungUpBy,
        CallRecord.Certainty certainty,
        @Nullable String partOf) {

    public record CustomerName(
            long id,
            String name,
            @Nullable String company,
            @Nullable String segment) {}

    public record AgentName(String login, String name) {}
}
