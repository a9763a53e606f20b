package org.santral.server.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;

/// Whether calls stand of which nothing is heard any more. Whose end the exchange forgot to tell has been closed by the
/// comparison with its lists; these it still lists.
public final class SilentCalls implements Watch {
    /// Few talk so long without holding, handing on or being asked anything.
    private static final Duration LONG = Duration.ofHours(2);

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final String pbx;
    private final PbxLoop loop;
    private final InstantSource clock;
    private Instant looked = Instant.EPOCH;
    private volatile List<LastHeard.Silent> silent = List.of();

    /// @param pbx the name of the exchange
    public SilentCalls(String pbx, PbxLoop loop, InstantSource clock) {
        this.pbx = pbx;
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public void look(Conditions conditions) {
        Instant now = clock.instant();
        if (!now.isBefore(looked.plus(EVERY))) {
            looked = now;
            loop.run(() -> silent = loop.silentSince(now.minus(LONG)));
        }
        List<LastHeard.Silent> found = silent;
        LastHeard.Silent longest = found.isEmpty() ? null : found.getFirst();
        conditions.set(
                longest != null,
                Kind.CALLS_SILENT,
                pbx,
                "pbx",
                pbx,
                "calls",
                "" + found.size(),
                "hours",
                "" + LONG.toHours(),
                "longest",
                longest == null ? "" : longest.connections());
    }
}
