package org.santral.server.callbacks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.santral.server.customers.timeline.TimelineEntry;
import org.santral.server.customers.timeline.TimelineSource;
import org.santral.server.people.Person;

/// What a customer was promised, for their timeline: each where it was promised.
final class CallBacksOfCustomer implements TimelineSource {
    private final CallBacks callBacks;

    CallBacksOfCustomer(CallBacks callBacks) {
        this.callBacks = callBacks;
    }

    record Entry(String kind, Instant at, String id, CallBackView promise) implements TimelineEntry {}

    @Override
    public List<Entry> of(Collection<Long> customers, Instant upTo, int most, Person reader) {
        return callBacks.newest(customers, upTo, most).stream()
                .map(one -> new Entry("callBack", one.madeAt(), Long.toString(one.id()), one))
                .toList();
    }
}
