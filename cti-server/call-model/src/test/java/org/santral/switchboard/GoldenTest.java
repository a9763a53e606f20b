package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.santral.lines.Lines;

/// What the switchboard makes of each scenario, effect by effect. `-Dgolden.write=true` writes the files anew:
/// read the difference before it is kept.
class GoldenTest {

    static List<String> scenarios() {
        return Stream.concat(Scenarios.names().stream(), Scenarios.ofAnotherDialplan().stream())
                .toList();
    }

    private static Rehearsal rehearsed(String name) {
        return Rehearsal.of(name).applyAll(Scenarios.before(name)).applyAll(Scenarios.inputs(name));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void leadsToTheseEffects(String name) throws IOException {
        var lines = new ArrayList<String>();
        for (var step : rehearsed(name).steps) {
            if (!step.effects().isEmpty()) {
                lines.add("// " + Lines.write(step.input()));
                step.effects().forEach(effect -> lines.add(Lines.write(effect)));
            }
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.write(Scenarios.effects(name), lines);
        }
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(Scenarios.effects(name)));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void leavesNothingLiveBehind(String name) {
        var rehearsal = rehearsed(name);

        var snapshot = rehearsal.switchboard.snapshot();
        assertThat(snapshot.calls()).isEmpty();
        assertThat(snapshot.pops()).isEmpty();
        assertThat(snapshot.queues())
                .allSatisfy(queue -> assertThat(queue.waiting()).isZero());
    }
}
