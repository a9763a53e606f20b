package org.santral.server.customers.search;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.santral.server.tables.Tables.CUSTOMER_WORD;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.santral.server.customers.names.Sound;
import org.santral.server.tables.tables.CustomerWord;

/// Who is found by words. However many share them, the work is bounded: a single word is read from the index in its
/// order; of several, the rarest is read and the others are looked up customer by customer.
final class WordQueries {
    /// How many of a word are counted, to see which is the rarest.
    private static final int COUNTED = 2_000;
    /// Of a word that is shared by more, only so many are looked at: few first, more where those gave few.
    private static final int LOOKED_AT = 1_000;

    private static final int LOOKED_AT_AGAIN = 10_000;
    private static final int FEW = 50;

    private static final String BY_CUSTOMER = "customer_word_customer";

    private final DSLContext sql;

    WordQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// One word as it is looked for: in which order its index has it, and which of the rows.
    private record Sought(boolean bySound, String text, String other, boolean begun) {
        static Sought written(String word, boolean begun) {
            return new Sought(false, word, word, begun);
        }

        /// Of a word that is only begun, an *h* at its end may be in its middle.
        static Sought heard(String word, boolean begun) {
            return new Sought(true, Sound.of(word), begun ? Sound.of(word + "a") : Sound.of(word), begun);
        }

        Condition in(CustomerWord rows) {
            Field<String> column = bySound ? rows.SOUND : rows.WORD;
            // Letters, digits and marks of folded words are none of LIKE's own signs.
            Condition matches = begun ? column.like(other + "%") : column.eq(text);
            return begun && !other.equals(text) ? matches.or(column.eq(text)) : matches;
        }

        Field<String> order() {
            return bySound ? CUSTOMER_WORD.SOUND : CUSTOMER_WORD.WORD;
        }
    }

    /// Those who have all of these words, the last one perhaps only begun.
    List<Long> written(List<String> words, int most) {
        return all(sought(words, false), most);
    }

    /// Those who have words that sound like these; none where one of them makes no sound that could tell anybody apart.
    List<Long> heard(List<String> words, int most) {
        List<Sought> sought = sought(words, true);
        return sought.stream().allMatch(word -> word.other().length() > 1) ? all(sought, most) : List.of();
    }

    private static List<Sought> sought(List<String> words, boolean bySound) {
        List<Sought> sought = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean begun = i == words.size() - 1;
            sought.add(bySound ? Sought.heard(words.get(i), begun) : Sought.written(words.get(i), begun));
        }
        return sought;
    }

    private List<Long> all(List<Sought> sought, int most) {
        return sought.size() == 1 ? one(sought.getFirst(), most) : several(sought, most);
    }

    private List<Long> one(Sought word, int most) {
        Set<Long> found = new LinkedHashSet<>(sql.select(CUSTOMER_WORD.CUSTOMER_ID)
                .from(CUSTOMER_WORD)
                .where(word.in(CUSTOMER_WORD))
                .orderBy(word.order(), CUSTOMER_WORD.CUSTOMER_ID)
                .limit(most)
                .fetch(Record1::value1));
        return List.copyOf(found);
    }

    private List<Long> several(List<Sought> sought, int most) {
        Sought rarest = sought.getFirst();
        int fewest = Integer.MAX_VALUE;
        for (Sought word : sought) {
            int shared = rows(word);
            if (shared < fewest) {
                rarest = word;
                fewest = shared;
            }
        }
        if (fewest == 0) {
            return List.of();
        }
        List<Long> found = joined(sought, rarest, LOOKED_AT, most);
        return found.size() < FEW && fewest > LOOKED_AT ? joined(sought, rarest, LOOKED_AT_AGAIN, most) : found;
    }

    private List<Long> joined(List<Sought> sought, Sought rarest, int lookedAt, int most) {
        Table<Record1<Long>> some = select(CUSTOMER_WORD.CUSTOMER_ID)
                .from(CUSTOMER_WORD)
                .where(rarest.in(CUSTOMER_WORD))
                .orderBy(rarest.order(), CUSTOMER_WORD.CUSTOMER_ID)
                .limit(lookedAt)
                .asTable("some");
        Field<Long> id = some.field(CUSTOMER_WORD.CUSTOMER_ID);
        if (id == null) {
            throw new IllegalStateException("the table has this column");
        }
        Table<?> joined = some;
        int number = 0;
        for (Sought word : sought) {
            if (word != rarest) {
                CustomerWord other = CUSTOMER_WORD.as("w" + number++);
                joined = joined.straightJoin(other.forceIndex(BY_CUSTOMER))
                        .on(other.CUSTOMER_ID.eq(id))
                        .and(word.in(other));
            }
        }
        Collection<Long> found = sql.select(id).from(joined).limit(most).fetch(Record1::value1);
        return List.copyOf(new LinkedHashSet<>(found));
    }

    private int rows(Sought word) {
        Integer rows = sql.select(count())
                .from(selectOne()
                        .from(CUSTOMER_WORD)
                        .where(word.in(CUSTOMER_WORD))
                        .limit(COUNTED)
                        .asTable("counted"))
                .fetchSingle()
                .value1();
        return rows;
    }
}
