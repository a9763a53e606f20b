package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.history.CallRecord;
import org.santral.history.CallRecord.Certainty;
import org.santral.history.CallRecord.Outcome;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.PbxEvent;
import org.santral.screenpop.Pop;
import org.santral.screenpop.Withdrawal;

/// Links that break, exchanges that start anew, events that come twice, too late or from nowhere.
class TroubleTest {
    private final Exchange exchange = new Exchange();
    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void anExchangeThatStartsAnewLeavesNothingOfBefore() {
        ringing();
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "closed", exchange.tick()));
        rehearsal.apply(new Input.LinkUp(Exchange.PBX, true, exchange.tick()));

        assertThat(rehearsal.switchboard.liveCalls()).isZero();
        assertThat(rehearsal.all(Effect.WithdrawPop.class))
                .extracting(Effect.WithdrawPop::why)
                .containsExactly(Withdrawal.LOST_TRACK);
        var record = rehearsal.all(Effect.RecordCall.class).getLast().record();
        assertThat(record.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(record.certainty()).isEqualTo(Certainty.PARTLY_UNKNOWN);
        assertThat(record.hungUpBy()).isNull();
        assertThat(unknown(record)).containsExactly(Rules.UNKNOWN_RESTARTED);
    }

    @Test
    void whatTheSnapshotFoundAfterTheRestartLives() {
        ringing();
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "closed", exchange.tick()));
        exchange.call("2.0").fromSnapshot();
        rehearsal.apply(exchange.originated("2.0", "PJSIP/trunk", "02144440002", "5001"));
        rehearsal.apply(new Input.LinkUp(Exchange.PBX, true, exchange.tick()));

        assertThat(rehearsal.switchboard.snapshot().calls())
                .extracting(live -> live.record().call())
                .containsExactly(exchange.call());
    }

    @Test
    void aRestartDuringOurOwnAbsenceIsFoundToo() {
        ringing();
        exchange.call("2.0").fromSnapshot();
        rehearsal.apply(exchange.originated("2.0", "PJSIP/trunk", "02144440002", "5001"));
        rehearsal.apply(new Input.LinkUp(Exchange.PBX, true, exchange.tick()));

        assertThat(rehearsal.switchboard.snapshot().calls())
                .extracting(live -> live.record().call())
                .containsExactly(exchange.call());
    }

    @Test
    void aBrokenLinkClearsNothingButSaysWhatIsNotKnown() {
        ringing();
        var down = rehearsal.apply(new Input.LinkDown(Exchange.PBX, "no answer to ping", exchange.tick()));
        rehearsal.apply(new Input.LinkUp(Exchange.PBX, false, exchange.tick()));

        assertThat(down)
                .filteredOn(effect -> !(effect instanceof Effect.RecordCall))
                .containsExactly(new Effect.LinkChanged(Exchange.PBX, false, "no answer to ping"));
        var live = rehearsal.switchboard.snapshot().calls().getFirst().record();
        assertThat(live.certainty()).isEqualTo(Certainty.PARTLY_UNKNOWN);
        assertThat(live.because())
                .last()
                .isEqualTo(Because.of(
                        Rules.UNKNOWN_LINK_LOST,
                        "since",
                        "2026-11-21T19:00:00.400Z",
                        "until",
                        "2026-11-21T19:00:00.500Z",
                        "reason",
                        "no answer to ping"));
        assertThat(rehearsal.switchboard.snapshot().pops()).hasSize(1);
    }

    @Test
    void whileTheLinkIsAwayTheRecordSaysSo() {
        ringing();
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "closed", exchange.tick()));
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "connection refused", exchange.tick()));

        var live = rehearsal.switchboard.snapshot().calls().getFirst().record();
        assertThat(live.because())
                .last()
                .isEqualTo(
                        Because.of(Rules.UNKNOWN_LINK_AWAY, "since", "2026-11-21T19:00:00.400Z", "reason", "closed"));
    }

    @Test
    void whatEndedUnseenSaysBetweenWhen() {
        ringing();
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "closed", exchange.tick()));
        exchange.fromSnapshot();
        rehearsal.apply(exchange.cleared("1.1", ClearCause.LOST_TRACK, false));
        rehearsal.apply(exchange.cleared("1.0", ClearCause.LOST_TRACK, false));

        var record = rehearsal.all(Effect.RecordCall.class).getLast().record();
        assertThat(record.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(record.because())
                .contains(Because.of(
                        Rules.UNKNOWN_END,
                        "device",
                        "PJSIP/trunk",
                        "since",
                        "2026-11-21T19:00:00.400Z",
                        "until",
                        "2026-11-21T19:00:00.600Z"));
    }

    @Test
    void aCallThatWasThereBeforeUsSaysThatItsBeginningWasNotSeen() {
        exchange.fromSnapshot();
        ringing();

        var live = rehearsal.switchboard.snapshot().calls().getFirst().record();
        assertThat(unknown(live)).containsExactly(Rules.UNKNOWN_BEGINNING, Rules.UNKNOWN_BEGINNING);
    }

    @Test
    void whatIsNotKnownOfACallIsNotKnownOfTheOneItGoesOnIn() {
        ringing();
        exchange.call("2.0").fromSnapshot();
        rehearsal.apply(exchange.originated("2.0", "PJSIP/1002", "1002", "1001"));
        exchange.call("1.0");
        rehearsal.apply(exchange.of(
                new PbxEvent.CallsMerged(exchange.call(), new CallId(Exchange.PBX, "2.0"), "attended transfer")));

        var live = rehearsal.switchboard.snapshot().calls().getFirst().record();
        assertThat(live.certainty()).isEqualTo(Certainty.PARTLY_UNKNOWN);
        assertThat(unknown(live)).containsExactly(Rules.UNKNOWN_BEGINNING);
    }

    @Test
    void aPhoneThatAnswersWithoutRingingHasItsCard() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5003"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        rehearsal.apply(exchange.established("1.1"));

        assertThat(rehearsal.switchboard.snapshot().pops()).singleElement().satisfies(pop -> {
            assertThat(pop.agent()).isEqualTo(new AgentId("sara"));
            assertThat(pop.state()).isEqualTo(Pop.State.TALKING);
        });
    }

    @Test
    void aPhoneThatIsCalledAfterTheCallerHasGoneShowsNoCard() {
        ringing();
        rehearsal.apply(exchange.cleared("1.1"));
        rehearsal.apply(exchange.cleared("1.0"));
        rehearsal.effects.clear();
        rehearsal.apply(exchange.offered("1.2", "PJSIP/1002", "1.0", "sales"));
        rehearsal.apply(exchange.delivered("1.2"));
        rehearsal.apply(exchange.cleared("1.2"));

        assertThat(kinds()).containsExactly(Anomalies.LATE, Anomalies.LATE, Anomalies.LATE);
        assertThat(rehearsal.effects).hasSize(3);
        assertThat(rehearsal.switchboard.liveCalls()).isZero();
    }

    @Test
    void whatComesTwiceChangesNothingAndTellsTheStory() {
        ringing();
        rehearsal.effects.clear();
        rehearsal.apply(exchange.delivered("1.1"));
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5003"));

        assertThat(kinds()).containsExactly(Anomalies.DUPLICATE, Anomalies.DUPLICATE);
        assertThat(rehearsal.all(Effect.Anomaly.class).getFirst().story())
                .containsExactly(
                        "+0 ms PJSIP/trunk ORIGINATED, now INITIATED",
                        "+100 ms PJSIP/1001 OFFERED, now INITIATED",
                        "+200 ms PJSIP/1001 DELIVERED, now ALERTING");
    }

    @Test
    void anEventForAConnectionNobodyIntroducedTouchesNoCall() {
        ringing();
        var before = rehearsal.switchboard.snapshot();
        rehearsal.effects.clear();
        rehearsal.apply(exchange.established("7.7"));

        assertThat(kinds()).containsExactly(Anomalies.UNKNOWN_CONNECTION);
        assertThat(rehearsal.switchboard.snapshot().pops()).isEqualTo(before.pops());
    }

    @Test
    void anEventThatNamesTheWrongCallTouchesNeither() {
        ringing();
        exchange.call("2.0");
        rehearsal.apply(exchange.originated("2.0", "PJSIP/trunk", "02144440002", "5001"));
        rehearsal.effects.clear();
        rehearsal.apply(exchange.cleared("1.1"));

        assertThat(kinds()).containsExactly(Anomalies.OTHER_CALL);
        assertThat(rehearsal.switchboard.snapshot().pops()).hasSize(1);
    }

    @Test
    void aStepTheTableDoesNotListChangesNothing() {
        ringing();
        rehearsal.effects.clear();
        rehearsal.apply(exchange.of(new PbxEvent.Held(exchange.call(), exchange.id("1.1"))));

        assertThat(kinds()).containsExactly(Anomalies.UNLISTED);
        var live = rehearsal.switchboard.snapshot().calls().getFirst().record();
        assertThat(live.because())
                .last()
                .isEqualTo(Because.of(Rules.UNKNOWN_DID_NOT_FIT, "device", "PJSIP/1001", "event", "Held"));
    }

    @Test
    void aPhoneCalledForAPartyNobodySawStillShowsACard() {
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", "sales"));
        rehearsal.apply(exchange.delivered("1.1"));

        assertThat(kinds()).containsExactly(Anomalies.BEGINNING_UNSEEN);
        assertThat(rehearsal.switchboard.snapshot().pops()).hasSize(1);
    }

    @Test
    void taintedSignallingIsReportedAndTheCallStands() {
        ringing();
        rehearsal.effects.clear();
        rehearsal.apply(exchange.of(new PbxEvent.Tainted(exchange.call(), "repeated header", "Uniqueid: 1\\r\\n")));

        assertThat(kinds()).containsExactly(Anomalies.TAINTED);
        var live = rehearsal.switchboard.snapshot().calls().getFirst().record();
        assertThat(live.because()).last().isEqualTo(Because.of(Rules.UNKNOWN_TAINTED, "reason", "repeated header"));
    }

    @Test
    void endedCallsLeaveNothingAndTheirGravesAreBounded() {
        for (int i = 0; i < 30_000; i++) {
            exchange.call(i + ".0");
            rehearsal.switchboard.apply(exchange.originated(i + ".0", "PJSIP/trunk", "02112345678", "5001"));
            rehearsal.switchboard.apply(exchange.cleared(i + ".0"));
            exchange.pass(Duration.ofMillis(-199));
        }

        var graves = new Tombstones<Integer>();
        for (int i = 0; i < 30_000; i++) {
            graves.bury(i, exchange.tick().minus(Duration.ofMinutes(i)));
        }
        assertThat(rehearsal.switchboard.liveCalls()).isZero();
        assertThat(graves.size()).isLessThanOrEqualTo(20_000);
    }

    @Test
    void aQueueThatRingsForHoursKeepsItsRecordBounded() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5001"));
        for (int i = 1; i <= 500; i++) {
            rehearsal.apply(exchange.offered("1." + i, "PJSIP/1001", "1.0", "sales"));
            rehearsal.apply(exchange.delivered("1." + i));
            rehearsal.apply(exchange.cleared("1." + i));
        }
        rehearsal.apply(exchange.cleared("1.0"));

        var record = rehearsal.all(Effect.RecordCall.class).getLast().record();
        assertThat(record.legs()).hasSize(128);
        assertThat(record.legs()).extracting("agent").contains(new AgentId("sara"));
        assertThat(record.because().getLast().facts().getFirst().value()).isEqualTo("373");
    }

    @Test
    void anAgentsStateComesBackAfterTheirCall() {
        ringing();
        rehearsal.apply(exchange.established("1.1"));
        rehearsal.apply(new Input.AgentReadinessSet(new AgentId("sara"), false, "lunch", exchange.tick(), "q"));
        rehearsal.apply(exchange.cleared("1.1"));

        assertThat(rehearsal.all(Effect.AgentChanged.class))
                .extracting(Effect.AgentChanged::state)
                .containsExactly(AgentState.BUSY, AgentState.BUSY, AgentState.NOT_READY);
        assertThat(rehearsal.all(Effect.AgentChanged.class).getLast().reason()).isEqualTo("lunch");
    }

    private static List<String> unknown(CallRecord record) {
        return record.because().stream()
                .map(Because::rule)
                .filter(rule -> rule.startsWith("unknown."))
                .toList();
    }

    private List<String> kinds() {
        return rehearsal.all(Effect.Anomaly.class).stream()
                .map(Effect.Anomaly::kind)
                .toList();
    }

    private void ringing() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5003"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        rehearsal.apply(exchange.delivered("1.1"));
    }
}
