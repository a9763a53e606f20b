package org.santral.bench.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.santral.bench.Figure;
import org.santral.bench.traffic.RecordedCall;
import org.santral.bench.traffic.StandInExchange;
import org.santral.bench.traffic.Traffic;

/// Bursts of recorded traffic, as fast as the reader takes them: cost, rate and loss.
public final class IngestBench {
    private static final int AT_ONCE = 50;
    private static final int BURST = 250_000;
    private static final int WARM_UPS = 2;
    private static final int BURSTS = 3;
    /// A reader that has seen nothing new for so long will see nothing more of the burst.
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

    private final List<RecordedCall> recordings;

    IngestBench(List<RecordedCall> recordings) {
        this.recordings = recordings;
    }

    public static List<Figure> figures(List<RecordedCall> recordings) throws Exception {
        Outcome theirs = new IngestBench(recordings).run(new AsteriskJavaReader());
        return List.of(
                Figure.told(
                        "ingest.asterisk_java_cpu_us_per_event", theirs.cpuMicrosPerEvent(), "us", theirs.context()),
                Figure.told("ingest.asterisk_java_events_per_s", theirs.perSecond(), "events/s", theirs.context()));
    }

    record Outcome(long sent, long seen, double cpuMicrosPerEvent, double perSecond, long bytes) {
        Map<String, String> context() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("events_sent", Long.toString(sent));
            facts.put("events_seen", Long.toString(seen));
            facts.put("bytes_per_event", Long.toString(bytes / sent));
            facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
            return facts;
        }

        Figure lost(String name) {
            return Figure.atMost(0, name, sent - seen, "events", context());
        }
    }

    /// Of the bursts after the warm-up the one of the least cost counts, because what disturbs can only add; none may
    /// lose anything.
    Outcome run(Reader reader) throws Exception {
        try (StandInExchange exchange = new StandInExchange(1);
                reader) {
            reader.listen(exchange.port());
            exchange.awaitListeners();
            Traffic traffic = new Traffic(recordings, AT_ONCE);
            for (int i = 0; i < WARM_UPS; i++) {
                send(traffic.burst(BURST), exchange, reader);
            }
            Outcome best = send(traffic.burst(BURST), exchange, reader);
            for (int i = 1; i < BURSTS; i++) {
                Outcome next = send(traffic.burst(BURST), exchange, reader);
                best = next.cpuMicrosPerEvent() < best.cpuMicrosPerEvent() ? next : best;
            }
            return best;
        }
    }

    private static Outcome send(Traffic.Burst burst, StandInExchange exchange, Reader reader) throws IOException {
        long before = reader.seen();
        long cpu = reader.cpu().nanos();
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
        long seen = last - before;
        double micros = (reader.cpu().nanos() - cpu) / 1e3 / burst.events();
        return new Outcome(
                burst.events(), seen, micros, Math.min(seen, burst.events()) / ((ended - began) / 1e9), bytes);
    }
}
