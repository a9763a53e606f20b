package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.call.ConnectionState;
import org.santral.call.Direction;
import org.santral.pbx.ClearCause;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.screenpop.Pop;

/// What is told at the edges of a call, and when it is told nobody.
class SmallPrintTest {
    private static final AgentId SARA = new AgentId("sara");

    private final Exchange exchange = new Exchange();
    private final Rehearsal rehearsal = new Rehearsal();

    private void ringing() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5001"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        rehearsal.apply(exchange.delivered("1.1"));
    }

    private List<String> anomalies(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Anomaly.class::isInstance)
                .map(effect -> ((Effect.Anomaly) effect).kind())
                .toList();
    }

    private List<Effect> described(String did, Party from) {
        return rehearsal.apply(
                exchange.of(new PbxEvent.Described(exchange.call(), exchange.id("1.0"), did, from, null)));
    }

    @Test
    void aDidThatIsToldLaterStandsOnTheCardAndInTheRecord() {
        ringing();

        var effects = described("5002", Party.NONE);

        assertThat(effects).hasSize(2);
        assertThat(((Effect.ShowPop) effects.getFirst()).pop().reach().didLabel())
                .isEqualTo("Partner line");
        assertThat(((Effect.RecordCall) effects.getLast()).record().did()).isEqualTo("5002");
        assertThat(described("5002", Party.NONE)).as("told again").isEmpty();
        assertThat(described("", Party.NONE)).as("nothing told").isEmpty();
    }

    @Test
    void aNumberThatIsToldLaterIsLookedUpAnewAndTheOldAnswerGoes() {
        ringing();

        var effects = described("5001", new Party("02144440001", "", Party.Presentation.ALLOWED));

        assertThat(effects).hasAtLeastOneElementOfType(Effect.LookUpCaller.class);
        Pop pop = rehearsal.switchboard.snapshot().pops().getFirst();
        assertThat(pop.caller().number()).isEqualTo("02144440001");
        assertThat(pop.chosen()).isEqualTo(2);
        assertThat(described("5001", new Party("02144440001", "", Party.Presentation.ALLOWED)))
                .as("told again")
                .isEmpty();
    }

    @Test
    void aNumberThatTurnsOutToBeWithheldIsShownNoMore() {
        ringing();

        described("5001", new Party("02112345678", "Reza", Party.Presentation.RESTRICTED));

        Pop pop = rehearsal.switchboard.snapshot().pops().getFirst();
        assertThat(pop.caller().number()).isEmpty();
        assertThat(pop.lookUp()).isNull();
    }

    @Test
    void aColleagueIsCalledByWhoeverSitsAtThePhoneNow() {
        assertThat(callerNameFrom("1.0", "PJSIP/1002")).isEqualTo("امید کریمی");
        rehearsal.apply(new Input.AgentSignedOff(new AgentId("omid"), exchange.tick()));
        rehearsal.apply(new Input.AgentSignedOn(new AgentId("leila"), "1002", exchange.tick()));
        assertThat(callerNameFrom("2.0", "PJSIP/1002")).isEqualTo("Leila Azizi");
        assertThat(callerNameFrom("3.0", "PJSIP/1004")).as("by default").isEqualTo("Дарья Волкова");
    }

    private String callerNameFrom(String id, String device) {
        exchange.call(id);
        var effects = rehearsal.apply(exchange.originated(id, device, device.substring(6), "600"));
        return ((Effect.RecordCall) effects.getLast()).record().caller().name();
    }

    @Test
    void whoSignsOffIsToldAsGoneAndTheirWishAfterwardsIsOdd() {
        assertThat(rehearsal.apply(new Input.AgentSignedOff(SARA, exchange.tick())))
                .containsExactly(new Effect.AgentChanged(SARA, AgentState.LOGGED_OFF, null, null));
        assertThat(anomalies(rehearsal.apply(new Input.AgentReadinessSet(SARA, true, null, exchange.tick(), "q"))))
                .containsExactly("wish");
    }

    @Test
    void whatSaysNothingNewIsADuplicateInEveryStateAndWhatCannotBeIsUnlisted() {
        ringing();
        assertThat(anomalies(rehearsal.apply(exchange.delivered("1.1")))).containsExactly("duplicate");
        rehearsal.apply(exchange.established("1.1"));
        assertThat(anomalies(rehearsal.apply(exchange.established("1.1")))).containsExactly("duplicate");
        assertThat(anomalies(rehearsal.apply(exchange.delivered("1.1")))).containsExactly("duplicate");
        rehearsal.apply(exchange.joined("1.1", "1.0"));
        rehearsal.apply(exchange.of(new PbxEvent.Held(exchange.call(), exchange.id("1.1"))));
        assertThat(anomalies(rehearsal.apply(exchange.of(new PbxEvent.Held(exchange.call(), exchange.id("1.1"))))))
                .containsExactly("duplicate");
        assertThat(anomalies(rehearsal.apply(exchange.queued("1.1", "sales")))).containsExactly("unlisted");
        assertThat(anomalies(rehearsal.apply(exchange.of(new PbxEvent.Dequeued(
                        exchange.call(), exchange.id("1.1"), "sales", PbxEvent.Dequeued.Reason.LEFT)))))
                .containsExactly("unlisted");
    }

    @Test
    void anEventAfterTheEndIsLateAndOneOfNobodyIsUnknown() {
        ringing();
        rehearsal.apply(exchange.cleared("1.1"));
        assertThat(anomalies(rehearsal.apply(exchange.delivered("1.1")))).containsExactly("late");
        rehearsal.apply(exchange.cleared("1.0"));
        assertThat(anomalies(rehearsal.apply(exchange.delivered("1.7")))).containsExactly("late");
        exchange.call("9.0");
        assertThat(anomalies(rehearsal.apply(exchange.delivered("9.1")))).containsExactly("unknown-connection");
        exchange.call("1.0");
        assertThat(anomalies(rehearsal.apply(exchange.offered("1.8", "PJSIP/1002", "1.0", null))))
                .containsExactly("late");
        assertThat(anomalies(rehearsal.apply(exchange.delivered("1.8")))).containsExactly("late");
    }

    @Test
    void aCallTheExchangeMakesOutsideIsOutgoingAndLookedUp() {
        var effects = rehearsal.apply(exchange.offered("1.0", "PJSIP/trunk", null, null));

        assertThat(((Effect.LookUpCaller) effects.getFirst()).caller().number()).isEqualTo("trunk");
        assertThat(rehearsal.switchboard.snapshot().calls().getFirst().record().direction())
                .isEqualTo(Direction.OUTGOING);
    }

    @Test
    void theLinkIsUpSinceItCameUpAndSaysWhatWas() {
        var before = rehearsal.switchboard.snapshot().link();
        rehearsal.apply(new Input.LinkUp(Exchange.PBX, false, exchange.tick()));
        assertThat(rehearsal.switchboard.snapshot().link()).as("still up").isEqualTo(before);

        var down = exchange.tick();
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "closed", down));
        assertThat(rehearsal.switchboard.snapshot().link()).isEqualTo(new Snapshot.LinkView(false, "closed", down));
        var up = exchange.tick();
        assertThat(rehearsal.apply(new Input.LinkUp(Exchange.PBX, true, up)))
                .contains(new Effect.LinkChanged(Exchange.PBX, true, "restarted"));
        assertThat(rehearsal.switchboard.snapshot().link().since()).isEqualTo(up);
    }

    @Test
    void theSnapshotShowsWhoWaitsWhereAndOnlyWhoIsStillThere() {
        ringing();
        rehearsal.apply(exchange.queued("1.0", "sales"));
        rehearsal.apply(exchange.cleared("1.1", ClearCause.NO_ANSWER, false));

        Snapshot now = rehearsal.switchboard.snapshot();
        assertThat(now.queues()).containsExactly(new Snapshot.QueueView("sales", 1), new Snapshot.QueueView("vip", 0));
        assertThat(now.calls().getFirst().connections())
                .extracting(Snapshot.ConnectionView::state, Snapshot.ConnectionView::queue)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ConnectionState.QUEUED, "sales"));
    }

    @Test
    void whoSignsOnAtAPhoneThatRingsHasTheCallThatIsAnsweredThere() {
        rehearsal.apply(new Input.AgentSignedOff(SARA, exchange.tick()));
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5001"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        rehearsal.apply(new Input.AgentSignedOn(SARA, "1001", exchange.tick()));
        var effects = rehearsal.apply(exchange.delivered("1.1"));
        assertThat(effects).hasAtLeastOneElementOfType(Effect.ShowPop.class);
        rehearsal.apply(exchange.established("1.1"));
        exchange.pass(Duration.ofSeconds(3));

        assertThat(rehearsal.all(Effect.RecordCall.class).getLast().record().agent())
                .isEqualTo(SARA);
    }
}
