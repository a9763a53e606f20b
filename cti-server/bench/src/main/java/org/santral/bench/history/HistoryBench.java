package org.santral.bench.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.santral.bench.traffic.TimedCopy;

/// The whole server, a day's calls, and a database that goes away and comes back.
public final class HistoryBench {
    private static final int WARM_UP_CALLS = 2_000;
    private static final int BURST_CALLS = 5_000;
    private static final int AT_ONCE = 50;
    private static final int EVENTS_PER_SECOND = 5_000;
    /// Before the database goes and after it is back.
    private static final int MARGIN_SECONDS = 10;

    /// Calls that wait at any time because calls keep coming: a batch.
    private static final int CAUGHT_UP = 200;

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Workplace workplace;
    private final List<RecordedCall> recordings;
    private final Map<String, RecordedCall> played = new HashMap<>();
    private long copies;

    private HistoryBench(Workplace workplace, List<RecordedCall> recordings) {
        this.workplace = workplace;
        this.recordings = recordings;
    }

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, List<RecordedCall> recordings, Consumer<Figure> figures)
            throws Exception {
        new HistoryBench(workplace, recordings).measure(figures);
    }

    private void measure(Consumer<Figure> figures) throws Exception {
        Path folder = workplace.emptied("history");
        Path site = new BenchSite(4).write(folder.resolve("site.yaml"), Workplace.freePort());
        Path jar = BenchServer.unpacked(workplace);
        try (BenchDatabase database = new BenchDatabase(folder.resolve("database"));
                StandInExchange exchange = new StandInExchange(1);
                BenchServer server = BenchServer.start(jar, site, folder, exchange.port(), database.environment())) {
            exchange.awaitListeners();
            burst(exchange, database, WARM_UP_CALLS);
            double seconds = burst(exchange, database, BURST_CALLS);
            figures.accept(Figure.told(
                    "history.calls_per_s",
                    BURST_CALLS / seconds,
                    "calls/s",
                    Map.of(
                            "calls", Integer.toString(BURST_CALLS),
                            "calls_before_to_warm_up", Integer.toString(WARM_UP_CALLS),
                            "how",
                                    "sent as fast as the server reads; from the first byte until every call stands whole in"
                                            + " call_record with its legs",
                            "server_flags", JavaProcess.flags(),
                            "processors", Integer.toString(Runtime.getRuntime().availableProcessors()))));
            away(exchange, database, server).forEach(figures);
        }
    }

    /// @return seconds from the first byte to the last row
    private double burst(StandInExchange exchange, BenchDatabase database, int calls) throws IOException, SQLException {
        List<byte[]> chunks = new ArrayList<>();
        Instant now = Instant.now();
        for (int first = 0; first < calls; first += AT_ONCE) {
            RecordedCall recording = recordings.get(first / AT_ONCE % recordings.size());
            List<TimedCopy> copiesOfIt = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                TimedCopy copy = new TimedCopy(recording, copies++);
                copiesOfIt.add(copy);
                played.put(copy.name(), recording);
            }
            for (int event = 0; event < recording.events().size(); event++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (TimedCopy copy : copiesOfIt) {
                    bytes.writeBytes(copy.part(event, event + 1, now));
                }
                chunks.add(bytes.toByteArray());
            }
        }
        long began = System.nanoTime();
        for (byte[] chunk : chunks) {
            exchange.send(chunk);
        }
        awaitAll(database);
        return (System.nanoTime() - began) / 1e9;
    }

    private void awaitAll(BenchDatabase database) throws SQLException {
        long began = System.nanoTime();
        while (database.count("select count(*) from call_record where ended_at is not null") < played.size()
                && System.nanoTime() - began < PATIENCE) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private List<Figure> away(StandInExchange exchange, BenchDatabase database, BenchServer server)
            throws IOException, SQLException {
        SteadyTraffic traffic = new SteadyTraffic(recordings, exchange, EVENTS_PER_SECOND, copies);
        double failuresBefore = server.meter("santral_history_failures_total");
        CompletableFuture<Outage> outage = CompletableFuture.supplyAsync(() -> outage(database, server, traffic));
        traffic.play(traffic.callsIn(workplace.seconds() + 2 * MARGIN_SECONDS));
        Outage was = outage.join();
        played.putAll(traffic.calls());
        awaitAll(database);
        // Whatever would be written twice is given the time to come.
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        Ledger ledger = Ledger.of(played, database);
        Map<String, String> context = new LinkedHashMap<>();
        context.put("database_away_s", text(was.seconds));
        context.put("how", "mariadbd ended with SIGTERM, later started over the same files on the same port");
        context.put("events_per_s_meanwhile", text(was.eventsPerSecond));
        context.put("calls_waiting_when_it_was_back", text(was.waiting));
        context.put("caught_up_after_s", text(was.secondsToCatchUp));
        context.put("failed_attempts", text(server.meter("santral_history_failures_total") - failuresBefore));
        context.put("events", Long.toString(traffic.events()));
        context.put("calls_played", Integer.toString(ledger.played()));
        context.put("rows", Long.toString(ledger.rows()));
        context.put("waiting_at_the_end", text(server.meter("santral_history_waiting")));
        return List.of(
                Figure.atMost(0, "history.lost", ledger.lost(), "calls", context),
                Figure.atMost(0, "history.doubled", ledger.doubled(), "calls", context));
    }

    private record Outage(double seconds, double eventsPerSecond, double waiting, double secondsToCatchUp) {}

    private Outage outage(BenchDatabase database, BenchServer server, SteadyTraffic traffic) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(MARGIN_SECONDS));
        database.stop();
        long gone = System.nanoTime();
        long before = traffic.events();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(workplace.seconds()));
        double eventsPerSecond = (traffic.events() - before) / ((System.nanoTime() - gone) / 1e9);
        double waiting = waiting(server);
        database.start();
        long back = System.nanoTime();
        while (waiting(server) > CAUGHT_UP && System.nanoTime() - back < PATIENCE) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return new Outage((back - gone) / 1e9, eventsPerSecond, waiting, (System.nanoTime() - back) / 1e9);
    }

    private static double waiting(BenchServer server) {
        try {
            return server.meter("santral_history_waiting");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
