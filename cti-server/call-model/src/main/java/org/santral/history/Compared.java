package org.santral.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord.Outcome;

/// Field by field, where history and ledger differ. What the ledger does not know is no difference.
final class Compared {
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final List<Difference> differences = new ArrayList<>();
    private final Difference.Mend mend;

    private Compared(boolean mendable) {
        mend = mendable ? Difference.Mend.REPAIRED : Difference.Mend.LEFT;
    }

    static List<Difference> of(CallRecord history, CallRecord ledger, boolean mendable) {
        var compared = new Compared(mendable);
        compared.call(history, ledger, mendable);
        compared.legs(history, ledger);
        return List.copyOf(compared.differences);
    }

    private void call(CallRecord history, CallRecord ledger, boolean mendable) {
        if (ledger.outcome() != Outcome.UNKNOWN) {
            words("outcome", history.outcome().name(), ledger.outcome().name());
        }
        words("hung-up-by", history.hungUpBy(), ledger.hungUpBy());
        words("queue", history.queue(), ledger.queue());
        if (mendable) {
            // Who sat at a phone the ledger does not know: it is told who is likely to have.
            words("agent", text(history.agent()), text(ledger.agent()));
            words("part-of", text(history.partOf()), text(ledger.partOf()));
        }
        if (ledger.caller().kind() != CallerClass.UNAVAILABLE) {
            words(
                    "caller",
                    history.caller().kind() + " " + history.caller().number(),
                    ledger.caller().kind() + " " + ledger.caller().number());
        }
        time("started", history.startedAt(), ledger.startedAt());
        time("answered", history.answeredAt(), ledger.answeredAt());
        time("ended", history.endedAt(), ledger.endedAt());
    }

    private void legs(CallRecord history, CallRecord ledger) {
        Map<String, CallRecord.Leg> known = new HashMap<>();
        history.legs().forEach(leg -> known.put(leg.connection().value(), leg));
        for (CallRecord.Leg leg : ledger.legs()) {
            String name = "leg " + leg.connection().value();
            CallRecord.Leg other = known.get(leg.connection().value());
            if (other == null) {
                words(name, null, leg.device());
            } else {
                time(name + " answered", other.answeredAt(), leg.answeredAt());
                time(name + " ended", other.endedAt(), leg.endedAt());
            }
        }
    }

    private void words(String field, @Nullable String history, @Nullable String ledger) {
        if (ledger != null && !Objects.equals(history, ledger)) {
            differences.add(new Difference(field, history, ledger, mend));
        }
    }

    private void time(String field, @Nullable Instant history, @Nullable Instant ledger) {
        boolean near = history != null
                && ledger != null
                && Duration.between(history, ledger).abs().compareTo(TOLERANCE) <= 0;
        if (ledger != null && !near) {
            differences.add(new Difference(field, text(history), text(ledger), mend));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
