package org.santral.bench.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.bench.chaos.calls.Told.at;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.bench.chaos.calls.Kind;
import org.santral.bench.chaos.calls.Told;
import org.santral.bench.chaos.faults.Fault;
import org.santral.bench.chaos.faults.What;
import org.santral.phones.call.EndCause;

/// What a row may say: mostly one word, several only where the exchange may have seen either.
class ExpectationTest {
    private static final String CALLER = "carrier";

    private static Fault fault(What what, double from, double gone, double until) {
        return new Fault(what, Duration.ZERO, at(from), at(gone), at(until), 1, "");
    }

    private static Account account(Told told, Fault... faults) {
        return new Account(told.call(), List.of(faults));
    }

    @Test
    void anUndisturbedCallAllowsOneWordEach() {
        Expectation expected = Expectation.of(account(new Told(Kind.DIRECT_ANSWERED, "1009")
                .from(CALLER, 1.0, 3, EndCause.HUNG_UP)
                .to("1009", 0.1, 1.0, 3.01, EndCause.CLEARED_BY_OTHER)));
        assertThat(expected.outcomes()).containsExactly("ANSWERED");
        assertThat(expected.agents()).containsExactly("agent1009");
        assertThat(expected.hungUpBy()).containsExactly("caller");
    }

    @Test
    void aPhoneThatHandedItsCallerOnIsNotInTheCallWhenTheCallerGoes() {
        Account account = account(new Told(Kind.TRANSFERRED_TO_BUSY, "1009", "1010")
                .from(CALLER, 1.0, 3, EndCause.CLEARED_BY_OTHER)
                .to("1009", 0.1, 1.0, 7, EndCause.HUNG_UP)
                .handedOn()
                .to("1010", 2.9, null, 2.91, EndCause.BUSY));
        assertThat(account.ended()).isEqualTo(at(3));
        assertThat(Expectation.of(account).hungUpBy()).containsExactlyInAnyOrder("pbx", "agent");
    }

    @Test
    void whileTheExchangeStoodStillEitherMayHaveHungUpFirst() {
        Told told = new Told(Kind.DIRECT_ANSWERED, "1009")
                .from(CALLER, 1.0, 3, EndCause.HUNG_UP)
                .to("1009", 0.1, 1.0, 5, EndCause.HUNG_UP);
        assertThat(Expectation.of(account(told, fault(What.EXCHANGE_FROZEN, 2.9, 5.5, 5.5)))
                        .hungUpBy())
                .containsExactlyInAnyOrder("caller", "agent");
        assertThat(Expectation.of(account(told, fault(What.LINK_STILL, 2.9, 5.5, 5.5)))
                        .hungUpBy())
                .containsExactly("agent");
    }

    @Test
    void anAnswerWhileTheExchangeIsToldToGoMayCountAndAnEarlierOneDoes() {
        Fault restart = fault(What.EXCHANGE_RESTARTED, 2, 2.3, 9);
        Expectation late = Expectation.of(account(
                new Told(Kind.DIRECT_ANSWERED, "1009")
                        .from(CALLER, 2.1, 2.4, EndCause.CLEARED_BY_OTHER)
                        .to("1009", 0.1, 2.1, 2.4, EndCause.CLEARED_BY_OTHER),
                restart));
        assertThat(late.outcomes()).containsExactlyInAnyOrder("ANSWERED", "UNKNOWN", "FAILED", "NOT_ANSWERED");
        assertThat(late.agents()).containsExactlyInAnyOrder("agent1009", "");
        Expectation early = Expectation.of(account(
                new Told(Kind.DIRECT_ANSWERED, "1009")
                        .from(CALLER, 1.0, 2.4, EndCause.CLEARED_BY_OTHER)
                        .to("1009", 0.1, 1.0, 2.4, EndCause.CLEARED_BY_OTHER),
                restart));
        assertThat(early.outcomes()).containsExactly("ANSWERED");
        assertThat(early.agents()).containsExactly("agent1009");
    }

    @Test
    void whatAPhoneSaidBeforeTheExchangeWasGoneMayCountAndWhatTheExchangeSaidDoesNot() {
        Fault restart = fault(What.EXCHANGE_RESTARTED, 2, 2.3, 9);
        assertThat(Expectation.of(account(
                                new Told(Kind.DIRECT_BUSY, "1009")
                                        .from(CALLER, null, 2.1, EndCause.BUSY)
                                        .to("1009", 2.0, null, 2.05, EndCause.BUSY),
                                restart))
                        .outcomes())
                .contains("BUSY");
        assertThat(Expectation.of(account(
                                new Told(Kind.QUEUE_TIMED_OUT).from(CALLER, 0.1, 2.4, EndCause.CLEARED_BY_OTHER),
                                restart))
                        .outcomes())
                .containsExactlyInAnyOrder("UNKNOWN", "FAILED", "NOT_ANSWERED");
    }

    @Test
    void afterTheExchangesDeathNoPhoneDecidesAnyMore() {
        Expectation expected = Expectation.of(account(
                new Told(Kind.DIRECT_BUSY, "1009").from(CALLER, null, 8, EndCause.GIVEN_UP),
                fault(What.EXCHANGE_KILLED, 2, 2.1, 9)));
        assertThat(expected.outcomes()).containsExactlyInAnyOrder("UNKNOWN", "FAILED", "NOT_ANSWERED");
        assertThat(expected.agents()).containsExactly("");
    }
}
