package org.santral.server.directory.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.santral.server.directory.outside.Breaker.Leave;

class BreakerTest {
    private final HandClock clock = new HandClock();
    private final Breaker breaker = new Breaker(clock::nanos);

    @Test
    void threeBadAnswersInARowEndTheQuestions() {
        breaker.bad("slow");
        breaker.bad("slow");
        assertThat(breaker.leave()).isEqualTo(Leave.ASK);

        breaker.bad("refused");

        assertThat(breaker.leave()).isEqualTo(Leave.NO);
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.reason()).isEqualTo("refused");
    }

    @Test
    void aFewBadOnesAmongManyGoodOnesEndNothing() {
        for (int i = 0; i < 20; i++) {
            breaker.good();
            breaker.bad("slow");
            breaker.good();
        }
        assertThat(breaker.leave()).isEqualTo(Leave.ASK);
    }

    @Test
    void moreBadThanGoodOnesEndTheQuestions() {
        for (int i = 0; i < 10; i++) {
            breaker.good();
        }
        for (int i = 0; i < 5; i++) {
            breaker.bad("slow");
        }
        assertThat(breaker.isOpen()).isFalse();
        breaker.bad("slow");
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void oneTrialGoesThroughAtATimeAndAGoodAnswerToItEndsTheMatter() {
        open();
        clock.pass(Duration.ofMillis(4_999));
        assertThat(breaker.leave()).isEqualTo(Leave.NO);
        clock.pass(Duration.ofMillis(1));

        assertThat(breaker.wantsTrial()).isTrue();
        assertThat(breaker.leave()).isEqualTo(Leave.TRIAL);
        assertThat(breaker.leave()).isEqualTo(Leave.NO);
        assertThat(breaker.wantsTrial()).isFalse();
        breaker.good();

        assertThat(breaker.leave()).isEqualTo(Leave.ASK);
        breaker.bad("slow");
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void trialsThatFailComeLessAndLessOftenAMinuteApartAtMost() {
        open();
        for (int seconds : new int[] {5, 10, 20, 40, 60, 60, 60}) {
            clock.pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(breaker.leave()).isEqualTo(Leave.NO);
            clock.pass(Duration.ofMillis(1));
            assertThat(breaker.leave()).isEqualTo(Leave.TRIAL);
            breaker.bad("still away");
        }
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            breaker.bad("away");
        }
    }
}
