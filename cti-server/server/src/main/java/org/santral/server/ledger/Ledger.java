package org.santral.server.ledger;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// The ledger as others see it: begins when the exchange is listened to, and says how it goes.
final class Ledger implements SmartLifecycle, AutoCloseable {
    private final @Nullable LedgerWorker worker;
    private volatile boolean running;

    /// @param worker null where there is no ledger
    Ledger(@Nullable LedgerWorker worker) {
        this.worker = worker;
    }

    LedgerState state() {
        return worker == null ? LedgerState.OFF : worker.state();
    }

    CompletableFuture<Void> checkNow() {
        return worker == null ? CompletableFuture.completedFuture(null) : worker.checkNow();
    }

    @Override
    public void start() {
        if (worker != null) {
            worker.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After the exchange is listened to.
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
