package org.santral.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.santral.bench.Figure;
import org.santral.bench.ThreadTime;
import org.santral.bench.traffic.RecordedCall;
import org.santral.bench.traffic.StandInExchange;
import org.santral.bench.traffic.Traffic;

/// Bursts of recorded traffic, as fast as the reader takes them: cost, rate and loss.
public final class IngestBench {
    private static final int AT_ONCE = 50;
    private static final int EVENTS = 250_000;
    private static final int WARM_UPS = 2;
    private static final int BURSTS = 3;
    /// A reader that has seen nothing new for so long will see nothing more of the burst.
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

    private final List<RecordedCall> recordings;

    IngestBench(List<RecordedCall> recordings) {
        this.recordings = recordings;
    }

    /// Both readers on the same recordings, one after the other.
    ///
    /// @param site what stands before the traffic, one input a line
    public static List<Figure> figures(List<RecordedCall> recordings, Path site) throws Exception {
        IngestBench bench = new IngestBench(recordings);
        Outcome ours = bench.run(new SantralReader(site));
        Outcome theirs = bench.run(new AsteriskJavaReader());
        return List.of(
                Figure.atMost(4, "ingest.cpu_us_per_event", ours.best().cpuMicrosPerEvent(), "us", ours.context()),
                Figure.atLeast(100_000, "ingest.events_per_s", ours.best().perSecond(), "events/s", ours.context()),
                Figure.atMost(0, "ingest.lost", ours.lost(), "events", ours.context()),
                Figure.told(
                        "ingest.asterisk_java_cpu_us_per_event",
                        theirs.best().cpuMicrosPerEvent(),
                        "us",
                        theirs.context()),
                Figure.told(
                        "ingest.asterisk_java_events_per_s", theirs.best().perSecond(), "events/s", theirs.context()));
    }

    /// @param processMicrosPerEvent the same with the collector's, the compiler's and every other thread's
    ///     share
    private record Burst(
            long sent,
            long seen,
            long bytes,
            double cpuMicrosPerEvent,
            double processMicrosPerEvent,
            double perSecond) {}

    private record Outcome(Burst best, long lost, Map<String, String> context) {}

    /// Of the bursts after the warm-up the one of the least cost counts, because what disturbs can only add;
    /// none may lose anything.
    private Outcome run(Reader reader) throws Exception {
        try (StandInExchange exchange = new StandInExchange(1);
                reader) {
            reader.listen(exchange.port());
            exchange.awaitListeners();
            Traffic traffic = new Traffic(recordings, AT_ONCE);
            List<Burst> bursts = new ArrayList<>();
            for (int i = 0; i < WARM_UPS + BURSTS; i++) {
                bursts.add(send(traffic.burst(EVENTS), exchange, reader));
            }
            Burst best = bursts.stream()
                    .skip(WARM_UPS)
                    .min(Comparator.comparingDouble(Burst::cpuMicrosPerEvent))
                    .orElseThrow();
            long lost = bursts.stream()
                    .mapToLong(burst -> Math.max(0, burst.sent() - burst.seen()))
                    .sum();
            Map<String, String> context = new LinkedHashMap<>();
            context.put("events_a_burst", Long.toString(best.sent()));
            context.put("bursts", Integer.toString(bursts.size()));
            context.put("bytes_per_event", Long.toString(best.bytes() / best.sent()));
            context.put(
                    "cpu_us_per_event_with_gc_and_jit",
                    String.format(Locale.ROOT, "%.3f", best.processMicrosPerEvent()));
            context.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
            context.putAll(reader.made());
            return new Outcome(best, lost, context);
        }
    }

    private static Burst send(Traffic.Burst burst, StandInExchange exchange, Reader reader) throws IOException {
        long before = reader.seen();
        long cpu = reader.cpu().nanos();
        long process = ThreadTime.processWithoutCaller();
        long began = System.nanoTime();
        long bytes = 0;
        for (byte[] chunk : burst.chunks()) {
            exchange.send(chunk);
            bytes += chunk.length;
        }
        long ended = System.nanoTime();
        long last = before;
        while (System.nanoTime() - ended < QUIET) {
            LockSupport.parkNanos(200_000);
            long seen = reader.seen();
            if (seen != last) {
                last = seen;
                ended = System.nanoTime();
            }
        }
        double events = burst.events();
        return new Burst(
                burst.events(),
                last - before,
                bytes,
                (reader.cpu().nanos() - cpu) / 1e3 / events,
                (ThreadTime.processWithoutCaller() - process) / 1e3 / events,
                events / ((ended - began) / 1e9));
    }
}
