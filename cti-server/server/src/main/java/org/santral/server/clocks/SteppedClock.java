package org.santral.server.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;

/// Notices that the server's clock was set: its time and the processor's own count went different ways between
/// two looks.
public final class SteppedClock implements Watch {
    /// A time service that corrects slowly stays below.
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Instant time;
    private long count;

    public SteppedClock(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.time = clock.instant();
        this.count = nanos.getAsLong();
    }

    @Override
    public void look(Conditions conditions) {
        Instant now = clock.instant();
        long counted = nanos.getAsLong();
        Duration step = Duration.between(time, now).minusNanos(counted - count);
        time = now;
        count = counted;
        if (step.abs().compareTo(LEAST) >= 0) {
            conditions.happened(Kind.CLOCK_STEPPED, "", "seconds", signed(step));
        }
    }

    private static String signed(Duration step) {
        long tenths = Math.round(step.toMillis() / 100.0);
        return (tenths < 0 ? "-" : "+") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }
}
