package org.santral.server.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConditionsTest {
    private Instant now = Instant.parse("2026-11-25T02:00:00Z");
    private final Conditions conditions = new Conditions(() -> now);

    @Test
    void whatStandsKeepsItsBeginningWhileItsFactsStayFresh(CapturedOutput log) {
        conditions.begins(Kind.DATABASE_AWAY, "", "reason", "refused", "waiting", "1");
        now = now.plusSeconds(60);
        conditions.begins(Kind.DATABASE_AWAY, "", "reason", "refused", "waiting", "20");

        assertThat(conditions.standing()).singleElement().satisfies(one -> {
            assertThat(one.since()).isEqualTo(Instant.parse("2026-11-25T02:00:00Z"));
            assertThat(Told.of(one).means()).contains("Calls that wait to be written: 20;");
        });
        assertThat(log.getAll().lines().filter(line -> line.contains("does not take records")))
                .as("said once when it begins")
                .hasSize(1);
    }

    @Test
    void whatIsOverIsSaidOnceAndRemembered(CapturedOutput log) {
        conditions.begins(Kind.DATABASE_AWAY, "", "reason", "refused", "waiting", "1");
        now = now.plus(Duration.ofHours(1));
        conditions.ends(Kind.DATABASE_AWAY, "");
        conditions.ends(Kind.DATABASE_AWAY, "");

        assertThat(conditions.standing()).isEmpty();
        assertThat(conditions.past())
                .singleElement()
                .satisfies(one -> assertThat(one.until()).isEqualTo(now));
        assertThat(log.getAll().lines().filter(line -> line.contains("Over after PT1H: The database does not")))
                .hasSize(1);
    }

    @Test
    void twoExchangesHaveTheirOwnAndTheWorstStandsFirst() {
        conditions.happened(Kind.CLOCK_STEPPED, "", "seconds", "+3600.0");
        conditions.begins(Kind.LINK_DOWN, "pbx1", "pbx", "pbx1", "reason", "refused");
        conditions.begins(Kind.LINK_DOWN, "pbx2", "pbx", "pbx2", "reason", "refused");
        conditions.ends(Kind.LINK_DOWN, "pbx1");

        assertThat(conditions.standing())
                .extracting(one -> one.kind().key() + " " + one.about())
                .containsExactly("link-down pbx2", "clock-stepped ");
    }

    @Test
    void whatTookAMomentStandsUntilItIsNotedOrADayIsOver() {
        conditions.happened(Kind.CLOCK_STEPPED, "", "seconds", "+3600.0");
        assertThat(conditions.noted("clock-stepped", "")).isTrue();
        assertThat(conditions.noted("clock-stepped", "")).isFalse();
        assertThat(conditions.standing()).isEmpty();

        conditions.happened(Kind.CLOCK_STEPPED, "", "seconds", "-3600.0");
        now = now.plus(Duration.ofHours(25));
        assertThat(conditions.standing()).isEmpty();
    }

    @Test
    void whatLastsCannotBeNotedAway() {
        conditions.begins(Kind.LINK_DOWN, "pbx1", "pbx", "pbx1", "reason", "refused");

        assertThat(conditions.noted("link-down", "pbx1")).isFalse();
        assertThat(conditions.stands(Kind.LINK_DOWN)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindSaysWhatItIsWhatItMeansAndTheMend(Kind kind) {
        Words.Sentences said = Words.of(kind, List.of());

        assertThat(List.of(said.what(), said.means(), said.mend()))
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
    }
}
