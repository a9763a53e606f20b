package org.santral.bench.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.santral.bench.house.BenchServer;

/// What the server weighs while it works, looked at again and again.
final class Samples implements AutoCloseable {
    /// The first ones are the warm-up: code is still compiled, pools still grow.
    private static final int WARM_UP = 2;

    private final BenchServer server;
    private final LongSupplier events;
    private final long everyNanos;
    private final int most;
    private final List<Told> told = new ArrayList<>();
    private final List<Double> heap = new ArrayList<>();
    private final List<Double> resident = new ArrayList<>();
    private final Thread thread;
    private volatile boolean over;
    private volatile double mostWaiting;

    /// How many events had been told at a moment.
    private record Told(long nanos, long events) {}

    /// @param events told so far
    /// @param millis how long it looks
    /// @param most how often meanwhile
    Samples(BenchServer server, LongSupplier events, long millis, int most) {
        this.server = server;
        this.events = events;
        this.most = most;
        this.everyNanos = TimeUnit.MILLISECONDS.toNanos(millis) / most;
        this.thread = Thread.ofPlatform().name("samples").daemon().start(this::run);
    }

    private void run() {
        long next = System.nanoTime() + everyNanos;
        for (int taken = 0; taken < most && !over; ) {
            if (System.nanoTime() >= next) {
                take();
                next += everyNanos;
                taken++;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void take() {
        synchronized (this) {
            told.add(new Told(System.nanoTime(), events.getAsLong()));
        }
        try {
            // Only what lives counts: what waits to be collected says how large the heap may grow, not what is kept.
            server.process().collectGarbage();
            double live = server.meter("jvm_memory_used_bytes", "area=\"heap\"") / (1 << 20);
            synchronized (this) {
                heap.add(live);
                resident.add(server.process().megabytes("VmRSS"));
            }
            mostWaiting = Math.max(mostWaiting, server.meter("santral_history_waiting"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// After the warm-up: the median of the first third.
    synchronized double firstHeap() {
        return median(afterWarmUp(heap), false);
    }

    synchronized double lastHeap() {
        return median(afterWarmUp(heap), true);
    }

    synchronized double firstResident() {
        return median(afterWarmUp(resident), false);
    }

    synchronized double lastResident() {
        return median(afterWarmUp(resident), true);
    }

    /// After the warm-up, over everything that was looked at.
    synchronized double eventsPerSecond() {
        Told first = told.get(WARM_UP);
        Told last = told.getLast();
        return (last.events - first.events) * 1e9 / (last.nanos - first.nanos);
    }

    double mostWaiting() {
        return mostWaiting;
    }

    synchronized String heaps() {
        return heap.stream()
                .map(one -> String.format(Locale.ROOT, "%.0f", one))
                .toList()
                .toString();
    }

    private static List<Double> afterWarmUp(List<Double> all) {
        if (all.size() < WARM_UP + 2) {
            throw new IllegalStateException("only " + all.size() + " samples: let it run longer");
        }
        return all.subList(WARM_UP, all.size());
    }

    private static double median(List<Double> all, boolean atTheEnd) {
        int third = Math.max(1, all.size() / 3);
        List<Double> part = (atTheEnd ? all.subList(all.size() - third, all.size()) : all.subList(0, third))
                .stream().sorted().toList();
        return part.get(part.size() / 2);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
