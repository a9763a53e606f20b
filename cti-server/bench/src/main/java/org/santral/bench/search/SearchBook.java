package org.santral.bench.search;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.santral.bench.house.BenchDatabase;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.customers.form.Definitions;
import org.santral.server.numbers.PhoneNumbers;

/// Many customers in four scripts, with numbers, companies and mail addresses, written as an import writes them.
/// Always the same ones.
final class SearchBook {
    private static final int AT_ONCE = 2_000;
    private static final int COMPANIES = 20_000;

    private final int customers;

    SearchBook(int customers) {
        this.customers = customers;
    }

    /// One of them, as it can be typed.
    ///
    /// @param company null where they work nowhere
    record One(
            Names script,
            Names.Choice choice,
            String name,
            @Nullable String company,
            String number,
            @Nullable String mail) {}

    One one(int i) {
        Random random = new Random(i);
        random.nextInt();
        Names script = Names.values()[random.nextInt(Names.values().length)];
        Names.Choice choice = Names.Choice.any(random);
        int company = random.nextInt(3) == 0 ? random.nextInt(COMPANIES) : -1;
        return new One(
                script,
                choice,
                script.person(choice),
                company < 0 ? null : company(company),
                String.format(Locale.ROOT, "091%08d", (i * 37L) % 100_000_000),
                random.nextInt(3) == 0
                        ? Names.LATIN.person(choice).replace(' ', '.').toLowerCase(Locale.ROOT) + i + "@example.com"
                        : null);
    }

    private static String company(int number) {
        return Names.values()[number % 4].company(number);
    }

    /// Writes them unless an earlier run did.
    ///
    /// @return customers a second, 0 when nothing had to be written
    double fill(BenchDatabase database) throws SQLException {
        if (database.count("select count(*) from customer") == customers + COMPANIES) {
            return 0;
        }
        long began = System.nanoTime();
        try (var connection = database.connect()) {
            DSLContext sql = DSL.using(connection, SQLDialect.MARIADB);
            sql.execute("set foreign_key_checks = 0");
            for (String table :
                    List.of("customer_word", "customer_number", "customer_mail", "customer_change", "customer")) {
                sql.execute("truncate " + table);
            }
            sql.execute("set foreign_key_checks = 1");
            CustomerStore store = new CustomerStore(sql, InstantSource.system());
            CustomerCheck check = new CustomerCheck(new PhoneNumbers("IR", "9"), Definitions.now(sql));
            List<Long> companies =
                    write(store, COMPANIES, i -> checked(check, "COMPANY", company(i), null, null, null));
            write(store, customers, i -> {
                One one = one(i);
                String company = one.company();
                Long employer = company == null
                        ? null
                        : companies.get(Integer.parseInt(company.substring(company.lastIndexOf(' ') + 1)));
                return checked(check, "PERSON", one.name(), employer, one.number(), one.mail());
            });
            sql.execute("analyze table customer, customer_number, customer_word, customer_mail");
        }
        return (customers + COMPANIES) / ((System.nanoTime() - began) / 1e9);
    }

    private static List<Long> write(
            CustomerStore store, int count, java.util.function.IntFunction<CheckedCustomer> made) {
        List<Long> ids = new ArrayList<>(count);
        for (int from = 0; from < count; from += AT_ONCE) {
            List<CheckedCustomer> some = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                some.add(made.apply(i));
            }
            ids.addAll(store.createAll(some, "bench"));
        }
        return ids;
    }

    private static CheckedCustomer checked(
            CustomerCheck check,
            String kind,
            String name,
            @Nullable Long company,
            @Nullable String number,
            @Nullable String mail) {
        CustomerCheck.Result result = check.check(new CustomerForm(
                kind,
                name,
                null,
                company == null ? null : new CustomerForm.Company(company, null),
                null,
                null,
                null,
                null,
                false,
                number == null ? List.of() : List.of(new CustomerForm.Number(null, number, null, "mobile", false)),
                mail == null ? List.of() : List.of(new CustomerForm.Mail(mail, null)),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                null,
                null));
        CheckedCustomer customer = result.customer();
        if (customer == null) {
            throw new IllegalStateException("refused: " + result.faults());
        }
        return customer;
    }
}
