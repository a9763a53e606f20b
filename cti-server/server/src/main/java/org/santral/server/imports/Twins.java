package org.santral.server.imports;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_MAIL;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CheckedCustomer;

/// Finds rows that are there already: equal in name and all numbers to a customer, or to a row before. Who has no
/// number is told apart by mail addresses.
final class Twins {
    private static final int MOST_SEEN = 2_000_000;

    private final KnownNumbers known;
    /// Of a dry run, which writes nothing that could be found: hashes, so that millions fit.
    private final @Nullable Set<Long> seen;

    Twins(KnownNumbers known, boolean dryRun) {
        this.known = known;
        this.seen = dryRun ? new HashSet<>() : null;
    }

    /// Which of these are not there yet, in their order.
    List<CheckedCustomer> newOnes(DSLContext in, List<CheckedCustomer> customers) {
        Map<Same, CheckedCustomer> different = new LinkedHashMap<>();
        customers.forEach(customer -> different.putIfAbsent(Same.of(customer), customer));
        Set<String> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> withoutNumber = new HashSet<>();
        different.forEach((same, customer) -> {
            String first = firstNumber(customer);
            if (first == null) {
                withoutNumber.add(customer.name());
            } else if (known.mayHave(first)) {
                numbers.add(first);
                names.add(customer.name());
            }
        });
        Set<Same> there = new HashSet<>();
        if (!numbers.isEmpty()) {
            there.addAll(read(
                    in,
                    in.select(CUSTOMER.ID, CUSTOMER.NAME)
                            .from(CUSTOMER_NUMBER)
                            .join(CUSTOMER)
                            .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                            .where(CUSTOMER_NUMBER.E164.in(numbers))
                            .and(CUSTOMER.NAME.in(names))
                            .fetch()));
        }
        if (!withoutNumber.isEmpty()) {
            there.addAll(read(
                    in,
                    in.select(CUSTOMER.ID, CUSTOMER.NAME)
                            .from(CUSTOMER)
                            .where(CUSTOMER.NAME.in(withoutNumber))
                            .andNotExists(in.selectOne()
                                    .from(CUSTOMER_NUMBER)
                                    .where(CUSTOMER_NUMBER.CUSTOMER_ID.eq(CUSTOMER.ID))
                                    .and(CUSTOMER_NUMBER.E164.isNotNull()))
                            .fetch()));
        }
        List<CheckedCustomer> found = new ArrayList<>();
        different.forEach((same, customer) -> {
            if (!there.contains(same) && isFirst(same)) {
                found.add(customer);
            }
        });
        return found;
    }

    private boolean isFirst(Same same) {
        return seen == null || seen.size() >= MOST_SEEN || seen.add(same.hash());
    }

    /// To be called when they are written.
    void added(List<CheckedCustomer> customers) {
        for (CheckedCustomer customer : customers) {
            customer.numbers().forEach(number -> {
                String e164 = number.e164();
                if (e164 != null) {
                    known.add(e164);
                }
            });
        }
    }

    private static @Nullable String firstNumber(CheckedCustomer customer) {
        for (CheckedCustomer.Number number : customer.numbers()) {
            String e164 = number.e164();
            if (e164 != null) {
                return e164;
            }
        }
        return null;
    }

    private static List<Same> read(DSLContext in, Result<Record2<Long, String>> found) {
        Map<Long, Set<Same.Number>> numbers = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        found.forEach(row -> {
            names.put(row.value1(), row.value2());
            numbers.put(row.value1(), new HashSet<>());
        });
        if (names.isEmpty()) {
            return List.of();
        }
        in.select(CUSTOMER_NUMBER.CUSTOMER_ID, CUSTOMER_NUMBER.RAW, CUSTOMER_NUMBER.E164, CUSTOMER_NUMBER.EXTENSION)
                .from(CUSTOMER_NUMBER)
                .where(CUSTOMER_NUMBER.CUSTOMER_ID.in(names.keySet()))
                .forEach(row -> numbers.computeIfAbsent(row.value1(), _ -> new HashSet<>())
                        .add(Same.Number.of(row.value2(), row.value3(), row.value4())));
        Map<Long, Set<String>> mails = mails(
                in,
                names.keySet().stream()
                        .filter(id -> numbers.getOrDefault(id, Set.of()).isEmpty())
                        .toList());
        List<Same> same = new ArrayList<>();
        names.forEach((id, name) ->
                same.add(new Same(name, numbers.getOrDefault(id, Set.of()), mails.getOrDefault(id, Set.of()))));
        return same;
    }

    private static Map<Long, Set<String>> mails(DSLContext in, List<Long> ids) {
        Map<Long, Set<String>> mails = new HashMap<>();
        if (!ids.isEmpty()) {
            in.select(CUSTOMER_MAIL.CUSTOMER_ID, CUSTOMER_MAIL.ADDRESS)
                    .from(CUSTOMER_MAIL)
                    .where(CUSTOMER_MAIL.CUSTOMER_ID.in(ids))
                    .forEach(row -> mails.computeIfAbsent(row.value1(), _ -> new HashSet<>())
                            .add(row.value2().toLowerCase(Locale.ROOT)));
        }
        return mails;
    }
}
