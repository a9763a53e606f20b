package org.santral.caller;

import org.jspecify.annotations.Nullable;

/// One customer this caller may be, and how sure we are.
///
/// @param label of the number that matched (`mobile`, `office`), may be empty
/// @param origin null for a customer of ours
public record Candidate(
        Customer customer,
        MatchQuality quality,
        String label,
        @Nullable Origin origin) {

    /// A customer of ours.
    public Candidate(Customer customer, MatchQuality quality, String label) {
        this(customer, quality, label, null);
    }

    /// From surest to least sure.
    public enum MatchQuality {
        EXACT,
        EXTENSION_OF_COMPANY,
        NATIONAL,
        LEARNED,
        SUFFIX
    }
}
