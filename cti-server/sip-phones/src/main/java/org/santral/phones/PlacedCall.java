package org.santral.phones;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.PhoneCall;

/// A placed call as both sides saw it: the caller's own leg, and the call at each phone where it rang. The
/// phones are found by the caller's number, so two calls of one number at one time are told apart by their
/// order only.
public record PlacedCall(String id, CallRequest request, PhoneCall caller, List<PhoneCall> phones) {

    /// The call at the phone that answered first; null when none did.
    public @Nullable PhoneCall answered() {
        return phones.stream()
                .filter(call -> call.progress().answered() != null)
                .findFirst()
                .orElse(null);
    }

    public boolean isOver() {
        return caller.endCause() != null;
    }

    /// Null while it is up.
    public @Nullable EndCause endCause() {
        return caller.endCause();
    }
}
