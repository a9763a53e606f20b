package org.santral.server.conditions;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every look once a second, like a watchman on his rounds.
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long EVERY_MILLIS = 1_000;

    private final List<Watch> watches;
    private final Conditions conditions;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("rounds").daemon().factory());

    Rounds(List<Watch> watches, Conditions conditions) {
        this.watches = List.copyOf(watches);
        this.conditions = conditions;
        clock.scheduleWithFixedDelay(this::once, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void once() {
        for (Watch watch : watches) {
            try {
                watch.look(conditions);
            } catch (RuntimeException e) {
                LOG.warn("A look at the server's own state failed", e);
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
