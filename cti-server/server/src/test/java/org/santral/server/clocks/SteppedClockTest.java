package org.santral.server.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Told;

class SteppedClockTest {
    private Instant now = Instant.parse("2026-11-25T02:00:00Z");
    private long nanos = 77;
    private final Conditions conditions = new Conditions(() -> now);
    private final SteppedClock watch = new SteppedClock(() -> now, () -> nanos);

    @ParameterizedTest
    @CsvSource({"3600000, +3600.0", "-3600000, -3600.0", "1500, +1.5", "-1500, -1.5"})
    void aClockThatIsSetIsSaidWithItsStep(long millis, String said) {
        pass(1_000);
        now = now.plusMillis(millis);
        pass(1_000);

        assertThat(conditions.standing())
                .singleElement()
                .satisfies(one -> assertThat(Told.of(one).what())
                        .isEqualTo("The clock of this server was set by " + said + " s (a minus is back)."));
    }

    @Test
    void aSlowCorrectionAndALongPauseAreNoSteps() {
        now = now.plusMillis(40);
        pass(1_000);
        pass(90_000);

        assertThat(conditions.stands(Kind.CLOCK_STEPPED)).isFalse();
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
        nanos += millis * 1_000_000;
        watch.look(conditions);
    }
}
