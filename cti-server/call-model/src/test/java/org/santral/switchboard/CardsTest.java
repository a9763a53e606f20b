package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.CallerClass;
import org.santral.caller.LookUp;
import org.santral.pbx.ClearCause;
import org.santral.pbx.Party;
import org.santral.screenpop.Pop;
import org.santral.screenpop.Withdrawal;

class CardsTest {
    private static final AgentId SARA = new AgentId("sara");
    private static final AgentId OMID = new AgentId("omid");
    private static final AgentId LEILA = new AgentId("leila");

    private final Exchange exchange = new Exchange();
    private final Switchboard bare = new Switchboard(Exchange.PBX);
    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void theCardStandsAtOnceWithTheNumberAndIsCompletedWhenTheDirectoryAnswers() {
        Scenarios.before().forEach(bare::apply);
        bare.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5001"));
        bare.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        var ringing = pop(bare.apply(exchange.delivered("1.1")));
        var completed = pop(bare.apply(lookedUp("02112345678", TestDirectory.lookUp("02112345678"))));

        assertThat(ringing.caller().number()).isEqualTo("02112345678");
        assertThat(ringing.lookUp()).isNull();
        assertThat(completed.lookUp()).isInstanceOf(LookUp.Found.class);
        assertThat(completed.chosen()).isEqualTo(1);
        assertThat(completed.state()).isEqualTo(Pop.State.RINGING);
    }

    @Test
    void anAnswerThatComesTooLateForTheRouteStillCompletesTheCard() {
        Scenarios.before().forEach(bare::apply);
        bare.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5001"));
        bare.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        bare.apply(exchange.delivered("1.1"));

        var unanswered = pop(bare.apply(lookedUp("02112345678", new LookUp.Unanswered("021 1234 5678", "slow"))));
        var late = pop(bare.apply(lookedUp("02112345678", TestDirectory.lookUp("02112345678"))));

        assertThat(unanswered.lookUp()).isInstanceOf(LookUp.Unanswered.class);
        assertThat(late.lookUp()).isInstanceOf(LookUp.Found.class);
        assertThat(late.chosen()).isEqualTo(1);
    }

    @Test
    void anAnswerAboutAnotherNumberIsNoAnswer() {
        Scenarios.before().forEach(bare::apply);
        bare.apply(exchange.originated("1.0", "PJSIP/trunk", "02144440001", "5001"));
        bare.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        bare.apply(exchange.delivered("1.1"));

        assertThat(bare.apply(lookedUp("02112345678", TestDirectory.lookUp("02112345678"))))
                .isEmpty();
    }

    @Test
    void whoOpensTheDeskWhileThePhoneRingsSeesTheCard() {
        ringAt("PJSIP/1003");
        assertThat(rehearsal.all(Effect.NoPop.class))
                .extracting(Effect.NoPop::because)
                .containsExactly(List.of(Because.of(Rules.NO_POP_NOBODY, "extension", "1003")));

        var effects = rehearsal.apply(new Input.AgentSignedOn(LEILA, "1003", exchange.tick()));

        assertThat(pop(effects).agent()).isEqualTo(LEILA);
        assertThat(pop(effects).because().getFirst().rule()).isEqualTo(Rules.POP_DESK_OPENED);
    }

    @Test
    void whoOpensTheDeskWhileTalkingSeesTheCardAndTheHistoryNamesThem() {
        ringAt("PJSIP/1003");
        rehearsal.apply(exchange.established("1.1"));
        var effects = rehearsal.apply(new Input.AgentSignedOn(LEILA, "1003", exchange.tick()));
        rehearsal.apply(exchange.cleared("1.1"));
        rehearsal.apply(exchange.cleared("1.0"));

        assertThat(pop(effects).state()).isEqualTo(Pop.State.TALKING);
        assertThat(rehearsal.all(Effect.RecordCall.class).getLast().record().agent())
                .isEqualTo(LEILA);
    }

    @Test
    void twoAgentsAtOnePhoneSeeOneCardEach() {
        rehearsal.apply(new Input.AgentSignedOn(LEILA, "1001", exchange.tick()));
        ringAt("PJSIP/1001");

        assertThat(rehearsal.all(Effect.ShowPop.class))
                .extracting(shown -> shown.pop().agent())
                .containsExactly(SARA, LEILA);
    }

    @Test
    void aPhoneThatIsNotOfTheSiteSaysWhyNoCardIsShown() {
        ringAt("PJSIP/9999");

        assertThat(rehearsal.all(Effect.NoPop.class))
                .extracting(Effect.NoPop::because)
                .containsExactly(List.of(Because.of(Rules.NO_POP_UNMAPPED, "device", "PJSIP/9999")));
    }

