package org.santral.server.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.santral.caller.Candidate;
import org.santral.caller.Customer;

/// Customers that were recognised lately, in memory: rows of live calls name them without asking the database.
public final class CustomerNames {
    private static final int KEPT = 20_000;

    private final Map<Long, Customer> customers = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Customer> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void remember(List<Candidate> candidates) {
        candidates.forEach(candidate -> customers.put(candidate.customer().id(), candidate.customer()));
    }

    public synchronized Optional<Customer> byId(long id) {
        return Optional.ofNullable(customers.get(id));
    }
}
