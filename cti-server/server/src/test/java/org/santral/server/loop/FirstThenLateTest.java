package org.santral.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.caller.LookUp;

class FirstThenLateTest {
    private static final LookUp FIRST = new LookUp.Unanswered("021", "slow");
    private static final LookUp SECOND = new LookUp.NotFound("+98", "021");
    private static final LookUp THIRD = new LookUp.NotFound("+98", "021 0");

    private final List<LookUp> told = new ArrayList<>();
    private final FirstThenLate answers = new FirstThenLate(told::add);

    @Test
    void aLateAnswerThatOvertookTheFirstIsToldAfterIt() {
        answers.late(SECOND);
        assertThat(told).isEmpty();
        answers.first(FIRST);
        answers.late(THIRD);

        assertThat(told).containsExactly(FIRST, SECOND, THIRD);
    }
}
