package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_WORD;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.names.Sound;
import org.santral.server.customers.names.Words;

/// The words that customers are found by: those of their name, of how it is said, and of the company they work for.
final class FoundBy {
    private static final int AT_ONCE = 500;

    private FoundBy() {}

    static Set<String> words(String name, @Nullable String sayAs, @Nullable String company) {
        // Sorted, so that whoever writes many meets the others' locks in one order.
        Set<String> words = new TreeSet<>(Words.toFind(name));
        if (sayAs != null) {
            words.addAll(Words.toFind(sayAs));
        }
        if (company != null) {
            words.addAll(Words.toFind(company));
        }
        return words;
    }

    static Rows rows() {
        return new Rows(CUSTOMER_WORD, CUSTOMER_WORD.WORD, CUSTOMER_WORD.CUSTOMER_ID, CUSTOMER_WORD.SOUND);
    }

    static void add(Rows rows, long id, Set<String> words) {
        words.forEach(word -> rows.add(word, id, Sound.of(word)));
    }

    static void rewrite(DSLContext in, long id, Set<String> words) {
        in.deleteFrom(CUSTOMER_WORD).where(CUSTOMER_WORD.CUSTOMER_ID.eq(id)).execute();
        Rows rows = rows();
        add(rows, id, words);
        rows.insert(in);
    }

    /// Everybody who works there is found by the company's name as it is now.
    ///
    /// @param name null when they do not work there any more
    static void rewriteThoseOf(DSLContext in, long company, @Nullable String name) {
        long last = 0;
        while (true) {
            List<Record3<Long, String, String>> people =
                    List.copyOf(in.select(CUSTOMER.ID, CUSTOMER.NAME, CUSTOMER.SAY_AS)
                            .from(CUSTOMER)
                            .where(CUSTOMER.COMPANY_ID.eq(company))
                            .and(CUSTOMER.ID.gt(last))
                            .orderBy(CUSTOMER.ID)
                            .limit(AT_ONCE)
                            .fetch());
            if (people.isEmpty()) {
                return;
            }
            in.deleteFrom(CUSTOMER_WORD)
                    .where(CUSTOMER_WORD.CUSTOMER_ID.in(
                            people.stream().map(Record3::value1).toList()))
                    .execute();
            Rows rows = rows();
            people.forEach(person -> add(rows, person.value1(), words(person.value2(), person.value3(), name)));
            rows.insert(in);
            last = people.getLast().value1();
        }
    }
}
