package org.santral.server.directory;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.customers.form.Definitions;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CustomerKind;

/// Puts customers of a test into the book, the way everybody's come into it.
record Shelf(DSLContext sql, PhoneNumbers numbers) {

    /// @param written numbers as somebody wrote them
    long person(String name, @Nullable Long company, String... written) {
        return keep(List.of(checked(CustomerKind.PERSON, name, company, written)))
                .getFirst();
    }

    long company(String name, String... written) {
        return keep(List.of(checked(CustomerKind.COMPANY, name, null, written))).getFirst();
    }

    /// So many people with one number each.
    List<Long> people(int count, IntFunction<String> written) {
        return keep(IntStream.range(0, count)
                .mapToObj(i -> checked(CustomerKind.PERSON, "Person " + i, null, written.apply(i)))
                .toList());
    }

    private List<Long> keep(List<CheckedCustomer> customers) {
        return new CustomerStore(sql, InstantSource.system()).createAll(customers, "test");
    }

    private CheckedCustomer checked(CustomerKind kind, String name, @Nullable Long company, String... written) {
        CustomerForm form = new CustomerForm(
                kind.getLiteral(),
                name,
                null,
                company == null ? null : new CustomerForm.Company(company, null),
                null,
                null,
                null,
                null,
                false,
                Stream.of(written)
                        .map(raw -> new CustomerForm.Number(null, raw, null, null, false))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                null);
        CustomerCheck.Result result =
                new CustomerCheck(numbers, new Definitions(Map.of(), Map.of(), Map.of(), List.of())).check(form);
        return Objects.requireNonNull(result.customer(), () -> "refused: " + result.faults());
    }
}
