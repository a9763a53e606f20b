package org.santral.caller;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;

/// A customer as the card shows them.
///
/// @param company null for a person without one
/// @param segment as administrators named it (`VIP`, `partner`), null when none
/// @param language BCP 47, null when not known
/// @param owner the agent who looks after them, null when nobody does
/// @param warning pinned by a colleague, null when none
/// @param lastContacts newest first, at most three
public record Customer(
        long id,
        String name,
        @Nullable String company,
        @Nullable String segment,
        @Nullable String language,
        @Nullable AgentId owner,
        @Nullable String warning,
        List<Contact> lastContacts) {

    /// One earlier call with this customer.
    ///
    /// @param outcome as in the history: `answered`, `abandoned`, ...
    /// @param agent who spoke with them, null when nobody did
    public record Contact(
            Instant at,
            String direction,
            String outcome,
            @Nullable String agent) {}
}
