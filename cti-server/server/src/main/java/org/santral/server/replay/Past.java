package org.santral.server.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can be said of a past moment.
public sealed interface Past {

    /// The floor as it was.
    record Seen(Moment moment) implements Past {}

    /// It cannot be had, and why not.
    sealed interface Missing extends Past {}

    /// No journal of this exchange is there.
    record NoJournal() implements Missing {}

    /// It lies before what the journal keeps.
    ///
    /// @param oldest the first moment that can be had
    record NotKept(Instant oldest) implements Missing {}

    /// It has not come yet.
    record Ahead(Instant now) implements Missing {}

    /// A segment that it needs is damaged or missing.
    ///
    /// @param until the last moment before the damage, null when there is none
    /// @param again the first moment after it that can be had whole, null when there is none
    record Damaged(
            long segment, @Nullable Instant until, @Nullable Instant again) implements Missing {}

    /// So much would have to be read for it that whoever asked does not want to wait.
    record TooFar(long inputs) implements Missing {}
}
