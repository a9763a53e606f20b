package org.santral.server.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A clock for durations: it was set once by the server's clock and goes on by the processor's own count, so
/// that it never steps. Where the server's clock was set meanwhile, it follows when it is told to.
public final class SteadyClock implements InstantSource {
    private final InstantSource wall;
    private final LongSupplier nanos;
    private volatile Anchor anchor;

    private record Anchor(Instant at, long nanos) {}

    public SteadyClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.anchor = new Anchor(wall.instant(), nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        Anchor from = anchor;
        return from.at().plusNanos(nanos.getAsLong() - from.nanos());
    }

    /// How far the server's clock is before this one.
    public Duration behind() {
        return Duration.between(instant(), wall.instant());
    }

    /// To be told when no call lives whose durations would see the step.
    public void follow() {
        anchor = new Anchor(wall.instant(), nanos.getAsLong());
    }
}
