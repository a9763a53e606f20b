package org.santral.bench.endurance;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.santral.bench.Figure;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BenchServer;
import org.santral.bench.house.BenchSite;
import org.santral.bench.house.JavaProcess;
import org.santral.bench.house.Ledger;
import org.santral.bench.house.Workplace;
import org.santral.bench.traffic.RecordedCall;
import org.santral.bench.traffic.StandInExchange;
import org.santral.bench.traffic.SteadyTraffic;

/// A day's calls, ten thousand events a second, for as long as asked; then every call is looked for.
public final class EnduranceBench {
    private static final int EVENTS_PER_SECOND = 10_000;
    /// Of a rate that the machine shares with the bench itself.
    private static final double NEARLY = 0.99;
    /// How much of the heap's live part may be noise of the moment: calls in progress, records on their way.
    private static final double GROWTH = 1.10;

    private static final int SAMPLES = 20;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Workplace workplace;
    private final List<RecordedCall> recordings;

    private EnduranceBench(Workplace workplace, List<RecordedCall> recordings) {
        this.workplace = workplace;
        this.recordings = recordings;
    }

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, List<RecordedCall> recordings, Consumer<Figure> figures)
            throws Exception {
        new EnduranceBench(workplace, recordings).measure().forEach(figures);
    }

    private List<Figure> measure() throws Exception {
        Path folder = workplace.emptied("endurance");
        Path site = new BenchSite(4).write(folder.resolve("site.yaml"), Workplace.freePort());
        Path jar = BenchServer.unpacked(workplace);
        try (BenchDatabase database = new BenchDatabase(folder.resolve("database"));
                StandInExchange exchange = new StandInExchange(1);
                BenchServer server = BenchServer.start(jar, site, folder, exchange.port(), database.environment())) {
            exchange.awaitListeners();
            SteadyTraffic traffic = new SteadyTraffic(recordings, exchange, EVENTS_PER_SECOND, 0);
            int calls = traffic.callsIn(workplace.seconds());
            double cpuBefore = JavaProcess.cpuMillis(server.process().pid());
            long began = System.nanoTime();
            try (Samples samples = new Samples(server, traffic::events, workplace.seconds() * 1000L, SAMPLES)) {
                traffic.play(calls);
                double seconds = (System.nanoTime() - began) / 1e9;
                double cpu = JavaProcess.cpuMillis(server.process().pid()) - cpuBefore;
                samples.close();
                double late = secondsUntilWritten(database, traffic.calls().size());
                // Whatever would be written twice is given the time to come.
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
                Ledger ledger = Ledger.of(traffic.calls(), database);
                return figures(samples, traffic, new Run(seconds, cpu, late, ledger));
            }
        }
    }

    /// @param seconds from the first byte to the last
    /// @param cpuMillis of the server meanwhile
    /// @param late seconds from the last byte until every call stood in the tables
    private record Run(double seconds, double cpuMillis, double late, Ledger ledger) {}

    private static List<Figure> figures(Samples samples, SteadyTraffic traffic, Run run) {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("seconds", text(run.seconds));
        context.put("events", Long.toString(traffic.events()));
        context.put("calls", Integer.toString(traffic.calls().size()));
        context.put("server_flags", JavaProcess.flags());
        context.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        context.put("server_cpu_us_per_event", text(run.cpuMillis * 1000 / traffic.events()));
        Map<String, String> history = new LinkedHashMap<>(context);
        history.put("rows", Long.toString(run.ledger.rows()));
        history.put("most_calls_waiting", text(samples.mostWaiting()));
        history.put("all_written_after_s", text(run.late));
        Map<String, String> memory = new LinkedHashMap<>(context);
        memory.put("live_heap_mb", samples.heaps());
        memory.put("rss_first_mb", text(samples.firstResident()));
        memory.put("rss_last_mb", text(samples.lastResident()));
        double first = samples.firstHeap();
        return List.of(
                Figure.atLeast(
                        EVENTS_PER_SECOND * NEARLY,
                        "endurance.events_per_s",
                        samples.eventsPerSecond(),
                        "events/s",
                        context),
                Figure.atMost(0, "endurance.lost", run.ledger.lost(), "calls", history),
                Figure.atMost(0, "endurance.double", run.ledger.doubled(), "calls", history),
                Figure.told("endurance.heap_first_mb", first, "MB", memory),
                Figure.atMost(first * GROWTH, "endurance.heap_last_mb", samples.lastHeap(), "MB", memory));
    }

    private static double secondsUntilWritten(BenchDatabase database, int calls) throws SQLException {
        long began = System.nanoTime();
        while (database.count("select count(*) from call_record where ended_at is not null") < calls
                && System.nanoTime() - began < PATIENCE) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
