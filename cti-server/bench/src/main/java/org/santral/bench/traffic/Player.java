package org.santral.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Sends parts of calls when they are due, all on the calling thread.
public final class Player {
    private final StandInExchange exchange;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long order;
    private final LongAdder events = new LongAdder();

    public Player(StandInExchange exchange) {
        this.exchange = exchange;
    }

    /// @param before runs right before the part is sent
    private record Due(
            long at,
            long order,
            TimedCopy call,
            int from,
            int to,
            @Nullable Runnable before) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    /// @param at of `System.nanoTime`
    public void plan(long at, TimedCopy call, int from, int to, @Nullable Runnable before) {
        due.add(new Due(at, order++, call, from, to, before));
    }

    /// All of a call, as far apart as its events were when they were recorded.
    public void plan(long at, TimedCopy call) {
        var offsets = TimedCopy.offsets(call.recording());
        for (int event = 0; event < offsets.size(); event++) {
            plan(at + offsets.get(event) * 1000, call, event, event + 1, null);
        }
    }

    /// Sends what is due until `until`; parts that are due together and that nobody watches leave in one write.
    ///
    /// @param until of `System.nanoTime`, or earlier when nothing is left
    public void play(long until) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        Due next;
        while ((next = due.peek()) != null && next.at <= until) {
            long now = System.nanoTime();
            if (next.at > now) {
                flush(bytes);
                LockSupport.parkNanos(next.at - now);
                continue;
            }
            due.poll();
            events.add(next.to - next.from);
            byte[] part = next.call.part(next.from, next.to, Instant.now());
            if (next.before != null) {
                flush(bytes);
                next.before.run();
            }
            bytes.writeBytes(part);
            if (next.before != null || bytes.size() > 1 << 16) {
                flush(bytes);
            }
        }
        flush(bytes);
    }

    private void flush(ByteArrayOutputStream bytes) throws IOException {
        if (bytes.size() > 0) {
            exchange.send(bytes.toByteArray());
            bytes.reset();
        }
    }

    /// Sent so far; from any thread.
    public long events() {
        return events.sum();
    }
}
