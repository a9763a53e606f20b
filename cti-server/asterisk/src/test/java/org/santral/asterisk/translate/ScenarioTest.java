package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a real Asterisk sent, and what it means. `scripts/golden` rewrites the meaning, on purpose.
class ScenarioTest {

    static Stream<Scenario> scenarios() throws IOException {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void recordedTrafficIsUnderstoodAsWritten(Scenario scenario) throws IOException {
        List<String> lines = scenario.lines();
        if (Boolean.getBoolean("golden.write")) {
            Files.write(scenario.golden(), lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(scenario.golden()));
    }
}
