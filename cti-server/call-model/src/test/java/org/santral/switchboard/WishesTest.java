package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.history.CallRecord;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxCommand;
import org.santral.screenpop.Pop;
import org.santral.switchboard.Input.CommandAsked.Wish;
import org.santral.switchboard.Input.TransferAsked.Step;

class WishesTest {
    private static final AgentId SARA = new AgentId("sara");
    private static final AgentId OMID = new AgentId("omid");
    private static final AgentId LEILA = new AgentId("leila");

    private final Exchange exchange = new Exchange();
    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void anAgentAnswersTheirRingingPhone() {
        ring();

        assertThat(ask(SARA, Wish.ANSWER)).containsExactly(command(new PbxCommand.Answer(exchange.id("1.1"), phone())));
    }

    @Test
    void anAgentRejectsWhileItRingsAndHangsUpWhileTheyTalk() {
        ring();
        var clear = command(new PbxCommand.Clear(exchange.id("1.1"), phone()));
        assertThat(ask(SARA, Wish.CLEAR)).containsExactly(clear);

        rehearsal.apply(exchange.established("1.1"));
        assertThat(ask(SARA, Wish.CLEAR)).containsExactly(clear);
        assertThat(ask(SARA, Wish.ANSWER))
                .containsExactly(refusal(SARA, Rules.REFUSE_NOT_RINGING, "extension", "1001"));
    }

    @Test
    void nobodyTouchesTheCallOfAnother() {
        ring();

        assertThat(ask(OMID, Wish.ANSWER))
                .containsExactly(refusal(OMID, Rules.REFUSE_NOT_RINGING, "extension", "1002"));
        assertThat(ask(OMID, Wish.CLEAR)).containsExactly(refusal(OMID, Rules.REFUSE_NOT_YOURS, "extension", "1002"));
        assertThat(ask(LEILA, Wish.CLEAR)).containsExactly(refusal(LEILA, Rules.REFUSE_NOT_SIGNED_ON));
    }

    @Test
    void aCallThatIsOverCannotBeCleared() {
        ring();
        rehearsal.apply(exchange.cleared("1.1"));
        assertThat(ask(SARA, Wish.CLEAR)).containsExactly(refusal(SARA, Rules.REFUSE_NOT_YOURS, "extension", "1001"));

        rehearsal.apply(exchange.cleared("1.0"));
        assertThat(ask(SARA, Wish.CLEAR)).containsExactly(refusal(SARA, Rules.REFUSE_CALL_OVER, "call", "pbx1/1.0"));
    }

    @Test
    void withoutTheLinkNothingCanBeAsked() {
        ring();
        rehearsal.apply(new Input.LinkDown(Exchange.PBX, "no route", exchange.tick()));

        assertThat(ask(SARA, Wish.ANSWER)).containsExactly(refusal(SARA, Rules.REFUSE_LINK_DOWN, "reason", "no route"));
    }

    @Test
    void anAgentHandsTheCallerOnOrAsksAColleagueFirst() {
        talk();

        assertThat(transfer(SARA, Step.BLIND, "1002"))
                .containsExactly(command(new PbxCommand.Transfer(exchange.id("1.1"), phone(), "1002")));
        assertThat(transfer(SARA, Step.CONSULT, "9 (021) 44-55"))
                .containsExactly(command(new PbxCommand.Consult(exchange.id("1.1"), phone(), "90214455")));
        assertThat(transfer(SARA, Step.CANCEL, ""))
                .containsExactly(command(new PbxCommand.EndConsultation(exchange.id("1.1"), phone())));
        assertThat(transfer(SARA, Step.COMPLETE, ""))
                .containsExactly(command(new PbxCommand.Clear(exchange.id("1.1"), phone())));
    }

    @Test
    void whatNoPhoneCouldDialIsNotSentToTheExchange() {
        talk();

        assertThat(transfer(SARA, Step.BLIND, "1002&PJSIP/trunk"))
                .containsExactly(refusal(SARA, Rules.REFUSE_NO_NUMBER, "number", "1002&PJSIP/trunk"));
        assertThat(transfer(SARA, Step.CONSULT, ""))
                .containsExactly(refusal(SARA, Rules.REFUSE_NO_NUMBER, "number", ""));
    }

    @Test
    void nobodyHandsOnACallBeforeTheyHaveAnsweredIt() {
        ring();

        assertThat(transfer(SARA, Step.BLIND, "1002"))
                .containsExactly(refusal(SARA, Rules.REFUSE_NOT_YOURS, "extension", "1001"));
    }

