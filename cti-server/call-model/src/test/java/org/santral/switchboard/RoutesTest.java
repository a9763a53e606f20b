package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.pbx.DeviceId;
import org.santral.pbx.DeviceState;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.routing.RouteDecision;
import org.santral.routing.RouteRequestId;

class RoutesTest {
    private static final AgentId SARA = new AgentId("sara");

    private final Exchange exchange = new Exchange();
    private final Switchboard switchboard = new Switchboard(Exchange.PBX);

    private int questions;

    @BeforeEach
    void theSiteIsThere() {
        Scenarios.before().forEach(switchboard::apply);
    }

    @Test
    void theQuestionWaitsForTheDirectoryAndIsAnsweredWhenItHasSpoken() {
        begin("02144440001");
        var asked = ask("r1", "02144440001");
        var answered = lookUp("02144440001");

        assertThat(asked).containsExactly(new Effect.StartTimer("route/r1", Duration.ofMillis(250)));
        assertThat(answered)
                .contains(new Effect.CancelTimer("route/r1"))
                .contains(new Effect.AnswerRoute(
                        new RouteRequestId("r1"),
                        exchange.call(),
                        new RouteDecision.ToQueue(
                                "vip", List.of(Because.of(Rules.ROUTE_SEGMENT, "segment", "VIP", "queue", "vip")))));
        assertThat(recordIn(answered).because()).extracting(Because::rule).contains(Rules.ROUTE_SEGMENT);
    }

    @Test
    void aQuestionAfterTheDirectoryHasSpokenIsAnsweredAtOnce() {
        begin("02144440001");
        lookUp("02144440001");

        assertThat(answerIn(ask("r1", "02144440001"))).isInstanceOf(RouteDecision.ToQueue.class);
    }

    @Test
    void theDirectoryIsTooSlowAndTheDialplanGoesOnByItself() {
        begin("02144440001");
        ask("r1", "02144440001");
        var late = switchboard.apply(new Input.TimerFired("route/r1", exchange.tick()));
        var afterwards = lookUp("02144440001");
        var again = switchboard.apply(new Input.TimerFired("route/r1", exchange.tick()));

        assertThat(answerIn(late))
                .isEqualTo(new RouteDecision.UseDefault(List.of(Because.of(Rules.ROUTE_LATE, "budget", "250 ms"))));
        assertThat(afterwards).doesNotHaveAnyElementsOfTypes(Effect.AnswerRoute.class, Effect.CancelTimer.class);
        assertThat(again).isEmpty();
    }

    @Test
    void aWithheldNumberIsNotLookedUpAndGoesTheDefaultWay() {
        begin("02155556666");
        var answer = switchboard.apply(new Input.RouteAsked(
                new RouteRequestId("r1"),
                exchange.call(),
                exchange.id("1.0"),
                "5001",
                new Party("02155556666", "", Party.Presentation.RESTRICTED),
                exchange.tick()));

        assertThat(answerIn(answer).because())
                .containsExactly(
                        Because.of(Rules.ROUTE_NO_NUMBER, "class", "WITHHELD"),
                        Because.of(Rules.ROUTE_DID_DEFAULT, "did", "5001"));
        assertThat(recordIn(answer).caller().number()).isEmpty();
    }

    @Test
    void theQuestionComesBeforeTheEventThatBeginsTheCall() {
        var asked = ask("r1", "02144440001");
        var answered = lookUp("02144440001");
        var begun = switchboard.apply(exchange.originated("1.0", "PJSIP/trunk", "02144440001", "5001"));

        assertThat(asked).hasAtLeastOneElementOfType(Effect.LookUpCaller.class);
        assertThat(answerIn(answered)).isInstanceOf(RouteDecision.ToQueue.class);
        assertThat(begun).doesNotHaveAnyElementsOfTypes(Effect.LookUpCaller.class);
        assertThat(recordIn(begun).customer()).isEqualTo(2);
        assertThat(recordIn(begun).because())
                .extracting(Because::rule)
                .containsExactly(Rules.MATCH_ONE, Rules.ROUTE_SEGMENT);
    }

    @Test
    void theCallBeginsWhileItsQuestionWaitsAndTheDirectoryIsAskedOnce() {
        ask("r1", "02144440001");
        var begun = switchboard.apply(exchange.originated("1.0", "PJSIP/trunk", "02144440001", "5001"));
        var answered = lookUp("02144440001");

        assertThat(begun).doesNotHaveAnyElementsOfTypes(Effect.LookUpCaller.class);
        assertThat(answerIn(answered)).isInstanceOf(RouteDecision.ToQueue.class);
        assertThat(recordIn(answered).customer()).isEqualTo(2);
    }

