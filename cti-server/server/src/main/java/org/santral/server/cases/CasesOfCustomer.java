package org.santral.server.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.santral.server.customers.timeline.TimelineEntry;
import org.santral.server.customers.timeline.TimelineSource;
import org.santral.server.people.Person;

/// A customer's cases for their timeline, each where it was opened.
final class CasesOfCustomer implements TimelineSource {
    private final CaseQueries queries;

    CasesOfCustomer(CaseQueries queries) {
        this.queries = queries;
    }

    /// @param opened as it stands now
    record Entry(String kind, Instant at, String id, CaseView opened) implements TimelineEntry {}

    @Override
    public List<Entry> of(Collection<Long> customers, Instant upTo, int most, Person reader) {
        return queries.newest(customers, upTo, most).stream()
                .map(one -> new Entry("case", one.openedAt(), Long.toString(one.id()), one))
                .toList();
    }
}