    @Test
    void theCallerGivesUpRejectsOrIsBusyEachInItsOwnWord() {
        assertThat(withdrawnBy(ClearCause.CANCELLED, false)).isEqualTo(Withdrawal.CALLER_GAVE_UP);
        assertThat(withdrawnBy(ClearCause.NORMAL, true)).isEqualTo(Withdrawal.REJECTED);
        assertThat(withdrawnBy(ClearCause.REJECTED, true)).isEqualTo(Withdrawal.REJECTED);
        assertThat(withdrawnBy(ClearCause.BUSY, true)).isEqualTo(Withdrawal.BUSY);
        assertThat(withdrawnBy(ClearCause.NO_ANSWER, false)).isEqualTo(Withdrawal.NO_ANSWER);
        assertThat(withdrawnBy(ClearCause.UNREACHABLE, false)).isEqualTo(Withdrawal.NO_ANSWER);
        assertThat(withdrawnBy(ClearCause.LOST_TRACK, false)).isEqualTo(Withdrawal.LOST_TRACK);
    }

    @Test
    void aTransferredCallShowsWhoHandedItOn() {
        ringAt("PJSIP/1001");
        rehearsal.apply(exchange.established("1.1"));
        rehearsal.apply(exchange.transferred("1.1", "1002"));
        rehearsal.apply(exchange.cleared("1.1"));
        rehearsal.apply(exchange.offered("1.2", "PJSIP/1002", "1.0", null));
        var pop = pop(rehearsal.apply(exchange.delivered("1.2")));

        assertThat(pop.agent()).isEqualTo(OMID);
        assertThat(pop.reach().transferredBy()).isEqualTo(SARA);
        assertThat(pop.because()).contains(Because.of(Rules.HISTORY_TRANSFERRED, "from", "1001", "number", "1002"));
    }

    @Test
    void aStrangersTextsAreShownHarmlessly() {
        var from =
                new Party("+98\u202E21\u0001۵۵", "</b>\r\nEvent: \u2066علی\u200Cرضا\u0000", Party.Presentation.ALLOWED);
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", from, "5001"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        var caller = pop(rehearsal.apply(exchange.delivered("1.1"))).caller();

        assertThat(caller.number()).isEqualTo("+982155");
        assertThat(caller.name()).isEqualTo("</b>Event: علی\u200Cرضا");
    }

    @Test
    void aStrangerWhoSignalsAnExtensionIsNoColleague() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "1002", "5003"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        var pop = pop(rehearsal.apply(exchange.delivered("1.1")));

        assertThat(pop.caller().kind()).isEqualTo(CallerClass.NUMBER);
        assertThat(pop.caller().name()).isEmpty();
    }

    @Test
    void anAgentPicksOneOfSeveralCandidates() {
        ringAt("PJSIP/1001", "02144440004");
        assertThat(rehearsal.all(Effect.ShowPop.class).getLast().pop().chosen()).isNull();

        var chosen = rehearsal.apply(new Input.CustomerChosen(exchange.call(), SARA, 6, exchange.tick()));
        var wrong = rehearsal.apply(new Input.CustomerChosen(exchange.call(), SARA, 99, exchange.tick()));
        var other = rehearsal.apply(new Input.CustomerChosen(exchange.call(), OMID, 5, exchange.tick()));

        assertThat(pop(chosen).chosen()).isEqualTo(6);
        assertThat(pop(chosen).because()).contains(Because.of(Rules.MATCH_CHOSEN, "agent", "sara", "customer", "6"));
        assertThat(rehearsal.all(Effect.RecordCall.class).getLast().record().customer())
                .isEqualTo(6);
        assertThat(wrong).hasOnlyElementsOfType(Effect.Anomaly.class).hasSize(1);
        assertThat(other).hasOnlyElementsOfType(Effect.Anomaly.class).hasSize(1);
    }

    private Withdrawal withdrawnBy(ClearCause cause, boolean byParty) {
        var fresh = new Rehearsal();
        var speaker = new Exchange();
        fresh.apply(speaker.originated("1.0", "PJSIP/trunk", "0211", "5003"));
        fresh.apply(speaker.offered("1.1", "PJSIP/1001", "1.0", null));
        fresh.apply(speaker.delivered("1.1"));
        fresh.apply(speaker.cleared("1.1", cause, byParty));
        return fresh.all(Effect.WithdrawPop.class).getFirst().why();
    }

    private void ringAt(String device) {
        ringAt(device, "02112345678");
    }

    private void ringAt(String device, String number) {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", number, "5003"));
        rehearsal.apply(exchange.offered("1.1", device, "1.0", null));
        rehearsal.apply(exchange.delivered("1.1"));
    }

    private Input lookedUp(String number, LookUp answer) {
        return new Input.CallerLookedUp(exchange.call(), number, answer, exchange.tick());
    }

    private static Pop pop(List<Effect> effects) {
        var pops = effects.stream()
                .filter(Effect.ShowPop.class::isInstance)
                .map(effect -> ((Effect.ShowPop) effect).pop())
                .toList();
        assertThat(pops).hasSize(1);
        return pops.getFirst();
    }
}
