package org.santral.server.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.santral.asterisk.ledger.CelRow;

/// What the exchange would write into its ledger now: a recorded call with ids of its own that ends at this
/// moment.
record WrittenLedger(String id, List<String> lines) {
    static final Path FOLDER =
            Path.of("target", "test-ledger-" + ProcessHandle.current().pid());
    private static final Path FILE = FOLDER.resolve("ledger.cel");
    private static final AtomicInteger COUNT = new AtomicInteger();

    static WrittenLedger of(String scenario) throws IOException {
        List<String> recorded =
                Files.readAllLines(Path.of("../call-model/src/test/resources/scenarios", scenario, scenario + ".cel"));
        Instant last = Objects.requireNonNull(CelRow.read(recorded.getLast())).at();
        Duration shift = Duration.between(last, Instant.now());
        String tag = "" + (1_700_000_000 + COUNT.incrementAndGet());
        List<String> lines = new ArrayList<>();
        for (String line : recorded) {
            String[] fields = line.split(",", -1);
            Instant at = Objects.requireNonNull(CelRow.read(line)).at().plus(shift);
            fields[2] = at.getEpochSecond() + "." + "%06d".formatted(at.getNano() / 1000);
            fields[3] = tag + fields[3].substring(fields[3].indexOf('.'));
            fields[4] = tag + fields[4].substring(fields[4].indexOf('.'));
            lines.add(String.join(",", fields));
        }
        return new WrittenLedger(lines.getFirst().split(",", -1)[3], lines);
    }

    String call() {
        return "pbx1/" + id;
    }

    void append() throws IOException {
        write(String.join("\n", lines) + "\n");
    }

    static void write(String text) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FILE, text, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static void rename() throws IOException {
        Files.move(FILE, FOLDER.resolve("ledger.cel.old-" + COUNT.incrementAndGet()));
    }
}
