package org.santral.phones.call;

import org.jspecify.annotations.Nullable;

/// One call at one device, as it stood at an instant. `id` is the Call-ID of that device's dialog.
public record PhoneCall(
        String id, String device, Direction direction, Parties parties, Progress progress, Packets packets) {

    public Caller caller() {
        return parties.caller();
    }

    public Phase phase() {
        return progress.phase();
    }

    public @Nullable EndCause endCause() {
        Ending ending = progress.ending();
        return ending == null ? null : ending.cause();
    }
}
