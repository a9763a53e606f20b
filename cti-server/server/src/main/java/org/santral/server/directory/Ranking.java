package org.santral.server.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;

/// In which order customers stand who may be the caller. The same facts give the same order, always:
///
/// 1. whom agents took this number for before, as long as that proved right more often than wrong;
/// 2. who has the number for themselves, before everybody behind the same switchboard;
/// 3. how well it fits, as [MatchQuality] orders it;
/// 4. who has somebody to look after them; then who has an open case; then to whom a call was promised;
/// 5. with whom there was contact last;
/// 6. who is in the book for longer.
final class Ranking {
    private Ranking() {}

    /// @param taught whom agents took the number for, null when they said nothing that holds
    static List<Candidate> of(Collection<Candidate> candidates, @Nullable Long taught) {
        return candidates.stream()
                .sorted(Comparator.<Candidate, Boolean>comparing(
                                one -> taught == null || one.customer().id() != taught)
                        .thenComparing(one -> one.quality() == MatchQuality.EXTENSION_OF_COMPANY)
                        .thenComparing(Candidate::quality)
                        .thenComparing(one -> one.customer().owner() == null)
                        .thenComparing(one -> !hasOpenCase(one.customer()))
                        .thenComparing(one -> !isPromisedACall(one.customer()))
                        .thenComparing(Ranking::newestContact, Comparator.reverseOrder())
                        .thenComparing(one -> one.customer().id()))
                .toList();
    }

    /// The one that holds and was chosen most often beyond its errors; null when none does.
    static @Nullable Long taught(Collection<Book.Learned> learned) {
        return learned.stream()
                .filter(Book.Learned::holds)
                .max(Comparator.comparingInt((Book.Learned one) -> one.chosen() - one.wrong())
                        .thenComparing(
                                Comparator.comparingLong(Book.Learned::customer).reversed()))
                .map(Book.Learned::customer)
                .orElse(null);
    }

    private static boolean hasOpenCase(Customer customer) {
        Customer.Matters matters = customer.matters();
        return matters != null && !matters.openCases().isEmpty();
    }

    private static boolean isPromisedACall(Customer customer) {
        Customer.Matters matters = customer.matters();
        return matters != null && !matters.callBacks().isEmpty();
    }

    private static long newestContact(Candidate candidate) {
        return candidate.customer().lastContacts().isEmpty()
                ? 0
                : candidate.customer().lastContacts().getFirst().at().toEpochMilli();
    }
}
