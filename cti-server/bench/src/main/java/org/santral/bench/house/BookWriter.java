package org.santral.bench.house;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.customers.form.Definitions;
import org.santral.server.numbers.PhoneNumbers;

/// Writes a book of customers through the server's own check and store, as an import writes it: with what its
/// search reads, and numbers as the server reads them.
public final class BookWriter {
    private static final int AT_ONCE = 2_000;

    private final CustomerStore store;
    private final CustomerCheck check;

    private BookWriter(DSLContext sql) {
        store = new CustomerStore(sql, InstantSource.system());
        check = new CustomerCheck(new PhoneNumbers("IR", "9"), Definitions.now(sql));
    }

    /// Empties the book and writes another.
    ///
    /// @return customers a second
    public static double writeAnew(BenchDatabase database, Consumer<BookWriter> work) throws SQLException {
        long began = System.nanoTime();
        try (var connection = database.connect()) {
            DSLContext sql = DSL.using(connection, SQLDialect.MARIADB);
            sql.execute("set foreign_key_checks = 0");
            for (String table : List.of(
                    "customer_word",
                    "customer_number",
                    "customer_mail",
                    "customer_change",
                    "customer_tag",
                    "customer_case",
                    "call_back",
                    "learned_number",
                    "customer")) {
                sql.execute("truncate " + table);
            }
            sql.execute("set foreign_key_checks = 1");
            work.accept(new BookWriter(sql));
            sql.execute("analyze table customer, customer_number, customer_word, customer_mail");
            return sql.fetchSingle("select count(*) from customer").get(0, Long.class)
                    / ((System.nanoTime() - began) / 1e9);
        }
    }

    /// @param made the form of each, counted from 0
    /// @return their ids, in this order
    public List<Long> write(int count, IntFunction<CustomerForm> made) {
        List<Long> ids = new ArrayList<>(count);
        for (int from = 0; from < count; from += AT_ONCE) {
            List<CheckedCustomer> some = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                some.add(checked(made.apply(i)));
            }
            ids.addAll(store.createAll(some, "bench"));
        }
        return ids;
    }

    private CheckedCustomer checked(CustomerForm form) {
        CustomerCheck.Result result = check.check(form);
        CheckedCustomer customer = result.customer();
        if (customer == null) {
            throw new IllegalStateException("refused: " + result.faults());
        }
        return customer;
    }

    public static CustomerForm.Number number(String written, String label) {
        return new CustomerForm.Number(null, written, null, label, false);
    }

    public static CustomerForm company(String name, List<CustomerForm.Number> numbers) {
        return form("COMPANY", name, null, numbers, null, List.of());
    }

    /// @param employer id of a company, null for none
    /// @param tags that are defined
    public static CustomerForm person(
            String name,
            @Nullable Long employer,
            List<CustomerForm.Number> numbers,
            @Nullable String mail,
            List<String> tags) {
        return form("PERSON", name, employer, numbers, mail, tags);
    }

    private static CustomerForm form(
            String kind,
            String name,
            @Nullable Long employer,
            List<CustomerForm.Number> numbers,
            @Nullable String mail,
            List<String> tags) {
        return new CustomerForm(
                kind,
                name,
                null,
                employer == null ? null : new CustomerForm.Company(employer, null),
                null,
                null,
                null,
                null,
                false,
                numbers,
                mail == null ? List.of() : List.of(new CustomerForm.Mail(mail, null)),
                List.of(),
                tags,
                List.of(),
                Map.of(),
                null,
                null);
    }
}
