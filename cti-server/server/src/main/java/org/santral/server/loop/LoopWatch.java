package org.santral.server.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;
import org.santral.switchboard.Effect;

/// Whether the exchange is heard, and whether the loop keeps up with it.
public final class LoopWatch implements Watch {
    private static final Duration TOO_LATE = Duration.ofSeconds(2);

    private final AttachedPbx pbx;
    private final InstantSource clock;

    public LoopWatch(AttachedPbx pbx, InstantSource clock) {
        this.pbx = pbx;
        this.clock = clock;
    }

    @Override
    public void look(Conditions conditions) {
        String name = pbx.id().value();
        Effect.LinkChanged link = pbx.link();
        conditions.set(
                link != null && !link.up(),
                Kind.LINK_DOWN,
                name,
                "pbx",
                name,
                "reason",
                link == null ? "" : link.reason());
        Instant oldest = pbx.loop().waitsSince();
        Duration behind = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        conditions.set(
                behind.compareTo(TOO_LATE) > 0,
                Kind.LOOP_BEHIND,
                name,
                "seconds",
                "" + behind.toSeconds(),
                "waiting",
                "" + pbx.loop().waiting());
    }
}
