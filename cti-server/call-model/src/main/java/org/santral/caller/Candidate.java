package org.santral.caller;

/// One customer this caller may be, and how sure we are.
///
/// @param label of the number that matched (`mobile`, `office`), may be empty
public record Candidate(Customer customer, MatchQuality quality, String label) {

    /// From surest to least sure.
    public enum MatchQuality {
        EXACT,
        EXTENSION_OF_COMPANY,
        NATIONAL,
        LEARNED,
        SUFFIX
    }
}
