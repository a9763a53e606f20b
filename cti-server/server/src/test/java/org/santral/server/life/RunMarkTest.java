package org.santral.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Told;

class RunMarkTest {
    private static final Instant DIED = Instant.parse("2026-11-25T02:00:00Z");

    @TempDir
    private Path folder;

    private final Conditions conditions = new Conditions(() -> DIED.plusSeconds(30));

    @Test
    void whoIsStoppedLeavesNothingToSay() throws IOException {
        try (RunMark first = new RunMark(folder, () -> DIED)) {
            first.begin(conditions, 0);
        }
        new RunMark(folder, () -> DIED).begin(conditions, 0);

        assertThat(conditions.standing()).isEmpty();
    }

    @Test
    void whoIsKilledIsToldOfByTheNextWithTheTimeAndTheCalls() {
        killed();
        new RunMark(folder, () -> DIED).begin(conditions, 3);

        Told told = told();
        assertThat(told.what())
                .isEqualTo(
                        "The server had ended about 2026-11-25T02:00:00Z without being stopped, and was started again.");
        assertThat(told.means()).startsWith("Live calls taken up again from the journal: 3.");
    }

    @Test
    void whoRanOutOfMemoryIsToldOfOnce() throws IOException {
        killed();
        Files.createFile(folder.resolve("out-of-memory"));
        new RunMark(folder, () -> DIED).begin(conditions, 1);
        assertThat(told().kind()).isEqualTo("out-of-memory");

        killed();
        new RunMark(folder, () -> DIED).begin(conditions, 1);
        assertThat(conditions.standing())
                .extracting(one -> one.kind().key())
                .containsExactlyInAnyOrder("out-of-memory", "ended-unasked");
    }

    @Test
    void aMachineThatWentDownIsToldApartFromAServerThatWasKilled() throws IOException {
        killed();
        Files.writeString(folder.resolve("running"), "the machine's start before this one");
        new RunMark(folder, () -> DIED).begin(conditions, 0);

        assertThat(told().kind()).isEqualTo("machine-restarted");
    }

    private void killed() {
        RunMark run = new RunMark(folder, () -> DIED);
        run.begin(new Conditions(() -> DIED), 0);
        run.look(conditions);
    }

    private Told told() {
        assertThat(conditions.standing()).hasSize(1);
        return Told.of(conditions.standing().getFirst());
    }
}
