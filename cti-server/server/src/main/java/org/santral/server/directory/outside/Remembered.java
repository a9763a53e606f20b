package org.santral.server.directory.outside;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.santral.caller.Candidate;

/// What a directory said lately, by number; also that it knows nobody. Bounded: the longest unasked go first.
final class Remembered {
    private static final int MOST = 10_000;

    private final long knownNanos;
    private final long unknownNanos;
    private final LongSupplier nanos;
    private final Map<String, Kept> kept = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Duration known, Duration unknown, LongSupplier nanos) {
        this.knownNanos = known.toNanos();
        this.unknownNanos = unknown.toNanos();
        this.nanos = nanos;
    }

    private record Kept(long at, List<Candidate> candidates) {}

    synchronized void put(String number, List<Candidate> candidates) {
        kept.put(number, new Kept(nanos.getAsLong(), candidates));
    }

    /// @return null when it is not known, or no longer
    synchronized @Nullable List<Candidate> fresh(String number) {
        Kept one = kept.get(number);
        if (one == null) {
            return null;
        }
        long lasts = one.candidates().isEmpty() ? unknownNanos : knownNanos;
        return nanos.getAsLong() - one.at() < lasts ? one.candidates() : null;
    }

    /// Better than nothing while the directory is away: somebody it knew, however long ago.
    synchronized @Nullable List<Candidate> old(String number) {
        Kept one = kept.get(number);
        return one == null || one.candidates().isEmpty() ? null : one.candidates();
    }

    synchronized int size() {
        return kept.size();
    }
}
