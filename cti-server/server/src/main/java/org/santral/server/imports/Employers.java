package org.santral.server.imports;

import static org.santral.server.tables.Tables.CUSTOMER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.tables.enums.CustomerKind;

/// The companies that rows name: looked up by name, and made where there is none.
final class Employers {
    private static final int MOST = 50_000;

    private final CustomerCheck check;
    private final Map<String, Long> ids = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    Employers(CustomerCheck check) {
        this.check = check;
    }

    /// @return ids by folded name
    Map<String, Long> of(DSLContext in, CustomerStore store, Set<String> names, String login) {
        Map<String, Long> found = new LinkedHashMap<>();
        Map<String, String> missing = new LinkedHashMap<>();
        for (String name : names) {
            Long id = ids.get(fold(name));
            if (id == null) {
                missing.putIfAbsent(fold(name), name);
            } else {
                found.put(fold(name), id);
            }
        }
        if (missing.isEmpty()) {
            return found;
        }
        in.select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(CUSTOMER.NAME.in(missing.values()))
                .and(CUSTOMER.KIND.eq(CustomerKind.COMPANY))
                .and(CUSTOMER.MERGED_INTO.isNull())
                .orderBy(CUSTOMER.ID)
                .forEach(row -> {
                    if (missing.remove(fold(row.value2())) != null) {
                        found.put(fold(row.value2()), row.value1());
                    }
                });
        Set<String> made = new LinkedHashSet<>(missing.keySet());
        List<CheckedCustomer> companies = new ArrayList<>();
        missing.values().forEach(name -> companies.add(company(name)));
        List<Long> madeIds = companies.isEmpty() ? List.of() : store.createAll(companies, login);
        int at = 0;
        for (String name : made) {
            found.put(name, madeIds.get(at++));
        }
        return found;
    }

    /// To be called when what was made is committed.
    void keep(Map<String, Long> found) {
        ids.putAll(found);
    }

    void forget() {
        ids.clear();
    }

    static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private CheckedCustomer company(String name) {
        CustomerCheck.Result result = check.check(new CustomerForm(
                "COMPANY", name, null, null, null, null, null, null, false, List.of(), List.of(), List.of(), List.of(),
                List.of(), Map.of(), null, null));
        CheckedCustomer company = result.customer();
        if (company == null) {
            throw new IllegalStateException("a name that was checked is refused: " + result.faults());
        }
        return company;
    }
}
