package org.santral.server.loop;

import java.io.Closeable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Timers by name; starting one anew replaces it.
public final class Timers implements Closeable {
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor clock;

    public Timers() {
        clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timers").daemon().factory());
        clock.setRemoveOnCancelPolicy(true);
    }

    /// @param then runs on the timers' own thread and must be short
    public void start(String name, Duration after, Runnable then) {
        cancel(name);
        running.put(
                name,
                clock.schedule(
                        () -> {
                            running.remove(name);
                            then.run();
                        },
                        after.toNanos(),
                        TimeUnit.NANOSECONDS));
    }

    public void cancel(String name) {
        Future<?> timer = running.remove(name);
        if (timer != null) {
            timer.cancel(false);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
