package org.santral.bench.chaos.calls;

import java.util.random.RandomGenerator;

/// A way a call goes when nothing disturbs it, and how often among a hundred.
public enum Kind {
    DIRECT_ANSWERED(11),
    DIRECT_AGENT_HANGS_UP(7),
    DIRECT_ABANDONED(7),
    DIRECT_BUSY(5),
    DIRECT_DECLINED(4),
    DIRECT_NOT_ANSWERED(1),
    QUEUE_ANSWERED(18),
    QUEUE_AGENT_HANGS_UP(6),
    QUEUE_ABANDONED(7),
    QUEUE_TIMED_OUT(3),
    HELD(5),
    TRANSFERRED(5),
    TRANSFERRED_TO_BUSY(2),
    TRANSFERRED_ATTENDED(4),
    INTERNAL_ANSWERED(4),
    INTERNAL_BUSY(2),
    INTERNAL_GIVEN_UP(2),
    OUTGOING_ANSWERED(4),
    OUTGOING_BUSY(2),
    OUTGOING_GIVEN_UP(1);

    private final int weight;

    Kind(int weight) {
        this.weight = weight;
    }

    static Kind any(RandomGenerator random) {
        int left = 0;
        for (Kind kind : values()) {
            left += kind.weight;
        }
        left = random.nextInt(left);
        for (Kind kind : values()) {
            left -= kind.weight;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the weights are their sum");
    }

    /// From outside to the site.
    public boolean incoming() {
        return !outgoing() && !internal();
    }

    /// From a desk to the outside.
    public boolean outgoing() {
        return name().startsWith("OUTGOING");
    }

    /// From desk to desk.
    public boolean internal() {
        return name().startsWith("INTERNAL");
    }

    /// How many phones that are in no group it needs for itself.
    int desks() {
        return switch (this) {
            case QUEUE_ANSWERED, QUEUE_AGENT_HANGS_UP, QUEUE_ABANDONED, QUEUE_TIMED_OUT -> 0;
            case TRANSFERRED,
                    TRANSFERRED_TO_BUSY,
                    TRANSFERRED_ATTENDED,
                    INTERNAL_ANSWERED,
                    INTERNAL_BUSY,
                    INTERNAL_GIVEN_UP -> 2;
            case DIRECT_ANSWERED,
                    DIRECT_AGENT_HANGS_UP,
                    DIRECT_ABANDONED,
                    DIRECT_BUSY,
                    DIRECT_DECLINED,
                    DIRECT_NOT_ANSWERED,
                    HELD,
                    OUTGOING_ANSWERED,
                    OUTGOING_BUSY,
                    OUTGOING_GIVEN_UP -> 1;
        };
    }
}
