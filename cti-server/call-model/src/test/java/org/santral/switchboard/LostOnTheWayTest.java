package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.history.CallRecord;
import org.santral.history.CallRecord.Certainty;
import org.santral.history.CallRecord.Outcome;
import org.santral.pbx.ClearCause;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.screenpop.Pop;

/// What no Asterisk can be made to tell so, and an exchange of another kind may: answers and holds whose events
/// never came, a queue that says nothing of who leaves it and tells its callers each new place.
class LostOnTheWayTest {
    private static final AgentId SARA = new AgentId("sara");

    private final Exchange exchange = new Exchange();
    private final Rehearsal rehearsal = new Rehearsal();

    /// Sara's answer was not heard, nor when she took the caller back from hold.
    static List<Input> answersNotSeen(Exchange exchange) {
        return List.of(
                exchange.originated("1.0", "PJSIP/trunk", "02144440004", "5001"),
                exchange.queued("1.0", "sales"),
                exchange.established("1.0"),
                exchange.offered("1.1", "PJSIP/1001", "1.0", "sales"),
                exchange.delivered("1.1"),
                exchange.offered("1.2", "PJSIP/1002", "1.0", "sales"),
                exchange.pass(Duration.ofSeconds(3)).joined("1.1", "1.0"),
                exchange.joined("1.0", "1.1"),
                exchange.cleared("1.2", ClearCause.ANSWERED_ELSEWHERE, false),
                exchange.pass(Duration.ofSeconds(1)).of(new PbxEvent.Held(exchange.call(), exchange.id("1.1"))),
                exchange.of(new PbxEvent.Parted(exchange.call(), exchange.id("1.1"))),
                exchange.joined("1.1", "1.0"),
                exchange.pass(Duration.ofSeconds(2)).cleared("1.1", ClearCause.NORMAL, true),
                exchange.of(new PbxEvent.Parted(exchange.call(), exchange.id("1.0"))),
                exchange.cleared("1.0"));
    }

    @Test
    void whoIsHeardHasAnsweredAndTheHoldLastsUntilItIsToldToEnd() {
        rehearsal.applyAll(answersNotSeen(exchange));

        assertThat(rehearsal.all(Effect.ShowPop.class))
                .extracting(Effect.ShowPop::pop)
                .filteredOn(pop -> pop.agent().equals(SARA))
                .extracting(Pop::state)
                .containsSubsequence(Pop.State.RINGING, Pop.State.TALKING, Pop.State.HELD, Pop.State.ENDED);
        CallRecord record = record();
        assertThat(record.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(record.certainty()).isEqualTo(Certainty.LIVE);
        assertThat(record.agent()).isEqualTo(SARA);
        assertThat(record.waitMillis()).isEqualTo(3_600);
        assertThat(record.legs().get(1).answeredAt()).isEqualTo(record.answeredAt());
        assertThat(record.legs().get(1).talkMillis()).isEqualTo(1_300);
        assertThat(record.legs().get(1).heldMillis()).isEqualTo(2_300);
        assertThat(record.legs().get(2).cause()).isEqualTo(ClearCause.ANSWERED_ELSEWHERE);
    }

    /// A call that goes on to an outside line; both are heard before anything answered.
    static List<Input> heardBeforeAnythingAnswered(Exchange exchange) {
        return List.of(
                exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5001"),
                exchange.offered("1.1", "PJSIP/trunk", "1.0", null),
                exchange.pass(Duration.ofSeconds(3)).joined("1.1", "1.0"),
                exchange.joined("1.0", "1.1"),
                exchange.of(new PbxEvent.Retrieved(exchange.call(), exchange.id("1.0"))),
                exchange.pass(Duration.ofSeconds(6)).cleared("1.0", ClearCause.NORMAL, true),
                exchange.cleared("1.1"));
    }

    @Test
    void partiesThatAreHeardTalkThoughNothingAnsweredAndAHoldThatNobodySawBeginEndsNothing() {
        rehearsal.applyAll(heardBeforeAnythingAnswered(exchange));

        CallRecord record = record();
        assertThat(record.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(record.hungUpBy()).isEqualTo("caller");
        assertThat(record.waitMillis()).isEqualTo(3_200);
        assertThat(record.talkMillis()).isEqualTo(6_300);
        assertThat(record.agent()).isNull();
        assertThat(record.legs()).extracting(CallRecord.Leg::heldMillis).containsExactly(0L, 0L);
        assertThat(rehearsal.all(Effect.ShowPop.class)).isEmpty();
        assertThat(rehearsal.all(Effect.Anomaly.class)).isEmpty();
    }

    @Test
    void whoHangsUpInAQueueThatSaysNothingOfItHasGivenUp() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", anonymous(), "5001"));
        rehearsal.apply(exchange.queued("1.0", "sales"));
        rehearsal.apply(exchange.pass(Duration.ofSeconds(6)).cleared("1.0", ClearCause.NORMAL, true));

        assertThat(record().outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(record().hungUpBy()).isEqualTo("caller");
        assertThat(record().queue()).isEqualTo("sales");
        assertThat(record().waitMillis()).isEqualTo(6_200);
        assertThat(rehearsal.all(Effect.Anomaly.class)).isEmpty();
        assertThat(rehearsal.switchboard.snapshot().queues())
                .allSatisfy(queue -> assertThat(queue.waiting()).isZero());
    }

    /// A queue that tells its callers whenever they move up.
    static List<Input> movesUp(Exchange exchange) {
        return List.of(
                exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5001"),
                exchange.of(new PbxEvent.Queued(exchange.call(), exchange.id("1.0"), "sales", 2)),
                exchange.of(new PbxEvent.Queued(exchange.call(), exchange.id("1.0"), "sales", 1)),
                exchange.cleared("1.0", ClearCause.NORMAL, true));
    }

    @Test
    void whoMovesUpWaitsOnceAndInTheirNewPlace() {
        List<Input> inputs = movesUp(exchange);
        rehearsal.applyAll(inputs.subList(0, 3));

        assertThat(rehearsal.switchboard.snapshot().queues()).contains(new Snapshot.QueueView("sales", 1));
        assertThat(rehearsal.all(Effect.Anomaly.class)).isEmpty();
        rehearsal.apply(inputs.getLast());
        assertThat(rehearsal.switchboard.snapshot().queues()).contains(new Snapshot.QueueView("sales", 0));
    }

    /// Sara has handed her caller on into a queue that she waited in herself; that the caller waits there now is told.
    @Test
    void aQueueThatTheOtherHalfOfACallWaitedInStandsInTheRecordOnceItIsTold() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "02188880011"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        rehearsal.apply(exchange.established("1.1"));
        var caller = exchange.call();
        exchange.call("2.0");
        rehearsal.apply(exchange.originated("2.0", "PJSIP/1001", "1001", "2002"));
        rehearsal.apply(exchange.queued("2.0", "vip"));
        rehearsal.apply(exchange.of(new PbxEvent.CallsMerged(caller, exchange.call(), "met in one conversation")));
        assertThat(record().queue()).isNull();

        rehearsal.apply(exchange.call("1.0").queued("2.0", "vip"));

        assertThat(record().call()).isEqualTo(caller);
        assertThat(record().queue()).isEqualTo("vip");
        assertThat(rehearsal.switchboard.snapshot().queues()).contains(new Snapshot.QueueView("vip", 1));
    }

    private static Party anonymous() {
        return new Party("anonymous", "Anonymous", Party.Presentation.ALLOWED);
    }

    private CallRecord record() {
        return rehearsal.all(Effect.RecordCall.class).getLast().record();
    }
}
