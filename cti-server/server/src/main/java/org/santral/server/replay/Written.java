package org.santral.server.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.santral.history.CallRecord;

/// What the history says of a call, as far as a replay can say it too.
record Written(
        String direction,
        @Nullable String did,
        @Nullable String queue,
        @Nullable String agent,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        long waitMillis,
        long talkMillis,
        String outcome,
        @Nullable String hungUpBy,
        String certainty) {
    /// The tables keep microseconds.
    private static final Duration SAME = Duration.ofMillis(1);

    static Written of(CallRecord record) {
        return new Written(
                record.direction().name(),
                record.did(),
                record.queue(),
                record.agent() == null ? null : record.agent().value(),
                record.startedAt(),
                record.answeredAt(),
                record.endedAt(),
                record.waitMillis(),
                record.talkMillis(),
                record.outcome().name(),
                record.hungUpBy(),
                record.certainty().name());
    }

    /// Whether the ledger has repaired it since: then it knows better.
    boolean repaired() {
        return certainty.equals(CallRecord.Certainty.REPAIRED.name());
    }

    /// What is otherwise in the replay, such as `outcome BUSY, replayed ANSWERED`.
    List<String> differences(Written replayed) {
        List<String> told = new ArrayList<>();
        tell(told, "direction", direction, replayed.direction);
        tell(told, "did", did, replayed.did);
        tell(told, "queue", queue, replayed.queue);
        tell(told, "agent", agent, replayed.agent);
        tell(told, "outcome", outcome, replayed.outcome);
        tell(told, "hung up by", hungUpBy, replayed.hungUpBy);
        tell(told, "certainty", certainty, replayed.certainty);
        tell(told, "wait", waitMillis, replayed.waitMillis);
        tell(told, "talk", talkMillis, replayed.talkMillis);
        tellTime(told, "started", startedAt, replayed.startedAt);
        tellTime(told, "answered", answeredAt, replayed.answeredAt);
        tellTime(told, "ended", endedAt, replayed.endedAt);
        return told;
    }

    private static void tell(List<String> told, String name, @Nullable Object history, @Nullable Object replayed) {
        if (!Objects.equals(history, replayed)) {
            told.add(name + " " + history + ", replayed " + replayed);
        }
    }

    private static void tellTime(
            List<String> told, String name, @Nullable Instant history, @Nullable Instant replayed) {
        boolean same = history == null || replayed == null
                ? history == replayed
                : Duration.between(history, replayed).abs().compareTo(SAME) <= 0;
        if (!same) {
            told.add(name + " " + history + ", replayed " + replayed);
        }
    }
}
