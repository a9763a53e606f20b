package org.santral.server.customers.timeline;

import static org.santral.server.tables.Tables.CUSTOMER_NOTE;
import static org.santral.server.tables.Tables.PERSON;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.people.Person;

/// What colleagues wrote about a customer.
public final class Notes implements TimelineSource {
    /// Of one note, in characters.
    public static final int LONGEST = 2_000;

    private final DSLContext sql;
    private final InstantSource clock;

    public Notes(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param by null where nobody is known to have written it
    public record Note(
            String kind, Instant at, String id, @Nullable By by, String text) implements TimelineEntry {}

    public record By(String login, String name) {}

    /// @param in the transaction it belongs to
    public Note add(DSLContext in, long customer, Person by, String text) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Long id = in.insertInto(CUSTOMER_NOTE)
                .set(CUSTOMER_NOTE.CUSTOMER_ID, customer)
                .set(CUSTOMER_NOTE.AT, at)
                .set(CUSTOMER_NOTE.LOGIN, by.login())
                .set(CUSTOMER_NOTE.TEXT, text)
                .returningResult(CUSTOMER_NOTE.ID)
                .fetchSingle()
                .value1();
        return new Note("note", at, id.toString(), new By(by.login(), by.name()), text);
    }

    @Override
    public List<Note> of(Collection<Long> customers, Instant upTo, int most, Person reader) {
        return sql.select(CUSTOMER_NOTE.ID, CUSTOMER_NOTE.AT, CUSTOMER_NOTE.LOGIN, PERSON.NAME, CUSTOMER_NOTE.TEXT)
                .from(CUSTOMER_NOTE)
                .leftJoin(PERSON)
                .on(PERSON.LOGIN.eq(CUSTOMER_NOTE.LOGIN))
                .where(CUSTOMER_NOTE.CUSTOMER_ID.in(customers))
                .and(CUSTOMER_NOTE.AT.le(upTo))
                .orderBy(CUSTOMER_NOTE.AT.desc(), CUSTOMER_NOTE.ID.desc())
                .limit(most)
                .fetch(row -> new Note(
                        "note",
                        row.value2(),
                        row.value1().toString(),
                        row.value3() == null
                                ? null
                                : new By(row.value3(), row.value4() == null ? row.value3() : row.value4()),
                        row.value5()));
    }
}
