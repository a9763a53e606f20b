package org.santral.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// Times as people write them, on the site's clock.
class WrittenTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-25T21:00:00Z");

    @Test
    void aTimeAloneIsOfTodayWhereTheSiteIs() {
        // In Tehran the 26th has begun.
        assertThat(WrittenTime.read("00:10", null, ZoneId.of("Asia/Tehran"), NOW)
                        .at())
                .isEqualTo(Instant.parse("2026-11-25T20:40:00Z"));
        assertThat(WrittenTime.read("10:42:07.5", "2026-11-24", ZoneId.of("Asia/Tehran"), NOW)
                        .at())
                .isEqualTo(Instant.parse("2026-11-24T07:12:07.5Z"));
    }

    @Test
    void anInstantIsItselfInEveryZone() {
        assertThat(WrittenTime.read("2026-11-25T10:00:00+03:30", null, ZoneId.of("UTC"), NOW)
                        .at())
                .isEqualTo(Instant.parse("2026-11-25T06:30:00Z"));
        assertThat(WrittenTime.read("2026-11-25T10:00:00", null, ZoneId.of("Asia/Tehran"), NOW)
                        .at())
                .isEqualTo(Instant.parse("2026-11-25T06:30:00Z"));
    }

    @Test
    void inTheNightOfTheChangeATimeThatCameTwiceIsTheFirstAndSaysSo() {
        WrittenTime time = WrittenTime.read("02:30", "2026-10-25", ZoneId.of("Europe/Berlin"), NOW);

        assertThat(time).isEqualTo(new WrittenTime(Instant.parse("2026-10-25T00:30:00Z"), true));
    }

    @Test
    void aTimeThatNeverCameIsRefused() {
        assertThatThrownBy(() -> WrittenTime.read("02:30", "2026-03-29", ZoneId.of("Europe/Berlin"), NOW))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("never was in Europe/Berlin");
    }
}
