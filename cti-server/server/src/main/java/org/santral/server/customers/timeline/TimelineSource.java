package org.santral.server.customers.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.santral.server.people.Person;

/// Somebody who knows what happened to customers.
public interface TimelineSource {
    /// @param customers one, and those that were merged into it
    /// @param upTo the newest that is wanted, itself included
    /// @param most that many at most, the newest of them
    /// @param reader who will see it; only what they may hear or open depends on them, not what there is
    /// @return newest first
    List<? extends TimelineEntry> of(Collection<Long> customers, Instant upTo, int most, Person reader);
}
