package org.santral.server.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.santral.lines.Lines;
import org.santral.server.journal.Entry;
import org.santral.server.journal.Journal;
import org.santral.switchboard.Input;

/// A journal as the server would have written it while recorded calls came in.
final class Recording implements AutoCloseable {
    static final Path SCENARIOS = Path.of("../call-model/src/test/resources/scenarios");

    private final Journal journal;
    private final List<String> base = new ArrayList<>();

    Recording(Path folder) throws IOException {
        journal = new Journal(folder, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /// The site, its link, Sara at 1001, Omid at 1002.
    static List<Input> site() throws IOException {
        return read(SCENARIOS.resolve("site.inputs"));
    }

    static List<Input> call(String scenario) throws IOException {
        return read(SCENARIOS.resolve(scenario).resolve(scenario + ".events"));
    }

    /// Each event as if it had reached the server the moment it happened.
    private static List<Input> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(Lines::readInput)
                .map(input -> input instanceof Input.FromPbx from
                        ? new Input.FromPbx(from.event(), from.at(), from.at(), from.origin())
                        : input)
                .toList();
    }

    /// The server starts, or a segment is full.
    ///
    /// @param oldestLive the segment in which the oldest live call began
    Recording segment(LongSupplier oldestLive) {
        journal.begin(oldestLive, () -> List.copyOf(base));
        return this;
    }

    Recording segment() {
        return segment(() -> Long.MAX_VALUE);
    }

    Recording inputs(List<Input> inputs) {
        for (Input input : inputs) {
            if (!(input instanceof Input.FromPbx)) {
                base.add(Lines.write(input));
            }
            journal.append(new Entry(Entry.Kind.INPUT, Lines.write(input)));
        }
        journal.write();
        return this;
    }

    Recording delivered(String call, String agent, String state, Instant at) {
        journal.append(new Entry(
                Entry.Kind.DELIVERY,
                "{\"call\":\"%s\",\"agent\":\"%s\",\"screen\":\"s1\",\"state\":\"%s\",\"atMillis\":%d}"
                        .formatted(call, agent, state, at.toEpochMilli())));
        return this;
    }

    long number() {
        return journal.segment();
    }

    @Override
    public void close() {
        journal.close();
    }
}
