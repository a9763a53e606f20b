package org.santral.asterisk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.santral.history.CallRecord;

/// What the ledger says of a call is what was heard of it live: the same call, the same people, the same end.
class SameStoryTest {
    /// Both stamps are the exchange's own; the log is written by another thread.
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    static Stream<Recorded> recordings() throws IOException {
        return Recorded.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theLedgerTellsWhatWasHeardLive(Recorded recorded) throws IOException {
        List<CallRecord> heard = recorded.heard();
        List<CallRecord> written = recorded.writtenDown();
        assertThat(story(written)).isEqualTo(story(heard));
        List<@Nullable Instant> times = times(written);
        List<@Nullable Instant> live = times(heard);
        for (int i = 0; i < live.size(); i++) {
            Instant one = live.get(i);
            Instant other = times.get(i);
            assertThat(
                            one == null || other == null
                                    ? one == other
                                    : Duration.between(one, other).abs().compareTo(TOLERANCE) < 0)
                    .as("time %d: heard %s, written %s", i, one, other)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whatTheQueuesWroteDownChangesNothingOfItAndContradictsNothing(Recorded recorded) throws IOException {
        assertThat(story(Recorded.of(recorded.withQueueLog()))).isEqualTo(story(recorded.heard()));
        assertThat(LedgerCall.of(recorded.withQueueLog())).allSatisfy(call -> {
            assertThat(call.contradictions()).isEmpty();
            assertThat(call.ofQueueLogAlone()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whatTheLedgerCannotKnowIsNotSaid(Recorded recorded) throws IOException {
        for (CallRecord record : recorded.writtenDown()) {
            assertThat(record.legs()).allSatisfy(leg -> {
                assertThat(leg.ringingAt()).isNull();
                assertThat(leg.heldMillis()).isZero();
            });
        }
    }

    private static List<String> story(List<CallRecord> records) {
        List<String> lines = new ArrayList<>();
        for (CallRecord record : sorted(records)) {
            lines.add("%s %s %s %s '%s' did=%s queue=%s agent=%s %s by %s"
                    .formatted(
                            record.call(),
                            record.direction(),
                            record.caller().kind(),
                            record.caller().number(),
                            record.caller().name(),
                            record.did(),
                            record.queue(),
                            record.agent(),
                            record.outcome(),
                            record.hungUpBy()));
            for (CallRecord.Leg leg : legs(record)) {
                lines.add("  %s %s number=%s agent=%s queue=%s %s %d"
                        .formatted(
                                leg.connection(),
                                leg.device(),
                                leg.number(),
                                leg.agent(),
                                leg.queue(),
                                leg.cause(),
                                leg.q850()));
            }
        }
        return lines;
    }

    private static List<@Nullable Instant> times(List<CallRecord> records) {
        List<@Nullable Instant> times = new ArrayList<>();
        for (CallRecord record : sorted(records)) {
            times.add(record.startedAt());
            times.add(record.answeredAt());
            times.add(record.endedAt());
            for (CallRecord.Leg leg : legs(record)) {
                times.add(leg.startedAt());
                times.add(leg.answeredAt());
                times.add(leg.endedAt());
            }
        }
        return times;
    }

    private static List<CallRecord> sorted(List<CallRecord> records) {
        return records.stream()
                .sorted(Comparator.comparing(CallRecord::startedAt)
                        .thenComparing(record -> record.call().value()))
                .toList();
    }

    private static List<CallRecord.Leg> legs(CallRecord record) {
        return record.legs().stream()
                .sorted(Comparator.comparing(leg -> leg.connection().value()))
                .toList();
    }
}
