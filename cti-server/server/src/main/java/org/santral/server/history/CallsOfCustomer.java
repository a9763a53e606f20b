package org.santral.server.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.santral.server.customers.timeline.TimelineEntry;
import org.santral.server.customers.timeline.TimelineSource;
import org.santral.server.people.Person;

/// A customer's calls, for their timeline.
final class CallsOfCustomer implements TimelineSource {
    private final CallQueries calls;

    CallsOfCustomer(CallQueries calls) {
        this.calls = calls;
    }

    /// @param id `pbx/id`
    record Entry(String kind, Instant at, String id, CallDetail call) implements TimelineEntry {}

    @Override
    public List<Entry> of(Collection<Long> customers, Instant upTo, int most, Person reader) {
        return calls.ofCustomers(
                reader,
                customers,
                upTo,
                most,
                (at, call) -> new Entry("call", at, call.row().call(), call));
    }
}
