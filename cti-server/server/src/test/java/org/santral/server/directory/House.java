package org.santral.server.directory;

import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CUSTOMER;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.santral.caller.Caller;
import org.santral.caller.CallerPolicy;
import org.santral.caller.LookUp;
import org.santral.pbx.Party;
import org.santral.server.numbers.PhoneNumbers;

/// A site in some country: its book and the real directory over it.
final class House {
    static final Duration BUDGET = Duration.ofMillis(200);

    private final DSLContext sql;
    private final PhoneNumbers numbers;

    /// @param outsideLine what is dialled inside the house to get out
    House(DSLContext sql, String country, String outsideLine) {
        this.sql = sql;
        this.numbers = new PhoneNumbers(country, outsideLine);
    }

    Shelf shelf() {
        return new Shelf(sql, numbers);
    }

    BudgetedDirectory directory(Duration budget) {
        return new BudgetedDirectory(
                numbers,
                new Book(sql),
                new Lessons(sql, InstantSource.system()),
                new CustomerNames(),
                budget,
                new Promptness(System::nanoTime));
    }

    /// As patient as a test, whatever else the machine does.
    BudgetedDirectory directory() {
        return directory(Duration.ofSeconds(20));
    }

    /// As the model asks: what a caller sent is classed and cleaned first.
    LookUp ask(String signalled) {
        Caller caller = CallerPolicy.stranger(new Party(signalled, "", Party.Presentation.ALLOWED));
        return directory().lookUp(caller, late -> {});
    }

    List<Long> candidates(String signalled) {
        return Line.candidates(ask(signalled));
    }

    /// Nobody in the book, and no calls.
    static void empty(DSLContext sql) {
        sql.deleteFrom(CALL_RECORD).execute();
        sql.update(CUSTOMER)
                .setNull(CUSTOMER.COMPANY_ID)
                .setNull(CUSTOMER.MERGED_INTO)
                .execute();
        sql.deleteFrom(CUSTOMER).execute();
    }
}
