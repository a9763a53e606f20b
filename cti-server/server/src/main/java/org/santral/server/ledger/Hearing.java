package org.santral.server.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.santral.switchboard.Effect;

/// When the exchange was heard and when not, kept so that it outlives the server.
public final class Hearing {
    /// A link that broke without a word was deaf for a while before it was noticed.
    private static final Duration DEAF_BEFORE = Duration.ofSeconds(30);

    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private volatile boolean listening;
    private volatile Instant newestEnd = Instant.EPOCH;
    private boolean up;
    private Instant written = Instant.EPOCH;

    private record Change(boolean up, String reason, Instant at) {}

    public Hearing(InstantSource clock) {
        this.clock = clock;
    }

    /// From the loop's thread, with every effect: it keeps those about the link. What a replay says is of the
    /// past.
    public void take(Effect effect) {
        if (listening && effect instanceof Effect.LinkChanged link) {
            changes.add(new Change(link.up(), link.reason(), clock.instant()));
        }
        if (listening && effect instanceof Effect.RecordCall written) {
            Instant ended = written.record().endedAt();
            if (ended != null && ended.isAfter(newestEnd)) {
                newestEnd = ended;
            }
        }
    }

    /// When the newest call that was heard ended, by the exchange's clock: of what came before it, the exchange must
    /// have written something.
    Instant newestEnd() {
        return newestEnd;
    }

    /// The server has started: since it was last known to hear, nobody did.
    void begin(LedgerTables tables, boolean linkUp) {
        listening = true;
        tables.heardLast().ifPresent(last -> tables.gapBegins(last.minus(DEAF_BEFORE), "the server was off"));
        if (linkUp) {
            changes.add(new Change(true, "", clock.instant()));
        }
    }

    /// @return whether the exchange has just come to be heard again
    boolean keep(LedgerTables tables) {
        boolean again = false;
        for (Change change = changes.peek(); change != null; change = changes.peek()) {
            if (change.up()) {
                tables.gapEnds(change.at());
                again |= !up;
            } else {
                tables.gapBegins(change.at().minus(DEAF_BEFORE), change.reason());
            }
            up = change.up();
            changes.remove();
        }
        Instant now = clock.instant();
        if (up && (again || written.plus(WRITTEN_EVERY).isBefore(now))) {
            tables.heard(now);
            written = now;
        }
        return again;
    }
}
