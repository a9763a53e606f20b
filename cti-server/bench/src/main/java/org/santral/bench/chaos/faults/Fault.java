package org.santral.bench.chaos.faults;

import java.time.Duration;
import java.time.Instant;

/// Something that went wrong.
///
/// @param from when it was done
/// @param gone when what was asked for had certainly happened: between `from` and then, nobody can say whether
///     it had
/// @param until when the part was there again
/// @param calls how many were up
/// @param effect what was seen of it
public record Fault(What what, Duration span, Instant from, Instant gone, Instant until, long calls, String effect) {

    /// Whether it happened within this time, or less than `margin` beside it.
    public boolean meets(Instant begin, Instant end, Duration margin) {
        return from.minus(margin).isBefore(end) && until.plus(margin).isAfter(begin);
    }

    /// Whether this moment lies within it, or less than `margin` beside it.
    public boolean covers(Instant moment, Duration margin) {
        return meets(moment, moment, margin);
    }
}
