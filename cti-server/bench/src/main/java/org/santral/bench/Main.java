package org.santral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.santral.bench.ingest.IngestBench;
import org.santral.bench.traffic.RecordedCall;

/// The command line behind `scripts/bench`: `BENCH RECORDINGS`.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        String bench = args[0];
        List<RecordedCall> recordings = recordings(Path.of(args[1]));
        switch (bench) {
            case "ingest" -> IngestBench.figures(recordings).forEach(figure -> figure.print(System.out));
            default -> throw new IllegalArgumentException("no bench is named " + bench);
        }
    }

    /// The recordings of a folder, in the order of their names.
    private static List<RecordedCall> recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found =
                    files.filter(f -> f.toString().endsWith(".ami")).sorted().toList();
            List<RecordedCall> calls = new java.util.ArrayList<>();
            for (Path file : found) {
                calls.add(RecordedCall.read(file));
            }
            return calls;
        }
    }
}
