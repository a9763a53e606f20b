package org.santral.server.loop;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final String pbx;
    private final PbxLoop loop;
    private final InstantSource clock;
    /// Few talk so long without holding, handing on or being asked anything.
    private final Duration longest;
    private final Duration every;
    private Instant looked = Instant.EPOCH;
    private volatile List<LastHeard.Silent> silent = List.of();

    /// @param pbx the name of the exchange
    /// @param longest so long nothing may be heard of a live call
    public SilentCalls(String pbx, PbxLoop loop, InstantSource clock, Duration longest) {
        this.pbx = pbx;
        this.loop = loop;
        this.clock = clock;
        this.longest = longest;
        Duration tenth = longest.dividedBy(10);
        this.every = tenth.compareTo(EVERY) < 0 ? tenth : EVERY;
    }

    @Override
    public void look(Conditions conditions) {
        Instant now = clock.instant();
        if (!now.isBefore(looked.plus(every))) {
            looked = now;
            loop.run(() -> silent = loop.silentSince(now.minus(longest)));
        }
        List<LastHeard.Silent> found = silent;
        LastHeard.Silent first = found.isEmpty() ? null : found.getFirst();
        conditions.set(
                first != null,
                Kind.CALLS_SILENT,
                pbx,
                "pbx",
                pbx,
                "calls",
                "" + found.size(),
                "minutes",
                minutes(),
                "longest",
                first == null ? "" : first.connections());
    }

    /// As `120`, or `0.1` where somebody is very impatient.
    private String minutes() {
        return BigDecimal.valueOf(longest.toSeconds())
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
