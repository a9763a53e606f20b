package org.santral.switchboard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Because.Fact;
import org.santral.because.Rules;
import org.santral.history.CallRecord.Certainty;
import org.santral.pbx.DeviceId;

/// What of a call could not be known, each with its reason. A call without any is known from end to end.
final class Unknowns {
    /// A link that comes and goes all day makes no record of a thousand lines.
    private static final int KEPT = 12;

    private final List<Because> reasons = new ArrayList<>(0);
    private @Nullable Instant lostAt;
    private String lostWhy = "";

    Certainty certainty() {
        return reasons.isEmpty() && lostAt == null ? Certainty.LIVE : Certainty.PARTLY_UNKNOWN;
    }

    List<Because> reasons() {
        if (lostAt == null) {
            return List.copyOf(reasons);
        }
        var all = new ArrayList<>(reasons);
        all.add(Because.of(Rules.UNKNOWN_LINK_AWAY, "since", stamp(lostAt), "reason", lostWhy));
        return List.copyOf(all);
    }

    /// Nobody hears the exchange from now on.
    ///
    /// @return false where that was so already: attempts that fail are the same silence
    boolean linkLost(String why, Instant at) {
        if (lostAt != null) {
            return false;
        }
        lostAt = at;
        lostWhy = why;
        return true;
    }

    /// @return whether the call lived through a silence
    boolean linkIsBack(Instant at) {
        if (lostAt == null) {
            return false;
        }
        add(Because.of(Rules.UNKNOWN_LINK_LOST, "since", stamp(lostAt), "until", stamp(at), "reason", lostWhy));
        lostAt = null;
        return true;
    }

    /// The call is over. That an end was not seen says all there is to say of a silence it fell into.
    void closed(Instant at) {
        boolean endUnseen = reasons.stream()
                .map(Because::rule)
                .anyMatch(rule -> rule.equals(Rules.UNKNOWN_END) || rule.equals(Rules.UNKNOWN_RESTARTED));
        if (endUnseen) {
            lostAt = null;
        }
        linkIsBack(at);
    }

    void beginning(DeviceId device) {
        add(Because.of(Rules.UNKNOWN_BEGINNING, "device", device.name()));
    }

    void end(DeviceId device, Instant at) {
        add(during(Rules.UNKNOWN_END, at, new Fact("device", device.name())));
    }

    void restarted(Instant at) {
        add(during(Rules.UNKNOWN_RESTARTED, at, null));
    }

    void didNotFit(DeviceId device, String event) {
        add(Because.of(Rules.UNKNOWN_DID_NOT_FIT, "device", device.name(), "event", event));
    }

    void tainted(String reason) {
        add(Because.of(Rules.UNKNOWN_TAINTED, "reason", reason));
    }

    /// Another call turned out to be this one: what is not known of it is not known of this.
    void takeOver(Unknowns other) {
        other.reasons.forEach(this::add);
        if (other.lostAt != null) {
            linkLost(other.lostWhy, other.lostAt);
        }
    }

    private Because during(String rule, Instant at, @Nullable Fact more) {
        var facts = new ArrayList<Fact>(3);
        if (more != null) {
            facts.add(more);
        }
        facts.add(new Fact("since", stamp(lostAt == null ? at : lostAt)));
        facts.add(new Fact("until", stamp(at)));
        return new Because(rule, List.copyOf(facts));
    }

    private void add(Because reason) {
        if (reasons.size() < KEPT && !reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    private static String stamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
