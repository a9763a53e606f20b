package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER_CHANGE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerChangeWhat;

/// Everything that happened to customers, in one order, for those who keep in step.
///
/// Numbers are given when a change begins and seen when it is committed, so a later number may be seen first. A reader
/// waits for changes that are being written, and stops before a number that is missing until it is old enough to
/// be known to have come to nothing: nobody ever reads past a change.
public final class Changes {
    static final Duration UNTIL_IT_CAME_TO_NOTHING = Duration.ofSeconds(10);

    private final DSLContext sql;
    private final InstantSource clock;

    public Changes(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param other of a MERGED or UNMERGED customer
    /// @param by login, null where nobody did it
    public record Change(
            long seq,
            long customer,
            CustomerChangeWhat what,
            @Nullable Long other,
            @Nullable String source,
            @Nullable String sourceKey,
            Instant at,
            @Nullable String by) {}

    static Rows rows() {
        return new Rows(
                CUSTOMER_CHANGE,
                CUSTOMER_CHANGE.CUSTOMER_ID,
                CUSTOMER_CHANGE.WHAT,
                CUSTOMER_CHANGE.SOURCE,
                CUSTOMER_CHANGE.SOURCE_KEY,
                CUSTOMER_CHANGE.AT,
                CUSTOMER_CHANGE.LOGIN);
    }

    /// Of one customer, in the transaction that changes it.
    static void add(
            DSLContext in,
            long customer,
            CustomerChangeWhat what,
            @Nullable String source,
            @Nullable String sourceKey,
            Instant at,
            String login) {
        Rows rows = rows();
        rows.add(customer, what, source, sourceKey, at, login);
        rows.insert(in);
    }

    /// @param after the last number that was read, 0 for all
    public List<Change> after(long after, int limit) {
        List<Change> found = sql.selectFrom(CUSTOMER_CHANGE)
                .where(CUSTOMER_CHANGE.SEQ.gt(after))
                .orderBy(CUSTOMER_CHANGE.SEQ)
                .limit(limit)
                .forShare()
                .fetch(row -> new Change(
                        row.getSeq(),
                        row.getCustomerId(),
                        row.getWhat(),
                        row.getOtherId(),
                        row.getSource(),
                        row.getSourceKey(),
                        row.getAt(),
                        row.getLogin()));
        Instant young = clock.instant().minus(UNTIL_IT_CAME_TO_NOTHING);
        List<Change> whole = new ArrayList<>();
        long last = after;
        for (Change change : found) {
            boolean gap = change.seq() != last + 1 && last != 0;
            if (gap && change.at().isAfter(young)) {
                break;
            }
            whole.add(change);
            last = change.seq();
        }
        return whole;
    }
}
