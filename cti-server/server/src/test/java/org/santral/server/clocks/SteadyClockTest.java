package org.santral.server.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant BEGIN = Instant.parse("2026-11-25T02:00:00Z");

    private Instant wall = BEGIN;
    private long nanos = 5;
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> nanos);

    @Test
    void itGoesOnWhileTheServersClockIsSetAndFollowsWhenItIsTold() {
        nanos += 2_000_000_000L;
        wall = BEGIN.minus(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(BEGIN.plusSeconds(2));
        assertThat(clock.behind()).isEqualTo(Duration.ofHours(-1).minusSeconds(2));

        clock.follow();
        nanos += 1_000_000_000L;
        assertThat(clock.instant()).isEqualTo(wall.plusSeconds(1));
    }
}
