package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxCommand;
import org.santral.switchboard.Input.CommandAsked.Wish;

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
