package org.santral.bench.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.santral.bench.Figure;
import org.santral.bench.house.BenchServer;
import org.santral.bench.house.JavaProcess;
import org.santral.bench.house.Workplace;
import org.santral.bench.traffic.RecordedCall;
import org.santral.bench.traffic.StandInExchange;
import org.santral.bench.traffic.SteadyTraffic;

/// The server as it comes, with its own database: started once over nothing, then three times over what it
/// left.
public final class StartBench {
    private static final int CALLS = 10_000;
    private static final int EVENTS_PER_SECOND = 8_000;
    private static final int WARM_STARTS = 3;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final Workplace workplace;
    private final List<RecordedCall> recordings;
    private final Path folder;
    private final Path jar;

    private StartBench(Workplace workplace, List<RecordedCall> recordings) throws IOException, InterruptedException {
        this.workplace = workplace;
        this.recordings = recordings;
        this.folder = workplace.emptied("start");
        this.jar = BenchServer.unpacked(workplace);
    }

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, List<RecordedCall> recordings, Consumer<Figure> figures)
            throws Exception {
        new StartBench(workplace, recordings).measure(figures);
    }

    private void measure(Consumer<Figure> figures) throws Exception {
        double cold = start();
        List<Double> warm = new ArrayList<>();
        for (int i = 1; i < WARM_STARTS; i++) {
            warm.add(start());
        }
        try (StandInExchange exchange = new StandInExchange(1);
                BenchServer server = server(exchange)) {
            warm.add(server.secondsToStart());
            Map<String, String> how = new LinkedHashMap<>();
            how.put("until", "first 200 of /actuator/health, from the start of the process");
            how.put("server_flags", JavaProcess.flags());
            how.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
            Map<String, String> first = new LinkedHashMap<>(how);
            first.put("with", "unpacking MariaDB, its first files, the tables, the first people");
            Map<String, String> later = new LinkedHashMap<>(how);
            later.put(
                    "all_starts_s", warm.stream().map(StartBench::text).toList().toString());
            figures.accept(Figure.told("start.cold_s", cold, "s", first));
            figures.accept(
                    Figure.told("start.warm_s", warm.stream().sorted().toList().get(WARM_STARTS / 2), "s", later));
            figures.accept(weight(server, exchange));
        }
    }

    private double start() throws IOException {
        try (StandInExchange exchange = new StandInExchange(1);
                BenchServer server = server(exchange)) {
            return server.secondsToStart();
        }
    }

    private BenchServer server(StandInExchange exchange) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("SANTRAL_CACHE", folder.resolve("cache").toString());
        settings.put("SANTRAL_NET", "88");
        return BenchServer.start(jar, workplace.demoSite(), folder, exchange.port(), settings);
    }

    private Figure weight(BenchServer server, StandInExchange exchange) throws IOException, InterruptedException {
        exchange.awaitListeners();
        double before = server.process().megabytes("VmRSS");
        SteadyTraffic traffic = new SteadyTraffic(recordings, exchange, EVENTS_PER_SECOND, 0);
        traffic.play(CALLS);
        long began = System.nanoTime();
        do {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        } while (server.meter("santral_history_waiting") > 0 && System.nanoTime() - began < PATIENCE);
        Map<String, String> context = new LinkedHashMap<>();
        context.put("calls", Integer.toString(CALLS));
        context.put("events", Long.toString(traffic.events()));
        context.put("events_per_s", Integer.toString(EVENTS_PER_SECOND));
        context.put("before_the_calls_mb", text(before));
        context.put("most_mb", text(server.process().megabytes("VmHWM")));
        context.put("mariadbd_rss_mb", text(server.process().megabytesOfChildren("VmRSS")));
        context.put("history_rows_written", text(server.meter("santral_history_written_total")));
        context.put("server_flags", JavaProcess.flags());
        return Figure.told("memory.server_rss_mb", server.process().megabytes("VmRSS"), "MB", context);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
