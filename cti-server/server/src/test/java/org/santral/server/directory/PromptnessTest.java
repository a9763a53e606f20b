package org.santral.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Told;

class PromptnessTest {
    private long nanos = 1;
    private final Promptness promptness = new Promptness(() -> nanos);
    private final Conditions conditions = new Conditions(() -> Instant.EPOCH);

    @Test
    void aBookThatIsLateForSeveralCallersIsSaidUntilItIsInTimeAgain() {
        answers(10, true);
        answers(3, false);
        promptness.look(conditions);
        assertThat(conditions.standing())
                .singleElement()
                .satisfies(one -> assertThat(Told.of(one).what()).contains("3 of the last 13 callers"));

        answers(20, true);
        promptness.look(conditions);
        assertThat(conditions.standing()).isEmpty();
    }

    @Test
    void oneLateAnswerIsAnAccident() {
        answers(1, false);
        promptness.look(conditions);

        assertThat(conditions.stands(Kind.DIRECTORY_SLOW)).isFalse();
    }

    @Test
    void aLateBookIsForgottenWhenNobodyCallsForAWhile() {
        answers(5, false);
        promptness.look(conditions);
        assertThat(conditions.stands(Kind.DIRECTORY_SLOW)).isTrue();
        nanos += TimeUnit.MINUTES.toNanos(6);
        promptness.look(conditions);

        assertThat(conditions.stands(Kind.DIRECTORY_SLOW)).isFalse();
    }

    private void answers(int many, boolean inTime) {
        for (int i = 0; i < many; i++) {
            promptness.answered(inTime);
        }
    }
}
