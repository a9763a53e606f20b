package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.lines.Lines;
import org.santral.pbx.DeviceId;
import org.santral.pbx.DeviceState;
import org.santral.pbx.PbxCommand;
import org.santral.pbx.PbxEvent;

/// A pause at the desk is a pause in the exchange's queues, and the other way round.
class PausesTest {
    private static final AgentId SARA = new AgentId("sara");
    private static final DeviceId PHONE = new DeviceId(Exchange.PBX, "PJSIP/1001");

    private final Exchange exchange = new Exchange();
    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void whoPausesAtTheDeskIsPausedInEveryQueueByOneCommand() {
        member("sales", null);
        member("support", null);

        assertThat(wish(false, "break"))
                .containsExactly(
                        changed(AgentState.NOT_READY, "break"),
                        new Effect.SendCommand("q", new PbxCommand.PauseMember(PHONE, "PJSIP/1001", "break")));
        member("sales", "break");
        member("support", "break");
        assertThat(state()).isEqualTo(AgentState.NOT_READY);

        assertThat(wish(true, null))
                .containsExactly(
                        changed(AgentState.NOT_READY, "break"),
                        new Effect.SendCommand("q", new PbxCommand.ResumeMember(PHONE, "PJSIP/1001")));
        member("sales", null);
        assertThat(state()).isEqualTo(AgentState.READY);
    }

    @Test
    void aPauseOfTheDeskThatIsEndedAtThePhoneIsOver() {
        member("sales", null);
        wish(false, "break");
        member("sales", "break");

        member("sales", null);

        assertThat(state()).isEqualTo(AgentState.READY);
    }

    @Test
    void aPauseOfTheDeskThatTheExchangeHasNotTakenOverOutlastsOtherNewsOfTheMember() {
        member("sales", null);
        wish(false, "break");

        member("sales", null);

        assertThat(state()).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void aPauseMadeAtThePhoneEndsAtTheDeskOnceTheExchangeSaysSo() {
        member("sales", "");
        assertThat(state()).isEqualTo(AgentState.NOT_READY);

        assertThat(wish(true, null))
                .containsExactly(
                        changed(AgentState.NOT_READY, Floor.AT_THE_EXCHANGE),
                        new Effect.SendCommand("q", new PbxCommand.ResumeMember(PHONE, "PJSIP/1001")));
        member("sales", null);
        assertThat(state()).isEqualTo(AgentState.READY);
    }

    @Test
    void anotherReasonIsToldToTheExchangeToo() {
        member("sales", "break");

        assertThat(wish(false, "meeting\r\nAction: x"))
                .contains(new Effect.SendCommand(
                        "q", new PbxCommand.PauseMember(PHONE, "PJSIP/1001", "meetingAction: x")));
        member("sales", "meetingAction: x");
        assertThat(rehearsal.switchboard.snapshot().agents())
                .filteredOn(agent -> agent.agent().equals(SARA))
                .extracting(Snapshot.AgentView::reason)
                .containsExactly("meetingAction: x");
    }

    @Test
    void theExchangeIsAskedByTheNameItsQueueCalls() {
        rehearsal.apply(exchange.of(new PbxEvent.QueueMemberChanged(
                "sales", PHONE, "Sara", DeviceState.IDLE, false, "", "Local/1001@agents")));

        assertThat(wish(false, "break"))
                .contains(new Effect.SendCommand("q", new PbxCommand.PauseMember(PHONE, "Local/1001@agents", "break")));
    }

    @Test
    void whereNoQueueCallsThePhoneNobodyHasToBeAsked() {
        assertThat(wish(false, "break"))
                .containsExactly(changed(AgentState.NOT_READY, "break"), new Effect.Done("q", SARA));
        member("sales", null);
        wish(true, null);
        assertThat(wish(true, null))
                .as("ready already")
                .containsExactly(changed(AgentState.READY, null), new Effect.Done("q", SARA));
    }

    @Test
    void withoutTheLinkThePauseIsOnlyOursAndThatIsSaid() {
        member("sales", null);
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "no route", exchange.tick()));

        assertThat(wish(false, "break"))
                .containsExactly(
                        changed(AgentState.NOT_READY, "break"),
                        new Effect.Refuse("q", SARA, Because.of(Rules.REFUSE_LINK_DOWN, "reason", "no route")));
    }

    @Test
    void aPauseFromBeforeTheExchangeWasHeardIsToldToItOnceItsQueuesAreKnown() {
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "not connected yet", exchange.tick()));
        wish(false, "break");
        member("sales", null);
        member("support", null);

        assertThat(linkIsBack())
                .contains(new Effect.SendCommand("q", new PbxCommand.PauseMember(PHONE, "PJSIP/1001", "break")));
        assertThat(state()).isEqualTo(AgentState.NOT_READY);
        assertThat(commands(linkIsBack())).as("once").isEmpty();
    }

    @Test
    void onlyTheLastWishOfATimeWithoutTheLinkIsTold() {
        member("sales", null);
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "no route", exchange.tick()));
        wish(false, "break");
        wish(true, null);

        assertThat(commands(linkIsBack())).as("no queue pauses it").isEmpty();
    }

    @Test
    void whoSignedOffMeanwhileIsNotPaused() {
        member("sales", null);
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "no route", exchange.tick()));
        wish(false, "break");
        rehearsal.apply(new Input.AgentSignedOff(SARA, exchange.tick()));

        assertThat(commands(linkIsBack())).isEmpty();
    }

    @Test
    void whoIsNotSignedOnIsTold() {
        AgentId leila = new AgentId("leila");
        assertThat(rehearsal.apply(new Input.AgentReadinessSet(leila, false, "break", exchange.tick(), "q")))
                .contains(new Effect.Refuse("q", leila, Because.of(Rules.REFUSE_NOT_SIGNED_ON)));
    }

    @Test
    void aWishFromAnOlderJournalAsksNobody() {
        member("sales", null);
        Input old = Lines.readInput("{\"type\":\"AgentReadinessSet\",\"agent\":\"sara\",\"ready\":false,"
                + "\"reason\":\"lunch\",\"at\":\"2026-11-21T19:00:05.000000Z\"}");

        assertThat(rehearsal.apply(old)).containsExactly(changed(AgentState.NOT_READY, "lunch"));
    }

    private List<Effect> linkIsBack() {
        return rehearsal.apply(new Input.LinkUp(Exchange.PBX, false, exchange.tick()));
    }

    private static List<Effect> commands(List<Effect> effects) {
        return effects.stream().filter(Effect.SendCommand.class::isInstance).toList();
    }

    private List<Effect> wish(boolean ready, @Nullable String reason) {
        return rehearsal.apply(new Input.AgentReadinessSet(SARA, ready, reason, exchange.tick(), "q"));
    }

    /// @param paused null when it is not
    private void member(String queue, @Nullable String paused) {
        rehearsal.apply(exchange.of(new PbxEvent.QueueMemberChanged(
                queue, PHONE, "Sara", DeviceState.IDLE, paused != null, paused == null ? "" : paused, null)));
    }

    private AgentState state() {
        return rehearsal.switchboard.snapshot().agents().stream()
                .filter(agent -> agent.agent().equals(SARA))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static Effect changed(AgentState state, @Nullable String reason) {
        return new Effect.AgentChanged(SARA, state, "1001", reason);
    }
}
