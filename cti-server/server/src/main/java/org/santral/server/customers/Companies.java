package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.rest.Fault;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CustomerKind;

/// The companies that customers name, looked up and held until the transaction ends, so that nobody renames one
/// between the reading of its name and the writing of its people's words.
final class Companies {
    private final DSLContext in;
    private final Map<CustomerForm.Company, Known> known = new HashMap<>();

    Companies(DSLContext in) {
        this.in = in;
    }

    record Known(long id, String name) {}

    /// Asked for one by one, the employers of thousands would take longer than writing those. In the order of their
    /// ids, so that two who write many wait for each other in one order.
    void lookUp(List<CheckedCustomer> customers) {
        Set<Long> ids = new TreeSet<>();
        for (CheckedCustomer customer : customers) {
            CustomerForm.Company named = customer.company();
            Long id = named == null ? null : named.id();
            if (id != null) {
                ids.add(id);
            }
        }
        if (ids.size() < 2) {
            return;
        }
        in.select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.in(ids))
                .and(CUSTOMER.KIND.eq(CustomerKind.COMPANY))
                .and(CUSTOMER.MERGED_INTO.isNull())
                .orderBy(CUSTOMER.ID)
                .forShare()
                .forEach(row ->
                        known.put(new CustomerForm.Company(row.value1(), null), new Known(row.value1(), row.value2())));
    }

    /// Null when the customer names none. To be asked before any customer is locked: a company goes first.
    ///
    /// @throws Refusal when there is no such company
    @Nullable
    Known of(CheckedCustomer customer) {
        CustomerForm.Company named = customer.company();
        if (named == null) {
            return null;
        }
        Known before = known.get(named);
        if (before != null) {
            return before;
        }
        Known found = find(named, customer.source());
        known.put(named, found);
        return found;
    }

    private Known find(CustomerForm.Company named, @Nullable String source) {
        var wanted = named.id() != null
                ? CUSTOMER.ID.eq(named.id())
                : CUSTOMER.SOURCE.eq(source).and(CUSTOMER.SOURCE_KEY.eq(named.sourceKey()));
        Record4<Long, String, CustomerKind, Long> row = in.select(
                        CUSTOMER.ID, CUSTOMER.NAME, CUSTOMER.KIND, CUSTOMER.MERGED_INTO)
                .from(CUSTOMER)
                .where(wanted)
                .forShare()
                .fetchOne();
        String place = named.id() != null ? "company.id" : "company.sourceKey";
        if (row == null) {
            throw Refusal.of(List.of(new Fault(place, "unknown", "There is no such company.")));
        }
        if (row.value3() != CustomerKind.COMPANY) {
            throw Refusal.of(List.of(new Fault(place, "no-company", "This customer is a person, not a company.")));
        }
        Long winner = row.value4();
        return winner == null
                ? new Known(row.value1(), row.value2())
                : find(new CustomerForm.Company(Objects.requireNonNull(winner), null), null);
    }
}
