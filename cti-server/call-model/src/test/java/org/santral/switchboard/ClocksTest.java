package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.history.CallRecord;
import org.santral.pbx.ClearCause;
import org.santral.switchboard.Input.FromPbx;

/// Clocks that are set in mid-call, clocks that differ, and calls that last: talk is what was talked.
class ClocksTest {
    private final Exchange exchange = new Exchange();
    private final Rehearsal rehearsal = new Rehearsal();
    /// How far the exchange's clock is ahead of ours, and how late the line is.
    private Duration ahead = Duration.ZERO;
    private Duration late = Duration.ofMillis(1);

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT24H", "PT-24H"})
    void aClockOfTheExchangeThatIsSetInMidCallMakesNoTalkAndTakesNoneAway(Duration step) {
        talk();
        exchange.pass(Duration.ofMinutes(2));
        ahead = step;
        others(15);
        exchange.pass(Duration.ofMinutes(3));
        end();

        CallRecord record = ended();
        // 150 events of others and one of its own, 100 ms apart.
        assertThat(Duration.ofMillis(record.talkMillis())).isEqualTo(Duration.parse("PT5M15.1S"));
        assertThat(Duration.between(record.startedAt(), record.endedAt())).isEqualTo(Duration.parse("PT5M15.6S"));
        assertThat(record.waitMillis()).isEqualTo(300);
        assertThat(rehearsal.all(Effect.Anomaly.class))
                .extracting(odd -> odd.kind() + " " + odd.detail())
                .containsOnlyOnce("clock-set " + Duration.parse(step.toString()));
    }

    @Test
    void aCallThatBeginsAfterTheStepHasTheNewTime() {
        talk();
        ahead = Duration.ofHours(-1);
        exchange.call("2.0");
        hear(exchange.originated("2.0", "PJSIP/trunk", "02144440002", "5003"));
        Instant begun = exchange.pass(Duration.ZERO).tick().minusMillis(100).plus(ahead);
        others(15);
        hear(exchange.cleared("2.0"));

        CallRecord record = ended();
        assertThat(record.startedAt()).isEqualTo(begun);
        assertThat(Duration.ofMillis(record.waitMillis())).isEqualTo(Duration.parse("PT15.2S"));
    }

    @Test
    void aCallThatEndsRightAfterTheClockWasSetBackHasNoNegativeTimes() {
        talk();
        ahead = Duration.ofHours(-1);
        end();

        CallRecord record = ended();
        assertThat(record.talkMillis()).isNotNegative();
        assertThat(record.waitMillis()).isNotNegative();
        assertThat(record.legs()).allSatisfy(leg -> {
            assertThat(leg.talkMillis()).isNotNegative();
            assertThat(leg.heldMillis()).isNotNegative();
        });
    }

    @Test
    void aLineThatStandsStillForMinutesIsNoStepOfAClock() {
        talk();
        late = Duration.ofMinutes(2);
        hear(exchange.established("9.9"));
        exchange.pass(Duration.ofMinutes(1));
        late = Duration.ofMinutes(1);
        hear(exchange.established("9.9"));
        late = Duration.ofMillis(1);
        exchange.pass(Duration.ofMinutes(1));
        end();

        assertThat(Duration.ofMillis(ended().talkMillis())).isEqualTo(Duration.parse("PT2M0.3S"));
        assertThat(rehearsal.all(Effect.Anomaly.class))
                .extracting(Effect.Anomaly::kind)
                .doesNotContain("clock-set");
    }

    @Test
    void whatTheExchangeDidNotStampIsTakenInItsTimeWhereItsClockIsAnother() {
        ahead = Duration.ofHours(3);
        late = Duration.ZERO;
        talk();
        exchange.pass(Duration.ofMinutes(1));
        // Found gone in a snapshot: the time is ours.
        exchange.fromSnapshot();
        rehearsal.apply(exchange.cleared("1.1", ClearCause.LOST_TRACK, false));
        rehearsal.apply(exchange.cleared("1.0", ClearCause.LOST_TRACK, false));

        assertThat(Duration.ofMillis(ended().talkMillis())).isEqualTo(Duration.parse("PT1M0.1S"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4H30M", "PT25H"})
    void aCallOverMidnightAndOneOfADayAndAnHourLastAsLongAsTheyLasted(Duration length) {
        talk();
        exchange.pass(length);
        end();

        CallRecord record = ended();
        assertThat(Duration.ofMillis(record.talkMillis())).isEqualTo(length.plusMillis(100));
        assertThat(Duration.between(record.answeredAt(), record.endedAt())).isEqualTo(length.plusMillis(300));
    }

    private void talk() {
        hear(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5003"));
        hear(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        hear(exchange.delivered("1.1"));
        hear(exchange.established("1.1"));
        hear(exchange.joined("1.1", "1.0"));
    }

    private void end() {
        hear(exchange.cleared("1.1"));
        hear(exchange.cleared("1.0"));
    }

    /// Other parties make an event every 100 ms.
    private void others(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            hear(exchange.established("9.9"));
        }
    }

    private void hear(Input told) {
        FromPbx input = (FromPbx) told;
        rehearsal.apply(new FromPbx(
                input.event(), input.at().plus(ahead), input.receivedAt().plus(late), input.origin()));
    }

    private CallRecord ended() {
        return rehearsal.all(Effect.RecordCall.class).stream()
                .map(Effect.RecordCall::record)
                .filter(record -> record.endedAt() != null)
                .findFirst()
                .orElseThrow();
    }
}
