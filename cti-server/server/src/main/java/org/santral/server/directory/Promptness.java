package org.santral.server.directory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;

/// How many of the latest callers the book knew in time.
final class Promptness implements Watch {
    private static final int CALLERS = 20;
    private static final long FORGOTTEN_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int FEWEST = 2;
    /// One in so many is an accident, more is a fault.
    private static final int ONE_IN = 5;

    private final Deque<Answer> latest = new ArrayDeque<>();
    private final LongSupplier nanos;

    Promptness(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Answer(long at, boolean inTime) {}

    synchronized void answered(boolean inTime) {
        latest.addLast(new Answer(nanos.getAsLong(), inTime));
        if (latest.size() > CALLERS) {
            latest.removeFirst();
        }
    }

    @Override
    public synchronized void look(Conditions conditions) {
        long now = nanos.getAsLong();
        latest.removeIf(answer -> now - answer.at() > FORGOTTEN_NANOS);
        long late = latest.stream().filter(answer -> !answer.inTime()).count();
        conditions.set(
                late >= FEWEST && late * ONE_IN >= latest.size(),
                Kind.DIRECTORY_SLOW,
                "",
                "late",
                "" + late,
                "asked",
                "" + latest.size());
    }
}
