package org.santral.bench.search;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BookWriter;
import org.santral.server.customers.form.CustomerForm;

/// Many customers in four scripts, with numbers, companies and mail addresses, written as an import writes
/// them. Always the same ones.
final class SearchBook {
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
        return BookWriter.writeAnew(database, writer -> {
            List<Long> companies = writer.write(COMPANIES, i -> BookWriter.company(company(i), List.of()));
            writer.write(customers, i -> person(one(i), companies));
        });
    }

    private static CustomerForm person(One one, List<Long> companies) {
        String company = one.company();
        Long employer = company == null
                ? null
                : companies.get(Integer.parseInt(company.substring(company.lastIndexOf(' ') + 1)));
        return BookWriter.person(
                one.name(), employer, List.of(BookWriter.number(one.number(), "mobile")), one.mail(), List.of());
    }
}
