package org.santral.bench.pop;

import java.util.Arrays;

/// How long it took, each time.
///
/// @param nanos sorted
public record Times(long[] nanos) {
    public Times {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    /// The smallest time that `percent` of all do not exceed, in milliseconds; without any, more than every
    /// target.
    public double millis(double percent) {
        if (nanos.length == 0) {
            return Double.MAX_VALUE;
        }
        int rank = (int) Math.ceil(percent / 100 * nanos.length);
        return nanos[Math.clamp(rank - 1L, 0, nanos.length - 1)] / 1e6;
    }
}
