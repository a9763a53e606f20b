package org.santral.server.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.server.desktop.PastFloor;
import org.santral.server.history.CallRows;

/// What the page is told: `Past` of the web client's `wire.ts`.
sealed interface PastView {

    record Seen(
            String type,
            Instant at,
            Instant last,
            @Nullable Instant next,
            boolean stopped,
            boolean twice,
            PastFloor floor)
            implements PastView {}

    record NotKept(String type, Instant oldest) implements PastView {}

    record Ahead(String type, Instant now) implements PastView {}

    record Damaged(
            String type, @Nullable Instant until, @Nullable Instant again) implements PastView {}

    record Plain(String type) implements PastView {}

    static PastView of(Past past, boolean twice, CallRows rows) {
        return switch (past) {
            case Past.Seen(Moment seen) ->
                new Seen(
                        "seen",
                        seen.at(),
                        seen.last(),
                        seen.next(),
                        seen.stopped(),
                        twice,
                        PastFloor.of(seen.snapshot(), seen.site(), rows));
            case Past.NotKept(Instant oldest) -> new NotKept("notKept", oldest);
            case Past.Ahead(Instant now) -> new Ahead("ahead", now);
            case Past.Damaged(long segment, Instant until, Instant again) -> new Damaged("damaged", until, again);
            case Past.TooFar far -> new Plain("tooFar");
            case Past.NoJournal none -> new Plain("noJournal");
        };
    }
}
