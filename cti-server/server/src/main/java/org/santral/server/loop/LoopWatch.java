package org.santral.server.loop;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.server.clocks.SteadyClock;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;
import org.santral.switchboard.Effect;

/// Whether the exchange is heard, whether the loop keeps up with it, and whether its clock goes with ours.
public final class LoopWatch implements Watch {
    private static final Duration TOO_LATE = Duration.ofSeconds(2);
    /// People notice when a card says that a call rings since three seconds ago or ahead.
    private static final Duration APART = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofSeconds(5);

    private final AttachedPbx pbx;
    private @Nullable Duration before;

    public LoopWatch(AttachedPbx pbx) {
        this.pbx = pbx;
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
        Duration behind = oldest == null
                ? Duration.ZERO
                : Duration.between(oldest, pbx.steady().instant());
        conditions.set(
                behind.compareTo(TOO_LATE) > 0,
                Kind.LOOP_BEHIND,
                name,
                "seconds",
                "" + behind.toSeconds(),
                "waiting",
                "" + pbx.loop().waiting());
        clocks(conditions, name);
    }

    private void clocks(Conditions conditions, String name) {
        SteadyClock steady = pbx.steady();
        Duration ahead = pbx.loop().ahead();
        if (ahead == null) {
            return;
        }
        Duration last = before;
        if (last != null && ahead.minus(last).abs().compareTo(STEP) >= 0) {
            conditions.happened(Kind.EXCHANGE_CLOCK_STEPPED, name, "pbx", name, "seconds", signed(ahead.minus(last)));
        }
        if (pbx.loop().liveCalls() == 0 && steady.behind().abs().compareTo(Duration.ofMillis(500)) > 0) {
            steady.follow();
            before = null;
            return;
        }
        before = ahead;
        Duration apart = ahead.minus(steady.behind());
        conditions.set(
                apart.abs().compareTo(APART) >= 0,
                Kind.EXCHANGE_CLOCK_APART,
                name,
                "pbx",
                name,
                "seconds",
                signed(apart));
    }

    private static String signed(Duration duration) {
        return (duration.isNegative() ? "-" : "+") + duration.abs().toSeconds();
    }
}
