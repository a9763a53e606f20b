package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.phones.AnswerMode;
import org.santral.phones.PhoneBench;
import tools.jackson.databind.JsonNode;

/// A burst of callers from another SIP program (sipp): as many rows as calls, none twice, whatever became of
/// each.
@OnTheLine
class ManyCallersTest {
    private static final int CALLS = 60;

    @Test
    void everyCallOfABurstIsOneRow(Installation santral, PhoneBench phones, Desk.Door door, @TempDir Path folder)
            throws IOException, InterruptedException {
        Desk supervisor = door.open("supervisor");
        Instant before = Instant.now();
        phones.phones().forEach(phone -> phone.mode(new AnswerMode.After(Duration.ofMillis(300))));

        sipp(santral, folder);

        List<JsonNode> rows = Awaiting.until("as many ended rows as calls", () -> {
            List<JsonNode> found = since(supervisor, before);
            return found.size() >= CALLS
                            && found.stream()
                                    .allMatch(row -> row.path("endedAt").isNumber())
                    ? found
                    : null;
        });
        assertThat(rows).hasSize(CALLS);
        assertThat(rows).extracting(row -> row.path("call").asString()).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(row -> row.path("caller").path("number").asString())
                .doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(row -> row.path("outcome").asString())
                .contains("ANSWERED", "ABANDONED")
                .containsOnly("ANSWERED", "ABANDONED");
        assertThat(rows).extracting(row -> row.path("certainty").asString()).containsOnly("LIVE");
    }

    private static List<JsonNode> since(Desk desk, Instant before) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : desk.json("/api/calls?limit=200").path("rows")) {
            if (row.path("startedAt").asLong() >= before.toEpochMilli()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static void sipp(Installation santral, Path folder) throws IOException, InterruptedException {
        File said = folder.resolve("sipp.out").toFile();
        Process sipp = new ProcessBuilder(
                        "sipp",
                        santral.address(1) + ":5060",
                        "-sf",
                        Path.of("src/test/resources/sipp/caller.xml")
                                .toAbsolutePath()
                                .toString(),
                        "-i",
                        santral.address(2),
                        "-p",
                        "5070",
                        "-mi",
                        santral.address(2),
                        "-s",
                        PhoneBench.FIRST_DID,
                        "-r",
                        "15",
                        "-m",
                        Integer.toString(CALLS),
                        "-d",
                        "2500",
                        "-nostdin")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        assertThat(sipp.waitFor(60, TimeUnit.SECONDS)).as("sipp has ended").isTrue();
        assertThat(sipp.exitValue()).as(Files.readString(said.toPath())).isZero();
    }
}
