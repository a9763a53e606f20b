package org.santral.server.customers.access;

import static org.jooq.impl.DSL.noCondition;
import static org.santral.server.tables.Tables.CUSTOMER_ACCESS;
import static org.santral.server.tables.Tables.PERSON;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerAccessWhat;

/// Who viewed, edited or exported whom. Says which fields, never a value.
public final class AccessLog {
    /// A page that asks again is one look.
    private static final Duration ONE_LOOK = Duration.ofMinutes(5);

    private static final int LONGEST = 500;

    private final DSLContext sql;
    private final InstantSource clock;
    private final Map<String, Instant> listed = new ConcurrentHashMap<>();

    public AccessLog(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param id of the entry: what comes before it is asked for by it
    public record Access(long id, CustomerAccessWhat what, By by, Instant at, String detail) {}

    public record By(String login, String name) {}

    /// Before anything is shown: what cannot be written down is not shown.
    public void viewed(String login, long customer) {
        Instant now = clock.instant();
        boolean known = sql.fetchExists(
                CUSTOMER_ACCESS,
                CUSTOMER_ACCESS
                        .CUSTOMER_ID
                        .eq(customer)
                        .and(CUSTOMER_ACCESS.AT.gt(now.minus(ONE_LOOK)))
                        .and(CUSTOMER_ACCESS.LOGIN.eq(login))
                        .and(CUSTOMER_ACCESS.WHAT.eq(CustomerAccessWhat.VIEWED)));
        if (!known) {
            write(sql, login, customer, CustomerAccessWhat.VIEWED, "");
        }
    }

    /// Lists and searches show many at once, with every key that is typed: written down once for each person and five
    /// minutes.
    public void listed(String login) {
        Instant now = clock.instant();
        Instant before = listed.get(login);
        if (before == null || before.plus(ONE_LOOK).isBefore(now)) {
            write(sql, login, null, CustomerAccessWhat.VIEWED, "lists and searches");
            listed.put(login, now);
        }
    }

    /// @param in the transaction of what is written down
    /// @param customer null where it was many at once
    public void write(DSLContext in, String login, @Nullable Long customer, CustomerAccessWhat what, String detail) {
        in.insertInto(CUSTOMER_ACCESS)
                .set(CUSTOMER_ACCESS.CUSTOMER_ID, customer)
                .set(CUSTOMER_ACCESS.LOGIN, login)
                .set(CUSTOMER_ACCESS.WHAT, what)
                .set(CUSTOMER_ACCESS.DETAIL, detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail)
                .set(CUSTOMER_ACCESS.AT, clock.instant())
                .execute();
    }

    /// Newest first; of customers that are gone as well.
    ///
    /// @param before only entries with a smaller id, null for the newest
    public List<Access> of(long customer, @Nullable Long before, int limit) {
        return sql.select(
                        CUSTOMER_ACCESS.ID,
                        CUSTOMER_ACCESS.WHAT,
                        CUSTOMER_ACCESS.LOGIN,
                        PERSON.NAME,
                        CUSTOMER_ACCESS.AT,
                        CUSTOMER_ACCESS.DETAIL)
                .from(CUSTOMER_ACCESS)
                .leftJoin(PERSON)
                .on(PERSON.LOGIN.eq(CUSTOMER_ACCESS.LOGIN))
                .where(CUSTOMER_ACCESS.CUSTOMER_ID.eq(customer))
                .and(before == null ? noCondition() : CUSTOMER_ACCESS.ID.lt(before))
                .orderBy(CUSTOMER_ACCESS.ID.desc())
                .limit(limit)
                .fetch(row -> new Access(
                        row.value1(),
                        row.value2(),
                        new By(row.value3(), row.value4() == null ? row.value3() : row.value4()),
                        row.value5(),
                        row.value6()));
    }
}
