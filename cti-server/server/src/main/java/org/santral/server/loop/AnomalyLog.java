package org.santral.server.loop;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.santral.switchboard.Effect;

/// The latest things the model could not make sense of. Written by the loop, read by the page.
public final class AnomalyLog {
    private static final int KEPT = 100;

    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private final AtomicLong count = new AtomicLong();
    private final InstantSource clock;

    public AnomalyLog(InstantSource clock) {
        this.clock = clock;
    }

    /// @param at milliseconds since 1970, UTC
    /// @param call `pbx/id`, null when no call is concerned
    public record Line(long at, String kind, @Nullable String call, String detail) {}

    public void take(Effect.Anomaly anomaly) {
        count.incrementAndGet();
        String call = anomaly.call() == null ? null : anomaly.call().toString();
        Line line = new Line(clock.millis(), anomaly.kind(), call, anomaly.detail());
        synchronized (lines) {
            if (lines.size() == KEPT) {
                lines.removeLast();
            }
            lines.addFirst(line);
        }
    }

    public List<Line> newestFirst() {
        synchronized (lines) {
            return new ArrayList<>(lines);
        }
    }

    public long count() {
        return count.get();
    }
}
