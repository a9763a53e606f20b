package org.santral.bench.pop;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.santral.bench.house.DeskSockets;
import org.santral.bench.traffic.RecordedCall;
import org.santral.bench.traffic.StandInExchange;

/// An exchange, the screens of its desks, and whatever stands between the two.
final class Line implements Closeable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final StandInExchange exchange = new StandInExchange(1);
    private final Watch watch;
    private final DeskSockets sockets;

    Line(int desks) throws IOException {
        watch = new Watch(desks);
        sockets = new DeskSockets(watch);
    }

    StandInExchange exchange() {
        return exchange;
    }

    DeskSockets sockets() {
        return sockets;
    }

    Watch watch() {
        return watch;
    }

    Ringer ringer(RecordedCall recording, Iterator<Integer> customers) {
        return new Ringer(recording, exchange, watch, customers);
    }

    static void await(BooleanSupplier done, String what) {
        long began = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - began > PATIENCE) {
                throw new IllegalStateException("waited in vain: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() throws IOException {
        sockets.close();
        exchange.close();
    }
}
