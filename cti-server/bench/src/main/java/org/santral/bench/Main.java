package org.santral.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.santral.bench.endurance.EnduranceBench;
import org.santral.bench.history.HistoryBench;
import org.santral.bench.house.Workplace;
import org.santral.bench.importing.ImportBench;
import org.santral.bench.ingest.IngestBench;
import org.santral.bench.ledger.LedgerBench;
import org.santral.bench.lookup.LookUpBench;
import org.santral.bench.memory.MemoryBench;
import org.santral.bench.pop.PopBench;
import org.santral.bench.reconnect.ReconnectBench;
import org.santral.bench.search.SearchBench;
import org.santral.bench.start.StartBench;
import org.santral.bench.traffic.RecordedCall;

/// The command line behind `scripts/bench`: `BENCH SCENARIOS HOME SERVER-JAR DEMO-SITE SECONDS`.
public final class Main {
    /// What a call centre's exchange tells all day.
    private static final List<String> DAY =
            List.of("queue-answered", "queue-caller-gives-up", "queue-agent-busy", "internal-call", "hold-unhold");

    private Main() {}

    public static void main(String[] args) throws Exception {
        String bench = args[0];
        Path scenarios = Path.of(args[1]);
        Workplace workplace = new Workplace(
                scenarios, Path.of(args[2]), Path.of(args[3]), Path.of(args[4]), Integer.parseInt(args[5]));
        switch (bench) {
            case "ingest" ->
                IngestBench.figures(day(scenarios), scenarios.resolve("site.inputs"))
                        .forEach(figure -> figure.print(System.out));
            case "memory" ->
                MemoryBench.figures(day(scenarios).getFirst(), scenarios.resolve("site.inputs"))
                        .forEach(figure -> figure.print(System.out));
            case "pop" -> PopBench.measure(workplace, figure -> figure.print(System.out));
            case "history" -> HistoryBench.measure(workplace, day(scenarios), figure -> figure.print(System.out));
            case "start" -> StartBench.measure(workplace, day(scenarios), figure -> figure.print(System.out));
            case "endurance" -> EnduranceBench.measure(workplace, day(scenarios), figure -> figure.print(System.out));
            case "reconnect" -> ReconnectBench.measure(workplace, figure -> figure.print(System.out));
            case "import" -> ImportBench.measure(workplace, figure -> figure.print(System.out));
            case "search" -> SearchBench.measure(workplace, figure -> figure.print(System.out));
            case "lookup" -> LookUpBench.measure(workplace, figure -> figure.print(System.out));
            case "ledger" -> LedgerBench.measure(workplace, scenarios, figure -> figure.print(System.out));
            default -> throw new IllegalArgumentException("no bench is named " + bench);
        }
    }

    private static List<RecordedCall> day(Path scenarios) throws IOException {
        List<RecordedCall> calls = new ArrayList<>();
        for (String name : DAY) {
            calls.add(RecordedCall.ofAnotherDialplan(scenarios, name));
        }
        return calls;
    }
}
