package org.santral.phones.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a call has come and when; null for what has not happened.
public record Progress(
        Phase phase,
        Instant began,
        @Nullable Instant rang,
        @Nullable Instant answered,
        @Nullable Instant ended,
        @Nullable Ending ending) {

    static Progress begin() {
        return new Progress(Phase.CALLING, Instant.now(), null, null, null, null);
    }

    Progress ringing() {
        return new Progress(Phase.RINGING, began, Instant.now(), null, null, null);
    }

    Progress connected() {
        return new Progress(Phase.CONNECTED, began, rang, Instant.now(), null, null);
    }

    Progress over(Ending why) {
        return new Progress(Phase.ENDED, began, rang, answered, Instant.now(), why);
    }
}
