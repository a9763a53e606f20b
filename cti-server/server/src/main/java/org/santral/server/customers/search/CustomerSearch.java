package org.santral.server.customers.search;

import static org.jooq.impl.DSL.coalesce;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_MAIL;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.tables.Customer;
import org.santral.server.tables.tables.records.CustomerNumberRecord;

/// Finds customers by what somebody is typing: words of a name or company, a number in any written form, a mail
/// address.
///
/// The order is always the same for the same customers, and the page says nothing else:
/// 1. who has the whole number, or the whole mail address, that was typed;
/// 2. whose number begins with it, as it is dialled at home or abroad;
/// 3. who has all typed words, the last one perhaps only begun: in their own name before in their company's, whole
///    words before begun ones, the first typed word at the beginning of the name before elsewhere, short names
///    before long ones;
/// 4. whose number ends with the digits;
/// 5. whose mail address begins with it;
/// 6. whose words sound like the typed ones, in whatever script they are written; asked only where the other ways
///    found fewer than 100.
///
/// Within the same, by name and then by the older customer. At most 200 are looked at: whoever shares a name with more
/// than that is found by typing more, also among a part of all customers.
public final class CustomerSearch {
    /// As many as are ranked.
    public static final int MOST = 200;

    private static final int ENOUGH = 100;
    private static final int MOST_WRITTEN = 100;
    private static final int MOST_BY_NUMBER = 50;

    private final DSLContext sql;
    private final PhoneNumbers numbers;
    private final WordQueries words;

    public CustomerSearch(DSLContext sql, PhoneNumbers numbers) {
        this.sql = sql;
        this.numbers = numbers;
        this.words = new WordQueries(sql);
    }

    /// @param ids best first
    /// @param next for `after` of the next page, null on the last one
    public record Page(List<Long> ids, @Nullable String next) {}

    /// @param after from the page before, null for the first
    /// @throws IllegalArgumentException for an `after` that is none
    public Page page(String text, @Nullable String after, int limit) {
        return page(text, Among.ALL, after, limit);
    }

    /// The same among a part of all customers.
    public Page page(String text, Among among, @Nullable String after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after);
        if (from < 0 || from > MOST) {
            throw new IllegalArgumentException("no place in what was found: " + after);
        }
        List<Long> found = found(Typed.of(text, numbers), among);
        int to = Math.min(found.size(), from + limit);
        return new Page(
                from >= to ? List.of() : found.subList(from, to), to < found.size() ? Integer.toString(to) : null);
    }

    private List<Long> found(Typed typed, Among among) {
        Map<Long, How> found = new HashMap<>();
        byNumber(typed, found);
        byMail(typed, found);
        if (!typed.words().isEmpty()) {
            add(found, words.written(typed.words(), MOST_WRITTEN), How.WRITTEN);
            if (found.size() < ENOUGH) {
                add(found, words.heard(typed.words(), ENOUGH), How.HEARD);
            }
        }
        return ranked(typed, among, found);
    }

    private void byNumber(Typed typed, Map<Long, How> found) {
        if (typed.number() != null) {
            add(found, having(CUSTOMER_NUMBER.E164.eq(typed.number()), CUSTOMER_NUMBER.E164), How.WHOLE);
        }
        for (String beginning : typed.beginnings()) {
            add(found, having(CUSTOMER_NUMBER.E164.like(beginning + "%"), CUSTOMER_NUMBER.E164), How.NUMBER_BEGINS);
        }
        String digits = typed.lastDigits();
        if (digits != null) {
            String backwards = new StringBuilder(digits).reverse().toString();
            add(
                    found,
                    having(CUSTOMER_NUMBER.BACKWARDS.like(backwards + "%"), CUSTOMER_NUMBER.BACKWARDS),
                    How.NUMBER_ENDS);
        }
    }

    private List<Long> having(Condition number, TableField<CustomerNumberRecord, String> order) {
        return sql.select(CUSTOMER_NUMBER.CUSTOMER_ID)
                .from(CUSTOMER_NUMBER)
                .where(number)
                .orderBy(order, CUSTOMER_NUMBER.ID)
                .limit(MOST_BY_NUMBER)
                .fetch(CUSTOMER_NUMBER.CUSTOMER_ID);
    }

    private void byMail(Typed typed, Map<Long, How> found) {
        String mail = typed.mail();
        if (mail == null) {
            return;
        }
        String beginning = mail.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        sql.select(CUSTOMER_MAIL.CUSTOMER_ID, CUSTOMER_MAIL.ADDRESS)
                .from(CUSTOMER_MAIL)
                .where(CUSTOMER_MAIL.ADDRESS.like(beginning))
                .orderBy(CUSTOMER_MAIL.ADDRESS, CUSTOMER_MAIL.ID)
                .limit(MOST_BY_NUMBER)
                .forEach(row -> found.merge(
                        row.value1(),
                        row.value2().equalsIgnoreCase(mail) ? How.WHOLE : How.MAIL_BEGINS,
                        CustomerSearch::better));
    }

    private static void add(Map<Long, How> found, Collection<Long> ids, How how) {
        ids.forEach(id -> found.merge(id, how, CustomerSearch::better));
    }

    private static How better(How one, How other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private List<Long> ranked(Typed typed, Among among, Map<Long, How> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Customer shown = CUSTOMER.as("shown");
        Field<Long> shownId = coalesce(CUSTOMER.MERGED_INTO, CUSTOMER.ID);
        return sql
                .select(CUSTOMER.ID, shown.ID, shown.NAME, shown.SAY_AS)
                .from(CUSTOMER)
                .join(shown)
                .on(shown.ID.eq(shownId))
                .where(CUSTOMER.ID.in(found.keySet()))
                .and(among.of(shown))
                .fetch()
                .stream()
                .map(row -> Ranked.of(
                        typed, found.getOrDefault(row.value1(), How.HEARD), row.value2(), row.value3(), row.value4()))
                .sorted(Comparator.naturalOrder())
                .map(Ranked::id)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
