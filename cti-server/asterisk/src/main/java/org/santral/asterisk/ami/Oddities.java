package org.santral.asterisk.ami;

import java.util.concurrent.atomic.LongAdder;

/// Counts of what was odd, readable from any thread.
public final class Oddities {
    private final LongAdder[] counts = new LongAdder[Oddity.values().length];

    public Oddities() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    public void count(Oddity oddity) {
        counts[oddity.ordinal()].increment();
    }

    public long of(Oddity oddity) {
        return counts[oddity.ordinal()].sum();
    }
}
