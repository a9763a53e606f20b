package org.santral.bench.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlowTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 11, 12, 13, 14, 15, 16})
    void whatFallsTogetherHitsDifferentParts(long seed) {
        List<Blow> blows = Blow.draw(seed, 30, 1000);

        assertThat(blows).hasSize(30).isEqualTo(Blow.draw(seed, 30, 1000));
        Map<Integer, List<What.Part>> together = blows.stream()
                .collect(Collectors.groupingBy(
                        Blow::afterCalls, Collectors.mapping(blow -> blow.what().part(), Collectors.toList())));
        assertThat(together.values()).allSatisfy(parts -> assertThat(parts).doesNotHaveDuplicates());
    }
}
