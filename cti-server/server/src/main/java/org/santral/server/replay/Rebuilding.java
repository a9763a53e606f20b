package org.santral.server.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.caller.LookUp;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.journal.Entry;
import org.santral.site.Site;
import org.santral.switchboard.Input;
import org.santral.switchboard.Switchboard;

/// Goes through the inputs up to a moment.
final class Rebuilding {
    /// Answers about calls that have ended are let go each time so many have gathered.
    private static final int PRUNED_AT = 4096;

    private final Instant moment;
    private final LongPredicate patience;
    private final Switchboard switchboard;
    private final Map<CallId, LookUp> lookUps = new HashMap<>();
    private Site site = Site.EMPTY;
    private @Nullable Input last;
    private @Nullable Input next;
    private long inputs;
    private boolean tooFar;

    /// @param patience answers whether to go on after so many inputs
    Rebuilding(PbxId pbx, Instant moment, LongPredicate patience) {
        this.moment = moment;
        this.patience = patience;
        this.switchboard = new Switchboard(pbx);
    }

    /// @return false when the moment has come
    boolean take(Entry entry) {
        return switch (entry.kind()) {
            case LINE, DELIVERY, FROM, GAP -> true;
            case BASE -> {
                apply(Lines.readInput(entry.text()));
                yield true;
            }
            case INPUT -> {
                Input input = Lines.readInput(entry.text());
                if (Arrival.of(input).isAfter(moment)) {
                    next = input;
                    yield false;
                }
                last = input;
                inputs++;
                apply(input);
                tooFar = !patience.test(inputs);
                yield !tooFar;
            }
        };
    }

    private void apply(Input input) {
        if (input instanceof Input.SiteSet set) {
            site = set.site();
        }
        if (input instanceof Input.CallerLookedUp answer) {
            lookUps.put(answer.call(), answer.answer());
            if (lookUps.size() % PRUNED_AT == 0) {
                lookUps.keySet().retainAll(liveCalls());
            }
        }
        switchboard.apply(input);
    }

    private Set<CallId> liveCalls() {
        return switchboard.snapshot().calls().stream()
                .map(call -> call.record().call())
                .collect(Collectors.toSet());
    }

    boolean tooFar() {
        return tooFar;
    }

    long inputs() {
        return inputs;
    }

    /// When the last input arrived, null before the first.
    @Nullable
    Instant reached() {
        return last == null ? null : Arrival.of(last);
    }

    boolean hasReached(Instant at) {
        Instant reached = reached();
        return reached != null && !reached.isBefore(at);
    }

    Moment moment() {
        lookUps.keySet().retainAll(liveCalls());
        Instant reached = reached();
        return new Moment(
                moment,
                switchboard.snapshot(),
                site,
                Map.copyOf(lookUps),
                reached == null ? moment : reached,
                next == null ? null : Arrival.of(next),
                next instanceof Input.SiteSet,
                inputs);
    }
}
