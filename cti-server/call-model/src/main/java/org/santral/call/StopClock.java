package org.santral.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Adds up the time during which something was so. An exchange's clock may be set back: such a stretch counts
/// nothing.
public final class StopClock {
    private long nanos;
    private @Nullable Instant since;

    public void run(boolean on, Instant at) {
        if (on == (since != null)) {
            return;
        }
        nanos = nanos(at);
        since = on ? at : null;
    }

    public long millis(Instant at) {
        return nanos(at) / 1_000_000;
    }

    private long nanos(Instant at) {
        return since == null
                ? nanos
                : nanos + Math.max(0, Duration.between(since, at).toNanos());
    }
}
