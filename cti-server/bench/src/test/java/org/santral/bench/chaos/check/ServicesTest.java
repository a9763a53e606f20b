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

/// What a row may say of calls that were sent on, picked up, parked, or talked by three.
class ServicesTest {
    private static final String CALLER = "carrier";

    private static Account account(Told told, Fault... faults) {
        return new Account(told.call(), List.of(faults));
    }

    private static Expectation expected(Told told) {
        return Expectation.of(account(told));
    }

    @Test
    void theColleagueToWhomAPhoneSentItsCallerTookTheCall() {
        Expectation expected = expected(new Told(Kind.FORWARDED, "1009", "1010")
                .from(CALLER, 1.0, 3, EndCause.CLEARED_BY_OTHER)
                .to("1009", 0.1, null, 0.11, EndCause.FORWARDED)
                .to("1010", 0.2, 1.0, 3, EndCause.HUNG_UP));
        assertThat(expected.outcomes()).containsExactly("ANSWERED");
        assertThat(expected.agents()).containsExactly("agent1010");
        assertThat(expected.hungUpBy()).containsExactly("agent");
    }

    @Test
    void whoPickedUpTookTheCallAndIsItsAgentAlsoInHangingUp() {
        Account account = account(new Told(Kind.PICKED_UP, "1009", "1010")
                .from(CALLER, 1.0, 3.01, EndCause.CLEARED_BY_OTHER)
                .to("1009", 0.1, null, 1.0, EndCause.ANSWERED_ELSEWHERE)
                .dials("1010", "**1009", 0.9, 1.0, 3, EndCause.HUNG_UP));
        Expectation expected = Expectation.of(account);
        assertThat(account.firstAnswer()).isEqualTo(at(1));
        assertThat(expected.outcomes()).containsExactly("ANSWERED");
        assertThat(expected.agents()).containsExactly("agent1010");
        assertThat(expected.hungUpBy()).containsExactly("agent");
    }

    @Test
    void aHandThatCameTooLateIsNotInTheCallAndDoesNotLengthenIt() {
        Account account = account(new Told(Kind.PICKED_UP, "1009", "1010")
                .from(CALLER, null, 3, EndCause.GIVEN_UP)
                .to("1009", 0.1, null, 3, EndCause.GIVEN_UP)
                .dials("1010", "**1009", 3.1, null, 9, EndCause.REFUSED));
        assertThat(account.ended()).isEqualTo(at(3));
        assertThat(Expectation.of(account).outcomes()).containsExactly("ABANDONED");
        assertThat(Expectation.of(account).agents()).containsExactly("");
    }

    @Test
    void whoFetchedTheParkedCallerSpokeWithThemLast() {
        Account account = account(new Told(Kind.PARKED_RETRIEVED, "1009", "1010")
                .from(CALLER, 1.0, 6, EndCause.HUNG_UP)
                .to("1009", 0.1, 1.0, 2, EndCause.TRANSFERRED)
                .handedOn()
                .dials("1010", "701", 3.9, 4.0, 6, EndCause.CLEARED_BY_OTHER));
        assertThat(account.firstAnswer()).isEqualTo(at(1));
        assertThat(Expectation.of(account).agents()).containsExactly("agent1010");
        assertThat(Expectation.of(account).hungUpBy()).containsExactly("caller");
    }

    @Test
    void whoParkedACallerThatGaveUpIsTheAgent() {
        Expectation expected = expected(new Told(Kind.PARKED_GIVEN_UP, "1009")
                .from(CALLER, 1.0, 6, EndCause.HUNG_UP)
                .to("1009", 0.1, 1.0, 2, EndCause.TRANSFERRED)
                .handedOn());
        assertThat(expected.outcomes()).containsExactly("ANSWERED");
        assertThat(expected.agents()).containsExactly("agent1009");
        assertThat(expected.hungUpBy()).containsExactly("caller");
    }

    private static Told three(double callerGone, EndCause caller, double agentGone, EndCause agent) {
        return new Told(Kind.CONFERENCE, "1009", "1010")
                .from(CALLER, 1.0, callerGone, caller)
                .to("1009", 0.1, 1.0, agentGone, agent);
    }

    @Test
    void whereTheCallerLeavesThreeTheCallerHungUpWhoeverTalksOn() {
        Account account = account(three(5, EndCause.HUNG_UP, 8, EndCause.HUNG_UP)
                .to("1010", 2, 3.0, 8, EndCause.CLEARED_BY_OTHER)
                .allThree(4));
        assertThat(account.ended()).isEqualTo(at(8));
        assertThat(Expectation.of(account).hungUpBy()).containsExactly("caller");
        assertThat(Expectation.of(account).agents()).containsExactly("agent1010");
    }

