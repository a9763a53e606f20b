package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.santral.agent.AgentState;
import org.santral.because.Rules;
import org.santral.call.ConnectionState;
import org.santral.call.Direction;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.screenpop.Pop;
import org.santral.switchboard.Input.FromPbx;

/// Whatever comes, in whatever order: what must hold, holds.
class BadDaysTest {
    private static final PbxId PBX = new PbxId("pbx1");
    private static final int DAYS_A_SEED = 25;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noCardStandsWithoutAConnectionThatLives(long seed) {
        for (var day : daysOf(seed)) {
            var rehearsal = new Rehearsal();
            for (Input input : day) {
                rehearsal.apply(input);
                everyCardHasItsConnection(rehearsal.switchboard.snapshot());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoJoinsLateSeesWhatTheOthersSee(long seed) {
        for (var day : daysOf(seed)) {
            var switchboard = new Switchboard(PBX);
            var world = new Rehearsal(switchboard);
            var desk = Desk.of(switchboard.snapshot());
            for (Input input : day) {
                world.effects.clear();
                world.apply(input);
                world.effects.forEach(desk::see);
                assertThat(Desk.of(switchboard.snapshot()).screen()).isEqualTo(desk.screen());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCallIsRecordedOnceAndClosedWithAllItsLegs(long seed) {
        for (var day : daysOf(seed)) {
            var rehearsal = new Rehearsal().applyAll(day);
            closeAll(rehearsal, day.getLast().at());
            everyRecordIsOne(rehearsal.all(Effect.RecordCall.class));

            var end = rehearsal.switchboard.snapshot();
            assertThat(end.calls()).isEmpty();
            assertThat(end.pops()).isEmpty();
            assertThat(end.queues())
                    .allSatisfy(queue -> assertThat(queue.waiting()).isZero());
            assertThat(end.agents()).extracting(Snapshot.AgentView::state).doesNotContain(AgentState.BUSY);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameInputsLeadToTheSameEffects(long seed) {
        for (var day : daysOf(seed)) {
            assertThat(new Rehearsal().applyAll(day).effects).isEqualTo(new Rehearsal().applyAll(day).effects);
        }
    }

    private static List<List<Input>> daysOf(long seed) {
        return LongStream.range(0, DAYS_A_SEED)
                .mapToObj(day -> new Mischief(seed * DAYS_A_SEED + day).day())
                .toList();
    }

    private static void everyCardHasItsConnection(Snapshot now) {
        for (Pop pop : now.pops()) {
            var states = now.calls().stream()
                    .filter(live -> live.record().call().equals(pop.call()))
                    .flatMap(live -> live.connections().stream())
                    .map(Snapshot.ConnectionView::state)
                    .toList();
            switch (pop.state()) {
                case RINGING -> assertThat(states).contains(ConnectionState.ALERTING);
                case TALKING -> assertThat(states).containsAnyOf(ConnectionState.CONNECTED, ConnectionState.QUEUED);
                case HELD -> assertThat(states).contains(ConnectionState.HELD);
                case ENDED -> throw new AssertionError("an ended card is no live state: " + pop);
            }
        }
    }

    private static void closeAll(Rehearsal rehearsal, Instant at) {
        for (var live : rehearsal.switchboard.snapshot().calls()) {
            for (var connection : live.connections()) {
                var cleared = new PbxEvent.ConnectionCleared(
                        connection.call(), connection.connection(), connection.device(), ClearCause.NORMAL, 16, false);
                rehearsal.apply(new FromPbx(cleared, at, at, FromPbx.Origin.LIVE));
            }
        }
    }

    private static void everyRecordIsOne(List<Effect.RecordCall> written) {
        Map<CallId, Long> revisions = new HashMap<>();
        Set<CallId> ended = new HashSet<>();
        for (Effect.RecordCall one : written) {
            CallRecord record = one.record();
            if (!wantedLate(record)) {
                assertThat(ended).doesNotContain(record.call());
            }
            assertThat(record.revision()).isEqualTo(revisions.getOrDefault(record.call(), 0L) + 1);
            revisions.put(record.call(), record.revision());
            assertThat(record.waitMillis()).isNotNegative();
            assertThat(record.talkMillis()).isNotNegative();
            if (record.endedAt() != null) {
                ended.add(record.call());
                if (!wentOnElsewhere(record)) {
                    assertThat(record.legs())
                            .allSatisfy(leg -> assertThat(leg.endedAt()).isNotNull());
                }
            }
        }
        assertThat(ended).isEqualTo(revisions.keySet());
    }

    /// What a phone that the exchange rang first wanted to call may be told after the end: its record is written
    /// once more.
    private static boolean wantedLate(CallRecord record) {
        return record.direction() == Direction.OUTGOING
                && record.because().stream().anyMatch(because -> because.rule().equals(Rules.HISTORY_CLICK_TO_CALL));
    }

    private static boolean wentOnElsewhere(CallRecord record) {
        return record.because().stream().anyMatch(because -> because.rule().equals(Rules.HISTORY_MERGED_INTO));
    }
}
