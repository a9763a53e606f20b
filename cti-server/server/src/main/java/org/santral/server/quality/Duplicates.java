package org.santral.server.quality;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.lower;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_MAIL;
import static org.santral.server.tables.Tables.CUSTOMER_NOT_SAME;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.CustomerRows;
import org.santral.server.customers.CustomerSummary;

/// Customers who are likely one, by what they share: how their names sound in whatever script, a number of their own, a
/// mail
/// address. Who was looked at and found to be two is not shown again.
final class Duplicates {
    private static final int MOST_OF_A_GROUP = 20;
    private static final Field<Long> STANDS_FOR = coalesce(CUSTOMER.MERGED_INTO, CUSTOMER.ID);

    private final DSLContext sql;
    private final CustomerRows rows;

    Duplicates(DSLContext sql, CustomerRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /// By what they are found.
    enum By {
        NAME,
        NUMBER,
        MAIL
    }

    /// @param shared the name's sound, the number or the address
    /// @param alsoShared what else two or more of them have in common
    record Group(By by, String shared, Set<By> alsoShared, List<CustomerSummary> customers) {}

    record Page(List<Group> groups, @Nullable String next) {}

    /// Groups in the order of what they share; groups of which all were found to be different people are left out.
    Page page(By by, String after, int limit) {
        List<Group> groups = new ArrayList<>();
        String last = after;
        while (true) {
            List<String> keys = keys(by, last, limit - groups.size());
            for (String key : keys) {
                Group group = group(by, key);
                if (group != null) {
                    groups.add(group);
                }
                last = key;
            }
            if (keys.isEmpty()) {
                return new Page(groups, null);
            }
            if (groups.size() >= limit) {
                return new Page(groups, last);
            }
        }
    }

    private List<String> keys(By by, String after, int limit) {
        return switch (by) {
            // One word is nobody's whole name: too many share it.
            case NAME ->
                sql.select(CUSTOMER.NAME_KEY)
                        .from(CUSTOMER)
                        .where(CUSTOMER.NAME_KEY.gt(after))
                        .and(CUSTOMER.NAME_KEY.contains(" "))
                        .and(CUSTOMER.MERGED_INTO.isNull())
                        .groupBy(CUSTOMER.NAME_KEY)
                        .having(count().gt(1))
                        .orderBy(CUSTOMER.NAME_KEY)
                        .limit(limit)
                        .fetch(CUSTOMER.NAME_KEY);
            case NUMBER ->
                sql.select(CUSTOMER_NUMBER.E164)
                        .from(CUSTOMER_NUMBER)
                        .join(CUSTOMER)
                        .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                        .where(CUSTOMER_NUMBER.E164.gt(after))
                        .and(CUSTOMER_NUMBER.EXTENSION.isNull())
                        .groupBy(CUSTOMER_NUMBER.E164)
                        .having(countDistinct(STANDS_FOR).gt(1))
                        .orderBy(CUSTOMER_NUMBER.E164)
                        .limit(limit)
                        .fetch(CUSTOMER_NUMBER.E164);
            case MAIL -> {
                Field<String> address = lower(CUSTOMER_MAIL.ADDRESS);
                yield sql.select(address)
                        .from(CUSTOMER_MAIL)
                        .join(CUSTOMER)
                        .on(CUSTOMER.ID.eq(CUSTOMER_MAIL.CUSTOMER_ID))
                        .where(CUSTOMER_MAIL.ADDRESS.gt(after))
                        .groupBy(CUSTOMER_MAIL.ADDRESS)
                        .having(countDistinct(STANDS_FOR).gt(1))
                        .orderBy(CUSTOMER_MAIL.ADDRESS)
                        .limit(limit)
                        .fetch(address);
            }
        };
    }

    private @Nullable Group group(By by, String key) {
        List<Long> ids = members(by, key);
        Set<Long> doubtful = new LinkedHashSet<>();
        Set<Long> different = different(ids);
        for (int i = 0; i < ids.size(); i++) {
            for (int k = i + 1; k < ids.size(); k++) {
                if (!different.contains(pair(i, k))) {
                    doubtful.add(ids.get(i));
                    doubtful.add(ids.get(k));
                }
            }
        }
        if (doubtful.isEmpty()) {
            return null;
        }
        List<CustomerSummary> customers = rows.summaries(List.copyOf(doubtful));
        return new Group(by, key, alsoShared(by, customers), customers);
    }

    private static long pair(int one, int other) {
        return (long) one * MOST_OF_A_GROUP + other;
    }

    /// Pairs that somebody found to be two, by their places in the list.
    private Set<Long> different(List<Long> ids) {
        Set<Long> pairs = new HashSet<>();
        sql.selectFrom(CUSTOMER_NOT_SAME)
                .where(CUSTOMER_NOT_SAME.ONE_ID.in(ids))
                .and(CUSTOMER_NOT_SAME.OTHER_ID.in(ids))
                .forEach(row -> {
                    int one = ids.indexOf(row.getOneId());
                    int other = ids.indexOf(row.getOtherId());
                    pairs.add(pair(Math.min(one, other), Math.max(one, other)));
                });
        return pairs;
    }

    private List<Long> members(By by, String key) {
        return switch (by) {
            case NAME ->
                sql.select(CUSTOMER.ID)
                        .from(CUSTOMER)
                        .where(CUSTOMER.NAME_KEY.eq(key))
                        .and(CUSTOMER.MERGED_INTO.isNull())
                        .orderBy(CUSTOMER.ID)
                        .limit(MOST_OF_A_GROUP)
                        .fetch(CUSTOMER.ID);
            case NUMBER ->
                sql.selectDistinct(STANDS_FOR)
                        .from(CUSTOMER_NUMBER)
                        .join(CUSTOMER)
                        .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                        .where(CUSTOMER_NUMBER.E164.eq(key))
                        .and(CUSTOMER_NUMBER.EXTENSION.isNull())
                        .orderBy(STANDS_FOR)
                        .limit(MOST_OF_A_GROUP)
                        .fetch(STANDS_FOR);
            case MAIL ->
                sql.selectDistinct(STANDS_FOR)
                        .from(CUSTOMER_MAIL)
                        .join(CUSTOMER)
                        .on(CUSTOMER.ID.eq(CUSTOMER_MAIL.CUSTOMER_ID))
                        .where(CUSTOMER_MAIL.ADDRESS.eq(key))
                        .orderBy(STANDS_FOR)
                        .limit(MOST_OF_A_GROUP)
                        .fetch(STANDS_FOR);
        };
    }

    private Set<By> alsoShared(By by, List<CustomerSummary> customers) {
        Set<By> also = new LinkedHashSet<>();
        List<Long> ids = customers.stream().map(CustomerSummary::id).toList();
        if (by != By.NAME && sameSound(ids)) {
            also.add(By.NAME);
        }
        if (by != By.NUMBER
                && isTwice(customers.stream()
                        .flatMap(one -> one.numbers().stream()
                                .filter(number -> number.e164() != null && number.extension() == null)
                                .map(CustomerSummary.Number::e164)
                                .distinct())
                        .toList())) {
            also.add(By.NUMBER);
        }
        if (by != By.MAIL
                && isTwice(customers.stream()
                        .flatMap(one -> one.mails().stream()
                                .map(mail -> mail.toLowerCase(Locale.ROOT))
                                .distinct())
                        .toList())) {
            also.add(By.MAIL);
        }
        return also;
    }

    private boolean sameSound(List<Long> ids) {
        return isTwice(sql.select(CUSTOMER.NAME_KEY)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.in(ids))
                .and(CUSTOMER.NAME_KEY.ne(""))
                .fetch(CUSTOMER.NAME_KEY));
    }

    private static boolean isTwice(List<String> values) {
        Map<String, Long> counts = values.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        return counts.values().stream().anyMatch(many -> many > 1);
    }

    /// Somebody looked, and they are two.
    void notSame(long one, long other, Instant at, String login) {
        sql.insertInto(CUSTOMER_NOT_SAME)
                .set(CUSTOMER_NOT_SAME.ONE_ID, Math.min(one, other))
                .set(CUSTOMER_NOT_SAME.OTHER_ID, Math.max(one, other))
                .set(CUSTOMER_NOT_SAME.AT, at)
                .set(CUSTOMER_NOT_SAME.LOGIN, login)
                .onDuplicateKeyIgnore()
                .execute();
    }
}
