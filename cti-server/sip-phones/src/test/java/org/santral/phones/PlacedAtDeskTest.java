package org.santral.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.What;

/// Calls that a colleague makes: phone 1002 stands where the exchange would.
class PlacedAtDeskTest {
    private static final int NET = 147;
    private static final CallRequest TO_1002 = CallRequest.from("1001").to("1002");

    private final PhoneBench bench = PhoneBench.open(NET, PhoneBench.at(NET, 1, 2), List.of("1001", "1002"));

    @AfterEach
    void nothingWentWrongInside() {
        bench.close();
        assertThat(bench.failures()).isZero();
    }

    private PlacedCall told(String id) {
        return Objects.requireNonNull(bench.placed(id));
    }

    @Test
    void theColleagueAnswersByHimselfAndTheCallerHangsUpWhenTheTalkIsOver() {
        String id = bench.placeFrom(
                "1001", TO_1002.answerAfter(Duration.ofMillis(50)).talk(Duration.ofMillis(100)));
        assertThat(bench.callsUp()).isEqualTo(1);
        bench.await("over at both", seen -> seen.is("1001", What.ENDED));
        bench.await("over at both", seen -> seen.is("1002", What.ENDED));

        PlacedCall call = told(id);
        assertThat(call.caller().device()).isEqualTo("1001");
        assertThat(call.endCause()).isEqualTo(EndCause.HUNG_UP);
        assertThat(call.phones()).extracting(PhoneCall::device).containsExactly("1002");
        assertThat(call.answered()).isNotNull();
        assertThat(bench.callsUp()).isZero();
    }

    @Test
    void theCallerGivesUpWhenNobodyAnswers() {
        String id = bench.placeFrom("1001", TO_1002.giveUpAfter(Duration.ofMillis(100)));
        bench.await("given up", seen -> seen.is("1001", What.ENDED));
        assertThat(told(id).endCause()).isEqualTo(EndCause.GIVEN_UP);
        assertThat(told(id).answered()).isNull();
    }

    @Test
    void aPlacedCallIsHungUpOnce() {
        String id = bench.placeFrom("1001", "1002");
        bench.await("rings", seen -> seen.is("1002", What.RANG));
        bench.await("is heard to ring", seen -> seen.is("1001", What.RINGING_THERE));
        assertThat(bench.hangUp(id)).isTrue();
        bench.await("over", seen -> seen.is("1001", What.ENDED));
        assertThat(bench.hangUp(id)).isFalse();
        assertThat(bench.hangUp("none")).isFalse();
    }

    @Test
    void everythingIsHungUpAtOnce() {
        bench.placeFrom("1001", "1002");
        bench.await("rings", seen -> seen.is("1002", What.RANG));
        bench.hangUpAll(Duration.ofSeconds(5));
        assertThat(bench.phones()).allMatch(phone -> phone.calls().isEmpty());
        assertThat(bench.callsUp()).isZero();
    }
}
