package org.santral.server.directory.outside;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Time and threads, as the directories use them.
interface Clockwork {
    long nanos();

    /// Since 1970.
    long millis();

    /// On a thread of its own.
    void start(Runnable work);

    void after(Duration time, Runnable work);

    /// The real one.
    static Clockwork real() {
        return new Clockwork() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public long millis() {
                return System.currentTimeMillis();
            }

            @Override
            public void start(Runnable work) {
                Thread.startVirtualThread(work);
            }

            @Override
            public void after(Duration time, Runnable work) {
                CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, Thread::startVirtualThread)
                        .execute(work);
            }
        };
    }
}
