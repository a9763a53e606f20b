package org.santral.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The last steps of a call, kept in a few bytes each and told only when something goes wrong.
final class Story {
    private static final int KEPT = 16;
    private static final ConnectionStep[] STEPS = ConnectionStep.values();
    private static final ConnectionState[] STATES = ConnectionState.values();

    private final long[] entries = new long[KEPT];
    private int told;

    void add(long millis, int connection, ConnectionStep step, ConnectionState state) {
        entries[told++ % KEPT] =
                (millis << 32) | ((connection & 0xFFFFL) << 16) | ((long) step.ordinal() << 8) | state.ordinal();
    }

    /// Oldest first, such as `+353 ms PJSIP/1001 DELIVERED, now ALERTING`.
    List<String> tell(Call call) {
        var lines = new ArrayList<String>(KEPT);
        for (int i = Math.max(0, told - KEPT); i < told; i++) {
            long entry = entries[i % KEPT];
            int connection = (int) (entry >> 16) & 0xFFFF;
            lines.add("+" + (entry >> 32) + " ms " + call.deviceOf(connection) + " " + STEPS[(int) (entry >> 8) & 0xFF]
                    + ", now " + STATES[(int) entry & 0xFF]);
        }
        return List.copyOf(lines);
    }

    static long millisBetween(Instant start, Instant at) {
        return Math.clamp(Duration.between(start, at).toMillis(), 0, Integer.MAX_VALUE);
    }
}
