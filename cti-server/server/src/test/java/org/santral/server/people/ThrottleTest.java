package org.santral.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");
    private final Throttle throttle = new Throttle(() -> now);

    @Test
    void fourWrongPasswordsAreForgiven() {
        wrong(4, "sara", "10.0.0.7");

        assertThat(throttle.wait("sara", "10.0.0.7")).isZero();
    }

    @Test
    void eachWrongPasswordBeyondDoublesTheWaitUpToFiveMinutes() {
        wrong(5, "sara", "10.0.0.7");
        assertThat(throttle.wait("sara", "10.0.0.7")).isEqualTo(Duration.ofSeconds(2));
        wrong(1, "sara", "10.0.0.7");
        assertThat(throttle.wait("sara", "10.0.0.7")).isEqualTo(Duration.ofSeconds(4));
        wrong(20, "sara", "10.0.0.7");
        assertThat(throttle.wait("sara", "10.0.0.7")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theWaitEnds() {
        wrong(5, "sara", "10.0.0.7");
        now = now.plusSeconds(2);

        assertThat(throttle.wait("sara", "10.0.0.7")).isZero();
    }

    @Test
    void guessingElsewhereLocksNobodyOut() {
        wrong(10, "sara", "10.0.0.66");

        assertThat(throttle.wait("sara", "10.0.0.7")).isZero();
    }

    @Test
    void guessingManyLogInsFromOneAddressIsSlowedToo() {
        for (int i = 0; i < 30; i++) {
            throttle.wrong("login" + i, "10.0.0.66");
        }

        assertThat(throttle.wait("sara", "10.0.0.66")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        wrong(4, "sara", "10.0.0.7");
        throttle.right("sara", "10.0.0.7");
        wrong(4, "sara", "10.0.0.7");

        assertThat(throttle.wait("sara", "10.0.0.7")).isZero();
    }

    private void wrong(int times, String login, String address) {
        for (int i = 0; i < times; i++) {
            throttle.wrong(login, address);
        }
    }
}
