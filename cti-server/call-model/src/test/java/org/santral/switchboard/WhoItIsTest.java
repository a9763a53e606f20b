package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;
import org.santral.caller.LookUp;
import org.santral.history.CallRecord;
import org.santral.pbx.Party;
import org.santral.screenpop.Pop;

/// What agents say of who calls: one of several, or somebody the book does not know by this number.
class WhoItIsTest {
    private static final AgentId SARA = new AgentId("sara");
    private static final AgentId OMID = new AgentId("omid");
    private static final String UNKNOWN = "02166667777";
    private static final String SHARED = "02144440004";

    private final Exchange exchange = new Exchange();
    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void whoIsAttachedIsLearnedAndShownOnceTheBookHasThem() {
        ring(UNKNOWN);
        var asked = attach(SARA, 9);

        assertThat(asked)
                .filteredOn(Effect.LearnNumber.class::isInstance)
                .map(Effect.LearnNumber.class::cast)
                .extracting(Effect.LearnNumber::customer, Effect.LearnNumber::instead, Effect.LearnNumber::again)
                .containsExactly(tuple(9L, null, true));
        assertThat(asked).contains(new Effect.Done("q", SARA));
        assertThat(pops(asked)).as("nobody is shown before the book has them").isEmpty();

        var answered = answer(UNKNOWN, 9);
        assertThat(pops(answered)).extracting(Pop::chosen).containsExactly(9L);
        assertThat(pops(answered).getFirst().because())
                .contains(Because.of(Rules.MATCH_CHOSEN, "agent", "sara", "customer", "9"));
        assertThat(lastRecord().customer()).isEqualTo(9);
    }

    @Test
    void whoIsAttachedBesideOthersIsTheOneWhateverWasChosenBefore() {
        ring(SHARED);
        rehearsal.apply(new Input.CustomerChosen(exchange.call(), SARA, 5, exchange.tick()));
        attach(SARA, 9);

        assertThat(pops(answer(SHARED, 5, 6, 9))).extracting(Pop::chosen).containsExactly(9L);
    }

    @Test
    void aChoiceAfterwardsIsTheLastWord() {
        ring(SHARED);
        attach(SARA, 9);
        rehearsal.apply(new Input.CustomerChosen(exchange.call(), SARA, 6, exchange.tick()));

        assertThat(pops(answer(SHARED, 5, 6, 9))).extracting(Pop::chosen).containsExactly(6L);
    }

    @Test
    void aBookThatIsSilentWhenItIsAskedAgainTakesNothingAway() {
        ring(SHARED);
        attach(SARA, 9);

        assertThat(pops(rehearsal.apply(lookedUp(SHARED, new LookUp.Unanswered("021 4444 0004", "slow")))))
                .isEmpty();
        assertThat(pops(answer(SHARED, 5, 6, 9))).extracting(Pop::chosen).containsExactly(9L);
    }

    @Test
    void whoTalkedSaysItAlsoWhenTheCallIsOver() {
        ring(UNKNOWN);
        rehearsal.apply(exchange.established("1.1"));
        hangUp();
        CallRecord ended = lastRecord();
        assertThat(ended.customer()).isNull();

        assertThat(attach(SARA, 9)).contains(new Effect.Done("q", SARA));
        var answered = answer(UNKNOWN, 9);

        assertThat(pops(answered)).extracting(Pop::state, Pop::chosen).containsExactly(tuple(Pop.State.ENDED, 9L));
        assertThat(lastRecord().customer()).isEqualTo(9);
        assertThat(lastRecord().endedAt()).isEqualTo(ended.endedAt());
    }

    @Test
    void whoTalkedChoosesAlsoWhenTheCallIsOver() {
        ring(SHARED);
        rehearsal.apply(exchange.established("1.1"));
        hangUp();

        var chosen = rehearsal.apply(new Input.CustomerChosen(exchange.call(), SARA, 6, exchange.tick()));

        assertThat(pops(chosen)).extracting(Pop::chosen).containsExactly(6L);
        assertThat(lastRecord().customer()).isEqualTo(6);
    }

    @Test
    void anAnswerAboutAnEndedCallThatNobodyWaitsForChangesNothing() {
        ring(UNKNOWN);
        rehearsal.apply(exchange.established("1.1"));
        hangUp();

        assertThat(answer(UNKNOWN, 9)).isEmpty();
    }

    @Test
    void nobodySaysItOfTheCallOfAnotherNorOfAWithheldNumber() {
        ring(UNKNOWN);
        assertThat(attach(OMID, 9)).containsExactly(refusal(OMID, Because.of(Rules.REFUSE_NO_PART)));
        hangUp();
        assertThat(attach(SARA, 9))
                .as("it rang, and she did not talk")
                .containsExactly(refusal(SARA, Because.of(Rules.REFUSE_CALL_OVER, "call", "pbx1/1.0")));

        exchange.call("2.0");
        rehearsal.apply(
                exchange.originated("2.0", "PJSIP/trunk", new Party("", "", Party.Presentation.RESTRICTED), "5003"));
        rehearsal.apply(exchange.offered("2.1", "PJSIP/1001", "2.0", null));
        rehearsal.apply(exchange.delivered("2.1"));
        assertThat(attach(SARA, 9)).containsExactly(refusal(SARA, Because.of(Rules.REFUSE_NUMBER_WITHHELD)));
    }

    private void ring(String number) {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", number, "5003"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        rehearsal.apply(exchange.delivered("1.1"));
    }

    private void hangUp() {
        rehearsal.apply(exchange.cleared("1.1"));
        rehearsal.apply(exchange.cleared("1.0"));
    }

    private List<Effect> attach(AgentId agent, long customer) {
        return rehearsal.apply(new Input.CustomerAttached("q", agent, exchange.call(), customer, exchange.tick()));
    }

    private List<Effect> answer(String number, long... customers) {
        return rehearsal.apply(lookedUp(
                number,
                new LookUp.Found(
                        "+98" + number.substring(1),
                        number,
                        Arrays.stream(customers)
                                .mapToObj(WhoItIsTest::candidate)
                                .toList())));
    }

    private static Candidate candidate(long id) {
        return new Candidate(
                new Customer(id, "Customer " + id, null, null, null, null, null, List.of()), MatchQuality.EXACT, "");
    }

    private Input lookedUp(String number, LookUp answer) {
        return new Input.CallerLookedUp(exchange.call(), number, answer, exchange.tick());
    }

    private static Effect refusal(AgentId agent, Because why) {
        return new Effect.Refuse("q", agent, why);
    }

    private static List<Pop> pops(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.ShowPop.class::isInstance)
                .map(effect -> ((Effect.ShowPop) effect).pop())
                .toList();
    }

    private CallRecord lastRecord() {
        return rehearsal.all(Effect.RecordCall.class).getLast().record();
    }
}
