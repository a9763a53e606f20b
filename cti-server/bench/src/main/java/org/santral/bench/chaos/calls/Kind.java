package org.santral.bench.chaos.calls;

import java.util.random.RandomGenerator;

/// A way a call goes when nothing disturbs it, and how often among a hundred.
public enum Kind {
    DIRECT_ANSWERED(8),
    DIRECT_AGENT_HANGS_UP(5),
    DIRECT_ABANDONED(5),
    DIRECT_BUSY(4),
    DIRECT_DECLINED(3),
    DIRECT_NOT_ANSWERED(1),
    QUEUE_ANSWERED(14),
    QUEUE_AGENT_HANGS_UP(5),
    QUEUE_ABANDONED(6),
    QUEUE_TIMED_OUT(3),
    HELD(4),
    TRANSFERRED(4),
    TRANSFERRED_TO_BUSY(2),
    TRANSFERRED_ATTENDED(4),
    FORWARDED(4),
    PICKED_UP(3),
    PICKED_UP_TOO_LATE(1),
    QUEUE_PICKED_UP(3),
    PARKED_RETRIEVED(3),
    PARKED_GIVEN_UP(1),
    CONFERENCE(4),
    INTERNAL_ANSWERED(3),
    INTERNAL_BUSY(2),
    INTERNAL_GIVEN_UP(2),
    OUTGOING_ANSWERED(3),
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
                    FORWARDED,
                    PICKED_UP,
                    PICKED_UP_TOO_LATE,
                    PARKED_RETRIEVED,
                    CONFERENCE,
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
                    QUEUE_PICKED_UP,
                    PARKED_GIVEN_UP,
                    OUTGOING_ANSWERED,
                    OUTGOING_BUSY,
                    OUTGOING_GIVEN_UP -> 1;
        };
    }
}
