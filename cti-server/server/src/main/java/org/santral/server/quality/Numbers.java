package org.santral.server.quality;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.GONE_NUMBER;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.site.Site;

/// Numbers of customers that somebody should look at.
final class Numbers {
    private static final Field<Long> STANDS_FOR = coalesce(CUSTOMER.MERGED_INTO, CUSTOMER.ID);

    /// When the network said last that nobody has it; null if it did not.
    private static final Field<Instant> TOLD_AT =
            field(select(GONE_NUMBER.TOLD_AT).from(GONE_NUMBER).where(GONE_NUMBER.E164.eq(CUSTOMER_NUMBER.E164)));

    private static final int SOME = 10;

    private final DSLContext sql;
    private final PhoneNumbers numbers;
    private final Site site;

    Numbers(DSLContext sql, PhoneNumbers numbers, Site site) {
        this.sql = sql;
        this.numbers = numbers;
        this.site = site;
    }

    /// @param reason `internal`: one of our own extensions; `short`: too few digits for a number of any country;
    ///     `unreadable`: no number of any country; `moved`: somebody of us wrote that it reaches nobody any more;
    ///     `gone`: the network said so when one of us called it the last time
    /// @param movedAt since when `moved` or `gone` is known, null for the others
    record Doubtful(
            long id,
            Whose customer,
            String raw,
            String display,
            String label,
            String reason,
            @Nullable Instant movedAt) {}

    record Whose(long id, String name) {}

    /// @param customers how many have it for themselves
    record Shared(String e164, String display, int customers, List<Whose> some) {}

    record Page<T>(List<T> found, @Nullable String next) {}

    /// In the order in which they came into the book.
    Page<Doubtful> invalid(long after, int limit) {
        return doubtful(CUSTOMER_NUMBER.E164.isNull(), after, limit);
    }

    Page<Doubtful> moved(long after, int limit) {
        Condition gone = CUSTOMER_NUMBER.E164.in(select(GONE_NUMBER.E164).from(GONE_NUMBER));
        return doubtful(CUSTOMER_NUMBER.MOVED_AT.isNotNull().or(gone), after, limit);
    }

    private Page<Doubtful> doubtful(Condition which, long after, int limit) {
        List<Doubtful> found = sql.select(
                        CUSTOMER_NUMBER.ID,
                        STANDS_FOR,
                        CUSTOMER.NAME,
                        CUSTOMER_NUMBER.RAW,
                        CUSTOMER_NUMBER.LABEL,
                        CUSTOMER_NUMBER.E164,
                        CUSTOMER_NUMBER.MOVED_AT,
                        TOLD_AT)
                .from(CUSTOMER_NUMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                .where(which)
                .and(CUSTOMER_NUMBER.ID.gt(after))
                .orderBy(CUSTOMER_NUMBER.ID)
                .limit(limit + 1)
                .fetch(this::doubtful);
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit),
                        Long.toString(found.get(limit - 1).id()));
    }

    private Doubtful doubtful(Record row) {
        String raw = row.get(CUSTOMER_NUMBER.RAW);
        Instant moved = row.get(CUSTOMER_NUMBER.MOVED_AT);
        String known = moved == null ? "gone" : "moved";
        return new Doubtful(
                row.get(CUSTOMER_NUMBER.ID),
                new Whose(row.get(STANDS_FOR), row.get(CUSTOMER.NAME)),
                raw,
                numbers.display(raw),
                row.get(CUSTOMER_NUMBER.LABEL),
                row.get(CUSTOMER_NUMBER.E164) != null ? known : reason(raw),
                moved == null ? row.get(TOLD_AT) : moved);
    }

    /// By the plan of the house, not by length: a short number that is nobody's extension is only short.
    private String reason(String raw) {
        String digits = raw.codePoints()
                .filter(Character::isDigit)
                .map(c -> '0' + Character.digit(c, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (site.phoneWithExtension(digits).isPresent() || site.did(digits).isPresent()) {
            return "internal";
        }
        return digits.length() < PhoneNumbers.SHORTEST ? "short" : "unreadable";
    }

    /// Numbers that several have for themselves, without extension, in the order of their digits.
    Page<Shared> shared(String after, int limit) {
        Field<Integer> customers = countDistinct(STANDS_FOR);
        List<Shared> found = sql.select(CUSTOMER_NUMBER.E164, customers)
                .from(CUSTOMER_NUMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                .where(CUSTOMER_NUMBER.E164.gt(after))
                .and(CUSTOMER_NUMBER.EXTENSION.isNull())
                .groupBy(CUSTOMER_NUMBER.E164)
                .having(customers.gt(1))
                .orderBy(CUSTOMER_NUMBER.E164)
                .limit(limit + 1)
                .fetch(row -> new Shared(row.value1(), numbers.display(row.value1()), row.value2(), List.of()));
        List<Shared> shown = found.size() <= limit ? found : found.subList(0, limit);
        List<Shared> named = shown.stream()
                .map(one -> new Shared(one.e164(), one.display(), one.customers(), who(one.e164())))
                .toList();
        return new Page<>(named, found.size() <= limit ? null : named.getLast().e164());
    }

    private List<Whose> who(String e164) {
        var winner = CUSTOMER.as("winner");
        return sql.selectDistinct(winner.ID, winner.NAME)
                .from(CUSTOMER_NUMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                .join(winner)
                .on(winner.ID.eq(STANDS_FOR))
                .where(CUSTOMER_NUMBER.E164.eq(e164))
                .and(CUSTOMER_NUMBER.EXTENSION.isNull())
                .orderBy(winner.ID)
                .limit(SOME)
                .fetch(row -> new Whose(row.value1(), row.value2()));
    }
}