    @Test
    void theSameQuestionTwiceIsOneQuestion() {
        begin("02144440001");
        ask("r1", "02144440001");

        assertThat(ask("r1", "02144440001")).isEmpty();
        assertThat(lookUp("02144440001").stream().filter(Effect.AnswerRoute.class::isInstance))
                .hasSize(1);
    }

    @Test
    void theCallerHangsUpBeforeTheAnswer() {
        begin("02144440001");
        ask("r1", "02144440001");
        var over = switchboard.apply(exchange.cleared("1.0"));

        assertThat(over).contains(new Effect.CancelTimer("route/r1"));
        assertThat(answerIn(over).because()).containsExactly(Because.of(Rules.ROUTE_CALLER_GONE));
    }

    @Test
    void theOwnerIsTriedFirstWhileTheyAreReadyAtAPhoneThatIsFree() {
        assertThat(toOwner("02144440002")).isEqualTo("owner sara at 1001");
    }

    @Test
    void anOwnerWhoDoesNotSitThereIsNotTried() {
        switchboard.apply(new Input.AgentSignedOff(SARA, exchange.tick()));

        assertThat(toOwner("02144440002")).isEqualTo("away LOGGED_OFF");
    }

    @Test
    void anOwnerWhoPausesIsNotTried() {
        switchboard.apply(new Input.AgentReadinessSet(SARA, false, "lunch", exchange.tick(), "q"));

        assertThat(toOwner("02144440002")).isEqualTo("away NOT_READY");
    }

    @Test
    void anOwnerWhosePhoneRingsIsNotTriedUntilItIsFreeAgain() {
        exchange.call("8.0");
        switchboard.apply(exchange.originated("8.0", "PJSIP/trunk", "02155550000", "5003"));
        switchboard.apply(exchange.offered("8.1", "PJSIP/1001", "8.0", null));
        assertThat(toOwner("02144440002")).isEqualTo("away phone in use");

        exchange.call("8.0");
        switchboard.apply(exchange.cleared("8.1"));
        switchboard.apply(exchange.cleared("8.0"));
        assertThat(toOwner("02144440002")).isEqualTo("owner sara at 1001");
    }

    @Test
    void anOwnerWhosePhoneCannotBeReachedIsNotTried() {
        phone1001Is(DeviceState.UNAVAILABLE);
        assertThat(toOwner("02144440002")).isEqualTo("away phone unreachable");

        phone1001Is(DeviceState.IDLE);
        assertThat(toOwner("02144440002")).isEqualTo("owner sara at 1001");
    }

    @Test
    void anOwnerAtAPhoneThatIsNoneOfTheSiteIsNotTried() {
        switchboard.apply(new Input.AgentSignedOn(SARA, "7777", exchange.tick()));

        assertThat(toOwner("02144440002")).isEqualTo("away phone unreachable");
    }

    private void phone1001Is(DeviceState state) {
        switchboard.apply(
                exchange.of(new PbxEvent.DeviceStateChanged(new DeviceId(Exchange.PBX, "PJSIP/1001"), state)));
    }

    /// A call of its own from this number, asked for and looked up.
    private String toOwner(String number) {
        String id = ++questions + ".9";
        exchange.call(id);
        switchboard.apply(exchange.originated(id, "PJSIP/trunk", number, "5001"));
        lookUp(number);
        var decision = answerIn(ask("q" + questions, number));
        return decision instanceof RouteDecision.OwnerFirst owner
                ? "owner " + owner.owner() + " at " + owner.extension()
                : "away "
                        + decision.because().stream()
                                .filter(because -> because.rule().equals(Rules.ROUTE_OWNER_AWAY))
                                .map(because -> because.facts().getLast().value())
                                .findFirst()
                                .orElseThrow();
    }

    private void begin(String number) {
        switchboard.apply(exchange.originated("1.0", "PJSIP/trunk", number, "5001"));
    }

    private List<Effect> ask(String request, String number) {
        return switchboard.apply(new Input.RouteAsked(
                new RouteRequestId(request),
                exchange.call(),
                exchange.id("1.0"),
                "5001",
                new Party(number, "", Party.Presentation.ALLOWED),
                exchange.tick()));
    }

    private List<Effect> lookUp(String number) {
        return switchboard.apply(
                new Input.CallerLookedUp(exchange.call(), number, TestDirectory.lookUp(number), exchange.tick()));
    }

    private static RouteDecision answerIn(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.AnswerRoute.class::isInstance)
                .map(effect -> ((Effect.AnswerRoute) effect).decision())
                .findFirst()
                .orElseThrow();
    }

    private static org.santral.history.CallRecord recordIn(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.RecordCall.class::isInstance)
                .map(effect -> ((Effect.RecordCall) effect).record())
                .findFirst()
                .orElseThrow();
    }
}
