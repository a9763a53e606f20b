package org.santral.server.directory;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.SEGMENT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;
import org.santral.server.numbers.PhoneNumbers;

/// The tables of customers, asked by number.
final class Book {
    /// A number that more people share than this is a switchboard nobody has told us about.
    private static final int MOST_CANDIDATES = 20;

    private static final int LAST_CONTACTS = 3;

    private final DSLContext sql;

    Book(DSLContext sql) {
        this.sql = sql;
    }

    /// Ranked: the surest match first, of equal ones who was in contact last, then the older customer.
    List<Candidate> withNumber(PhoneNumbers.Reading reading) {
        var company = CUSTOMER.as("company");
        List<Candidate> found = new ArrayList<>();
        for (Record row : sql.select(
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        company.NAME.as("company_name"),
                        SEGMENT.NAME.as("segment_name"),
                        CUSTOMER.LANGUAGE,
                        PERSON.LOGIN,
                        CUSTOMER.WARNING,
                        CUSTOMER_NUMBER.EXTENSION,
                        CUSTOMER_NUMBER.LABEL)
                .from(CUSTOMER_NUMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                .leftJoin(company)
                .on(company.ID.eq(CUSTOMER.COMPANY_ID))
                .leftJoin(SEGMENT)
                .on(SEGMENT.ID.eq(CUSTOMER.SEGMENT_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(CUSTOMER.OWNER_ID))
                .where(CUSTOMER_NUMBER.E164.eq(reading.e164()))
                // Where more share it than are shown, those who have it for themselves are not the ones left out.
                .orderBy(
                        CUSTOMER_NUMBER.EXTENSION.isNull().desc(),
                        CUSTOMER_NUMBER.EXTENSION.eq(reading.extension()).desc(),
                        CUSTOMER.ID)
                .limit(MOST_CANDIDATES)) {
            found.add(candidate(row, reading));
        }
        // Who has the number for themselves goes before everybody who sits behind the same switchboard; but any of
        // those may be the one who calls.
        return found.stream()
                .sorted(Comparator.comparing(Book::isBehindSwitchboard)
                        .thenComparing(Candidate::quality)
                        .thenComparing(Book::newestContact, Comparator.reverseOrder())
                        .thenComparing(candidate -> candidate.customer().id()))
                .toList();
    }

    private static boolean isBehindSwitchboard(Candidate candidate) {
        return candidate.quality() == MatchQuality.EXTENSION_OF_COMPANY;
    }

    private static long newestContact(Candidate candidate) {
        return candidate.customer().lastContacts().isEmpty()
                ? 0
                : candidate.customer().lastContacts().getFirst().at().toEpochMilli();
    }

    private Candidate candidate(Record row, PhoneNumbers.Reading reading) {
        long id = row.get(CUSTOMER.ID);
        String owner = row.get(PERSON.LOGIN);
        Customer customer = new Customer(
                id,
                row.get(CUSTOMER.NAME),
                row.get(field(name("company_name"), String.class)),
                row.get(field(name("segment_name"), String.class)),
                row.get(CUSTOMER.LANGUAGE),
                owner == null ? null : new AgentId(owner),
                row.get(CUSTOMER.WARNING),
                lastContacts(id));
        return new Candidate(
                customer, quality(row.get(CUSTOMER_NUMBER.EXTENSION), reading), row.get(CUSTOMER_NUMBER.LABEL));
    }

    private static MatchQuality quality(@Nullable String extension, PhoneNumbers.Reading reading) {
        if (extension != null && !extension.equals(reading.extension())) {
            return MatchQuality.EXTENSION_OF_COMPANY;
        }
        return reading.assumed() ? MatchQuality.NATIONAL : MatchQuality.EXACT;
    }

    private List<Customer.Contact> lastContacts(long customer) {
        return sql.select(CALL_RECORD.STARTED_AT, CALL_RECORD.DIRECTION, CALL_RECORD.OUTCOME, CALL_RECORD.AGENT)
                .from(CALL_RECORD)
                .where(CALL_RECORD.CUSTOMER_ID.eq(customer))
                .and(CALL_RECORD.ENDED_AT.isNotNull())
                .and(CALL_RECORD.PART_OF.isNull())
                .orderBy(CALL_RECORD.STARTED_AT.desc())
                .limit(LAST_CONTACTS)
                .fetch(row -> new Customer.Contact(
                        row.value1(), row.value2().getLiteral(), row.value3().getLiteral(), row.value4()));
    }
}
