package org.santral.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final AgentId SARA = new AgentId("sara");
    private static final AgentId OMID = new AgentId("omid");
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

    private final Roster roster = new Roster(AgentTable.TABLE);

    @Test
    void whoSignsOnSitsAtThePhoneAndIsReady() {
        Seat sara = roster.signOn(SARA, "1001", NINE);

        assertThat(roster.at("1001")).containsExactly(sara);
        assertThat(sara.state()).isEqualTo(AgentState.READY);
        assertThat(sara.since()).isEqualTo(NINE);
        assertThat(roster.seat(SARA)).isSameAs(sara);
        assertThat(roster.seats()).containsExactly(sara);
    }

    @Test
    void whoMovesToAnotherPhoneHasLeftTheFirst() {
        Seat sara = roster.signOn(SARA, "1001", NINE);
        roster.signOn(SARA, "1002", TEN);

        assertThat(roster.at("1001")).isEmpty();
        assertThat(roster.at("1002")).containsExactly(sara);
        assertThat(sara.since()).as("ready since nine").isEqualTo(NINE);
    }

    @Test
    void whoLeavesAPhoneThatTwoShareLeavesTheOtherThere() {
        roster.signOn(SARA, "1001", NINE);
        Seat omid = roster.signOn(OMID, "1001", NINE);
        Seat sara = roster.signOff(SARA, TEN);

        assertThat(roster.at("1001")).containsExactly(omid);
        assertThat(sara.extension()).isNull();
        assertThat(sara.state()).isEqualTo(AgentState.LOGGED_OFF);
        assertThat(sara.since()).isEqualTo(TEN);
    }

    @Test
    void whoSignsOnAgainAfterAPauseIsReadyWithoutAReason() {
        roster.signOn(SARA, "1001", NINE);
        Seat sara = Objects.requireNonNull(roster.setReady(SARA, false, "lunch", NINE));
        assertThat(sara.state()).isEqualTo(AgentState.NOT_READY);
        assertThat(sara.reason()).isEqualTo("lunch");

        roster.signOff(SARA, TEN);
        roster.signOn(SARA, "1001", TEN);
        assertThat(sara.state()).isEqualTo(AgentState.READY);
        assertThat(sara.reason()).isNull();
        roster.phoneTaken("1001", TEN);
        roster.phoneFreed("1001", TEN);
        assertThat(sara.state()).as("the pause is forgotten").isEqualTo(AgentState.READY);
    }

    @Test
    void whoSignsOnAtAPhoneThatTalksIsBusyAtOnce() {
        roster.phoneTaken("1001", NINE);

        assertThat(roster.signOn(SARA, "1001", TEN).state()).isEqualTo(AgentState.BUSY);
        assertThat(roster.phoneFreed("1001", TEN)).extracting(Seat::state).containsExactly(AgentState.READY);
    }

    @Test
    void twoCallsAtOnePhoneKeepItsAgentBusyUntilBothAreOver() {
        Seat sara = roster.signOn(SARA, "1001", NINE);

        assertThat(roster.phoneTaken("1001", NINE)).containsExactly(sara);
        assertThat(roster.phoneTaken("1001", NINE)).isEmpty();
        assertThat(roster.phoneFreed("1001", TEN)).isEmpty();
        assertThat(sara.state()).isEqualTo(AgentState.BUSY);
        assertThat(roster.phoneFreed("1001", TEN)).containsExactly(sara);
        assertThat(sara.state()).isEqualTo(AgentState.READY);
    }

    @Test
    void aPhoneIsIdleAgainWhenTheLastOfItsConnectionsHasGone() {
        assertThat(roster.phoneIdle("1001")).isTrue();
        roster.phoneReserved("1001");
        roster.phoneReserved("1001");
        roster.phoneReserved("1001");
        roster.phoneReleased("1001");
        roster.phoneReleased("1001");
        assertThat(roster.phoneIdle("1001")).isFalse();
        roster.phoneReleased("1001");
        assertThat(roster.phoneIdle("1001")).isTrue();
        roster.phoneReleased("1001");
        assertThat(roster.phoneIdle("1001")).isTrue();
    }

    @Test
    void aWishOfSomebodyWhoIsNotSignedOnIsRefused() {
        assertThat(roster.setReady(SARA, true, null, NINE)).isNull();
        roster.signOn(SARA, "1001", NINE);
        roster.signOff(SARA, NINE);
        assertThat(roster.setReady(SARA, true, null, TEN)).isNull();
    }

    @Test
    void anAgentIsCalledByTheirLogin() {
        assertThat(SARA).hasToString("sara");
    }

    @Test
    void whoIsPausedByTheExchangeIsNotReadyUntilTheExchangeEndsIt() {
        Seat sara = roster.signOn(SARA, "1001", NINE);
        assertThat(roster.phonePaused("1001", "lunch", TEN)).containsExactly(sara);
        assertThat(sara.state()).isEqualTo(AgentState.NOT_READY);
        assertThat(sara.reason()).isEqualTo("lunch");
        assertThat(roster.phonePaused("1001", "lunch", TEN)).as("nothing new").isEmpty();

        roster.setReady(SARA, true, null, TEN);
        assertThat(sara.state()).isEqualTo(AgentState.NOT_READY);
        roster.phonePaused("1001", null, TEN);
        assertThat(sara.state()).isEqualTo(AgentState.READY);
        assertThat(sara.reason()).isNull();
    }

    @Test
    void ownPauseOutlastsThatOfTheExchange() {
        Seat sara = roster.signOn(SARA, "1001", NINE);
        roster.setReady(SARA, false, "break", NINE);
        roster.phonePaused("1001", "exchange", NINE);
        roster.phonePaused("1001", null, TEN);
        assertThat(sara.state()).isEqualTo(AgentState.NOT_READY);
        assertThat(sara.reason()).isEqualTo("break");
    }

    @Test
    void whoSitsDownAtAPausedPhoneIsPausedAndWhoLeavesItIsNot() {
        roster.phonePaused("1001", "exchange", NINE);
        Seat sara = roster.signOn(SARA, "1001", NINE);
        assertThat(sara.state()).isEqualTo(AgentState.NOT_READY);
        roster.signOn(SARA, "1002", TEN);
        assertThat(sara.state()).isEqualTo(AgentState.READY);
    }

    @Test
    void aPauseDuringACallComesTrueWhenItEnds() {
        Seat sara = roster.signOn(SARA, "1001", NINE);
        roster.phoneTaken("1001", NINE);
        roster.phonePaused("1001", "exchange", NINE);
        assertThat(sara.state()).isEqualTo(AgentState.BUSY);
        roster.phoneFreed("1001", TEN);
        assertThat(sara.state()).isEqualTo(AgentState.NOT_READY);
    }
}
