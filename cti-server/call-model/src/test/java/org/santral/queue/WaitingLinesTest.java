package org.santral.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingLinesTest {
    private final WaitingLines lines = new WaitingLines();

    @Test
    void whoJoinsAndLeavesIsCounted() {
        assertThat(lines.joined("sales")).isEqualTo(1);
        assertThat(lines.joined("sales")).isEqualTo(2);
        assertThat(lines.joined("sales")).isEqualTo(3);
        assertThat(lines.left("sales")).isEqualTo(2);
        assertThat(lines.waiting("sales")).isEqualTo(2);
        assertThat(lines.all()).isEqualTo(Map.of("sales", 2));
    }

    @Test
    void anEmptyQueueIsForgottenAndNobodyLeavesItTwice() {
        lines.joined("sales");
        assertThat(lines.left("sales")).isZero();
        assertThat(lines.left("sales")).isZero();
        assertThat(lines.waiting("sales")).isZero();
        assertThat(lines.all()).isEmpty();
    }
}