    @Test
    void aNoteStandsOnEveryCardOfTheCallAndInItsRecord() {
        talk();
        rehearsal.apply(exchange.transferred("1.1", "1002"));
        rehearsal.apply(exchange.offered("1.2", "PJSIP/1002", "1.0", null));
        rehearsal.apply(exchange.delivered("1.2"));

        var effects = note(SARA, " wants a call back\n  tomorrow ");

        var written = List.of(new Note(SARA, rehearsal.steps.getLast().input().at(), "wants a call back\ntomorrow"));
        assertThat(pops(effects)).extracting(Pop::agent).containsExactly(SARA, OMID);
        assertThat(pops(effects)).extracting(Pop::notes).containsExactly(written, written);
        assertThat(effects).contains(new Effect.Done("q", SARA));
        assertThat(lastRecord().notes()).isEqualTo(written);

        note(SARA, "no more");
        assertThat(lastRecord().notes()).extracting(Note::text).containsExactly("no more");
        note(SARA, "");
        assertThat(lastRecord().notes()).isEmpty();
    }

    @Test
    void whoHasNoPartInACallWritesNoNoteOfIt() {
        talk();

        assertThat(note(OMID, "mine")).containsExactly(refusal(OMID, Rules.REFUSE_NO_PART));
        hangUp();
        assertThat(note(OMID, "late")).containsExactly(refusal(OMID, Rules.REFUSE_CALL_OVER, "call", "pbx1/1.0"));
    }

    @Test
    void whoTalkedWritesTheirNoteAlsoWhenTheCallIsOver() {
        talk();
        hangUp();
        CallRecord ended = lastRecord();

        var effects = note(SARA, "sent the papers");

        assertThat(pops(effects))
                .singleElement()
                .satisfies(pop -> assertThat(pop.state()).isEqualTo(Pop.State.ENDED))
                .satisfies(pop -> assertThat(pop.notes()).extracting(Note::text).containsExactly("sent the papers"));
        assertThat(effects).contains(new Effect.Done("q", SARA));
        CallRecord noted = lastRecord();
        assertThat(noted.notes()).extracting(Note::text).containsExactly("sent the papers");
        assertThat(noted.revision()).isEqualTo(ended.revision() + 1);
        assertThat(noted.endedAt()).isEqualTo(ended.endedAt());
        assertThat(noted.talkMillis()).isEqualTo(ended.talkMillis());
        assertThat(rehearsal.switchboard.liveCalls()).isZero();

        note(SARA, "");
        assertThat(lastRecord().notes()).isEmpty();
    }

    @Test
    void whoHandedTheCallOnReadsTheirOwnNoteOnTheCardThatIsLeft() {
        talk();
        rehearsal.apply(exchange.transferred("1.1", "1002"));
        rehearsal.apply(exchange.offered("1.2", "PJSIP/1002", "1.0", null));
        rehearsal.apply(exchange.delivered("1.2"));
        rehearsal.apply(exchange.established("1.2"));
        rehearsal.apply(exchange.cleared("1.1"));

        assertThat(pops(note(SARA, "he is in a hurry")))
                .extracting(Pop::agent, Pop::state)
                .containsExactly(tuple(OMID, Pop.State.TALKING), tuple(SARA, Pop.State.ENDED));
    }

    @Test
    void aCallIsWrittenOnUntilItsAgentHasTalkedInTwoOthers() {
        for (int call = 1; call <= 3; call++) {
            exchange.call(call + ".0");
            rehearsal.apply(exchange.originated(call + ".0", "PJSIP/trunk", "02112345678", "5003"));
            rehearsal.apply(exchange.offered(call + ".1", "PJSIP/1001", call + ".0", null));
            rehearsal.apply(exchange.delivered(call + ".1"));
            rehearsal.apply(exchange.established(call + ".1"));
            rehearsal.apply(exchange.cleared(call + ".1"));
            rehearsal.apply(exchange.cleared(call + ".0"));
        }

        exchange.call("2.0");
        assertThat(note(SARA, "second")).contains(new Effect.Done("q", SARA));
        exchange.call("1.0");
        assertThat(note(SARA, "first")).containsExactly(refusal(SARA, Rules.REFUSE_CALL_OVER, "call", "pbx1/1.0"));
    }

    private void hangUp() {
        rehearsal.apply(exchange.cleared("1.1"));
        rehearsal.apply(exchange.cleared("1.0"));
    }

    private void talk() {
        ring();
        rehearsal.apply(exchange.established("1.1"));
    }

    private List<Effect> transfer(AgentId agent, Step step, String number) {
        return rehearsal.apply(new Input.TransferAsked("q", agent, exchange.call(), step, number, exchange.tick()));
    }

    private List<Effect> note(AgentId agent, String text) {
        return rehearsal.apply(new Input.NoteWritten("q", agent, exchange.call(), text, exchange.tick()));
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

    private void ring() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5003"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        rehearsal.apply(exchange.delivered("1.1"));
    }

    private List<Effect> ask(AgentId agent, Wish wish) {
        return rehearsal.apply(new Input.CommandAsked("q", agent, exchange.call(), wish, exchange.tick()));
    }

    private static Effect command(PbxCommand command) {
        return new Effect.SendCommand("q", command);
    }

    private static Effect refusal(AgentId agent, String rule, String... facts) {
        return new Effect.Refuse("q", agent, Because.of(rule, facts));
    }

    private static DeviceId phone() {
        return new DeviceId(Exchange.PBX, "PJSIP/1001");
    }
}