    @Test
    void whoStaysWithTheCallerWhenTheColleagueLeavesIsTheAgent() {
        Expectation expected = expected(three(8, EndCause.CLEARED_BY_OTHER, 8, EndCause.HUNG_UP)
                .to("1010", 2, 3.0, 6, EndCause.HUNG_UP)
                .allThree(4));
        assertThat(expected.agents()).containsExactly("agent1009");
        assertThat(expected.hungUpBy()).containsExactly("agent");
    }

    @Test
    void whoStaysWithTheCallerWhenTheFirstLeavesIsTheAgent() {
        Expectation expected = expected(three(8, EndCause.HUNG_UP, 6, EndCause.HUNG_UP)
                .to("1010", 2, 3.0, 8, EndCause.CLEARED_BY_OTHER)
                .allThree(4));
        assertThat(expected.agents()).containsExactly("agent1010");
        assertThat(expected.hungUpBy()).containsExactly("caller");
    }

    @Test
    void whoWasOnlyAskedHasNotSpokenWithTheCaller() {
        assertThat(expected(three(5, EndCause.HUNG_UP, 5, EndCause.HUNG_UP)
                                .to("1010", 2, 3.0, 5, EndCause.CLEARED_BY_OTHER))
                        .agents())
                .containsExactly("agent1009");
    }

    @Test
    void whoWasAskedHasTheCallerWhenTheFirstLeaves() {
        assertThat(expected(three(8, EndCause.HUNG_UP, 5, EndCause.HUNG_UP)
                                .to("1010", 2, 3.0, 8, EndCause.CLEARED_BY_OTHER))
                        .agents())
                .containsExactly("agent1010");
    }

    @Test
    void whereTheCallerAndTheFirstLeaveTogetherEitherMayBeTheAgent() {
        assertThat(expected(three(5.1, EndCause.HUNG_UP, 5, EndCause.HUNG_UP)
                                .to("1010", 2, 3.0, 5.1, EndCause.CLEARED_BY_OTHER))
                        .agents())
                .containsExactlyInAnyOrder("agent1009", "agent1010");
    }

    @Test
    void onlyWhereTwoLeaveWithinABlinkEitherMayBeTheAgent() {
        assertThat(expected(three(8, EndCause.CLEARED_BY_OTHER, 7.6, EndCause.HUNG_UP)
                                .to("1010", 2, 3.0, 7.9, EndCause.HUNG_UP)
                                .allThree(4))
                        .agents())
                .containsExactlyInAnyOrder("agent1009", "agent1010");
    }

    @Test
    void whomTheStoppingExchangeLetsGoFirstOfThreeMayBeTheAgentOrNot() {
        Fault restart = new Fault(What.EXCHANGE_RESTARTED, Duration.ZERO, at(6), at(6.3), at(9), 1, "");
        Told told = three(6.06, EndCause.CLEARED_BY_OTHER, 6.07, EndCause.CLEARED_BY_OTHER)
                .to("1010", 2, 3.0, 6.05, EndCause.CLEARED_BY_OTHER)
                .allThree(4);
        assertThat(Expectation.of(account(told, restart)).agents()).containsExactlyInAnyOrder("agent1009", "agent1010");
    }

    @Test
    void whenTheExchangeIsKilledUnderThreeTheOneWhoCameLastIsTheAgent() {
        Fault kill = new Fault(What.EXCHANGE_KILLED, Duration.ZERO, at(6), at(6.1), at(15), 1, "");
        Told told = three(14, EndCause.HUNG_UP, 14.1, EndCause.HUNG_UP)
                .to("1010", 2, 3.0, 14.2, EndCause.HUNG_UP)
                .allThree(4);
        assertThat(Expectation.of(account(told, kill)).agents()).containsExactly("agent1010");
    }

    @Test
    void aPickUpOverWhichTheExchangeDiedMayHaveComeOrNot() {
        Fault kill = new Fault(What.EXCHANGE_KILLED, Duration.ZERO, at(1.2), at(1.3), at(9), 1, "");
        Expectation expected = Expectation.of(account(
                new Told(Kind.PICKED_UP, "1009", "1010")
                        .from(CALLER, 1.0, 5, EndCause.LOST)
                        .to("1009", 0.1, null, 1.0, EndCause.ANSWERED_ELSEWHERE)
                        .dials("1010", "**1009", 0.9, 1.0, 5, EndCause.LOST),
                kill));
        assertThat(expected.outcomes()).containsExactlyInAnyOrder("ANSWERED", "UNKNOWN", "FAILED", "NOT_ANSWERED");
        assertThat(expected.agents()).containsExactlyInAnyOrder("agent1010", "");
    }
}
