package org.santral.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord.Certainty;
import org.santral.history.CallRecord.Outcome;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxId;

class RepairPolicyTest {
    private static final PbxId PBX = new PbxId("pbx1");
    private static final Instant BEGAN = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void aCallThatNobodyHeardIsAdded() {
        Repair repair = RepairPolicy.decide(null, call(Outcome.ANSWERED, Certainty.LIVE, "sara"), true);

        CallRecord added = requireNonNull(repair.record());
        assertThat(added.certainty()).isEqualTo(Certainty.REPAIRED);
        assertThat(added.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(added.because()).extracting("rule").containsExactly("history.added");
        assertThat(repair.differences())
                .containsExactly(new Difference("call", null, "ANSWERED", Difference.Mend.ADDED));
    }

    @Test
    void whatWasHeardFromBeginningToEndStandsAndTheDifferenceIsShown() {
        CallRecord heard = call(Outcome.ANSWERED, Certainty.LIVE, "sara");

        Repair repair = RepairPolicy.decide(heard, call(Outcome.ABANDONED, Certainty.LIVE, "omid"), false);

        assertThat(repair.record()).isNull();
        assertThat(repair.differences())
                .containsExactly(new Difference("outcome", "ANSWERED", "ABANDONED", Difference.Mend.LEFT));
    }

    @Test
    void whatWasNotHeardIsTakenFromTheLedgerAndWhatOnlyLiveEarsKnowStays() {
        CallRecord heard = ringing(call(Outcome.UNKNOWN, Certainty.PARTLY_UNKNOWN, null));

        Repair repair = RepairPolicy.decide(heard, call(Outcome.ANSWERED, Certainty.LIVE, "omid"), false);

        CallRecord repaired = requireNonNull(repair.record());
        assertThat(repaired.revision()).isGreaterThan(heard.revision());
        assertThat(repaired.certainty()).isEqualTo(Certainty.REPAIRED);
        assertThat(repaired.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(repaired.agent()).isEqualTo(new AgentId("omid"));
        assertThat(repaired.legs().getFirst().ringingAt()).isEqualTo(BEGAN.plusSeconds(1));
        assertThat(repair.differences()).extracting(Difference::field).contains("outcome", "agent", "certainty");
    }

    @Test
    void whoWasCalledIsTakenFromTheLedgerWhereTheListShowedWhatWasDialled() {
        CallRecord ledger = call(Outcome.ANSWERED, Certainty.LIVE, "sara");
        CallRecord heard = calling("902112345678", call(Outcome.ANSWERED, Certainty.PARTLY_UNKNOWN, "sara"));

        Repair repair = RepairPolicy.decide(heard, ledger, true);

        assertThat(repair.differences()).extracting(Difference::field).contains("caller");
        CallRecord repaired = requireNonNull(repair.record());
        assertThat(repaired.caller()).isEqualTo(ledger.caller());
        assertThat(RepairPolicy.decide(repaired, ledger, true).record()).isNull();
    }

    @Test
    void aConsultationWhoseHandOverNobodyHeardBecomesPartOfTheCall() {
        CallId whole = new CallId(PBX, "1.0");
        Because why = Because.of(Rules.HISTORY_MERGED_INTO, "call", whole.toString());
        CallRecord ledger = partOf(whole, why, call(Outcome.ANSWERED, Certainty.LIVE, "sara"));

        CallRecord repaired =
                requireNonNull(RepairPolicy.decide(call(Outcome.ANSWERED, Certainty.LIVE, "sara"), ledger, true)
                        .record());

        assertThat(repaired.partOf()).isEqualTo(whole);
        assertThat(repaired.because()).contains(why);
        assertThat(RepairPolicy.decide(repaired, ledger, true).record()).isNull();
    }

    @Test
    void whatTheLedgerSawInPartOnlyStaysUnknown() {
        CallRecord heard = call(Outcome.LIVE, Certainty.PARTLY_UNKNOWN, null);

        Repair repair = RepairPolicy.decide(heard, call(Outcome.UNKNOWN, Certainty.PARTLY_UNKNOWN, null), true);

        CallRecord repaired = repair.record();
        assertThat(repaired == null ? heard.certainty() : repaired.certainty()).isEqualTo(Certainty.PARTLY_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void repairingTwiceIsRepairingOnce(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            CallRecord heard = random.nextInt(4) == 0 ? null : any(random);
            CallRecord ledger = any(random);
            CallRecord once =
                    RepairPolicy.decide(heard, ledger, random.nextBoolean()).record();
            if (once != null) {
                assertThat(RepairPolicy.decide(once, ledger, true).record()).isNull();
            }
        }
    }

    @Test
    void aNoteThatWasWrittenMeanwhileOrLaterIsTakenIntoWhatWasRepaired() {
        CallRecord heard = call(Outcome.UNKNOWN, Certainty.PARTLY_UNKNOWN, null);
        CallRecord repaired =
                requireNonNull(RepairPolicy.decide(heard, call(Outcome.ANSWERED, Certainty.LIVE, "omid"), false)
                        .record());
        CallRecord noted = Merged.noted(
                heard, heard.revision() + 1, List.of(new Note(new AgentId("omid"), BEGAN, "sent the papers")));

        CallRecord both = Latest.of(repaired, noted);

        assertThat(both).isEqualTo(Latest.of(noted, repaired));
        assertThat(both.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(both.notes()).isEqualTo(noted.notes());
        assertThat(both.revision()).isEqualTo(repaired.revision() + 1);
        assertThat(Latest.of(both, noted)).as("again").isEqualTo(both);
        assertThat(Latest.of(heard, noted)).isEqualTo(noted);
        assertThat(Latest.of(both, repaired)).isEqualTo(both);
    }

    private static CallRecord any(Random random) {
        Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        Certainty certainty = Certainty.values()[random.nextInt(Certainty.values().length)];
        CallRecord record = call(outcome, certainty, random.nextBoolean() ? "sara" : null);
        return random.nextBoolean() ? ringing(record) : record;
    }

    private static CallRecord ringing(CallRecord record) {
        List<CallRecord.Leg> legs = new ArrayList<>(record.legs());
        CallRecord.Leg first = legs.removeFirst();
        legs.add(
                0,
                new CallRecord.Leg(
                        first.connection(),
                        first.device(),
                        first.number(),
                        first.agent(),
                        first.queue(),
                        first.startedAt(),
                        BEGAN.plusSeconds(1),
                        first.answeredAt(),
                        null,
                        first.talkMillis(),
                        2_000,
                        null,
                        0));
        return made(record, legs);
    }

    private static CallRecord call(Outcome outcome, Certainty certainty, @Nullable String agent) {
        boolean live = outcome == Outcome.LIVE;
        var leg = new CallRecord.Leg(
                new ConnectionId(PBX, "1.2"),
                "PJSIP/1001",
                "1001",
                null,
                "sales",
                BEGAN,
                null,
                BEGAN.plusSeconds(3),
                live ? null : BEGAN.plusSeconds(60),
                57_000,
                0,
                ClearCause.NORMAL,
                16);
        return made(
                new CallRecord(
                        new CallId(PBX, "1.1"),
                        7,
                        Direction.INCOMING,
                        new Caller(CallerClass.NUMBER, "02112345678", ""),
                        null,
                        null,
                        "02188880000",
                        "sales",
                        agent == null ? null : new AgentId(agent),
                        BEGAN,
                        BEGAN.plusSeconds(3),
                        live ? null : BEGAN.plusSeconds(60),
                        3_000,
                        57_000,
                        outcome,
                        "caller",
                        certainty,
                        List.of(leg),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of()),
                List.of(leg));
    }

    private static CallRecord partOf(CallId whole, Because why, CallRecord record) {
        return new CallRecord(
                record.call(),
                record.revision(),
                record.direction(),
                record.caller(),
                record.e164(),
                record.customer(),
                record.did(),
                record.queue(),
                record.agent(),
                record.startedAt(),
                record.answeredAt(),
                record.endedAt(),
                record.waitMillis(),
                record.talkMillis(),
                record.outcome(),
                record.hungUpBy(),
                record.certainty(),
                record.legs(),
                record.transfers(),
                record.notes(),
                whole,
                List.of(why),
                record.recordings());
    }

    private static CallRecord calling(String number, CallRecord record) {
        return made(record, new Caller(CallerClass.NUMBER, number, ""), record.legs());
    }

    private static CallRecord made(CallRecord record, List<CallRecord.Leg> legs) {
        return made(record, record.caller(), legs);
    }

    private static CallRecord made(CallRecord record, Caller caller, List<CallRecord.Leg> legs) {
        return new CallRecord(
                record.call(),
                record.revision(),
                record.direction(),
                caller,
                record.e164(),
                record.customer(),
                record.did(),
                record.queue(),
                record.agent(),
                record.startedAt(),
                record.answeredAt(),
                record.endedAt(),
                record.waitMillis(),
                record.talkMillis(),
                record.outcome(),
                record.hungUpBy(),
                record.certainty(),
                legs,
                record.transfers(),
                record.notes(),
                record.partOf(),
                record.because(),
                record.recordings());
    }
}
