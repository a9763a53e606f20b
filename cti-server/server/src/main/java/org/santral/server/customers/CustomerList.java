package org.santral.server.customers;

import static org.jooq.impl.DSL.noCondition;
import static org.santral.server.tables.Tables.CUSTOMER;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.search.Among;

/// All customers by name, page by page.
final class CustomerList {
    private final DSLContext sql;

    CustomerList(DSLContext sql) {
        this.sql = sql;
    }

    /// @param next where the page after it begins, null for the last one
    record Ids(List<Long> ids, @Nullable String next) {}

    /// Where a page ends.
    private record Place(String name, long id) {
        static Place parse(String text) {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("no place in a list: " + text);
            }
            return new Place(parts[1], Long.parseLong(parts[0]));
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((id + "\n" + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// @param after from the page before, null for the first
    /// @throws IllegalArgumentException for an `after` that is none
    Ids page(Among among, @Nullable String after, int limit) {
        List<Record2<Long, String>> found = List.copyOf(sql.select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(after == null ? noCondition() : behind(Place.parse(after)))
                .and(among.of(CUSTOMER))
                .and(CUSTOMER.MERGED_INTO.isNull())
                .orderBy(CUSTOMER.NAME, CUSTOMER.ID)
                .limit(limit + 1)
                .fetch());
        boolean more = found.size() > limit;
        List<Record2<Long, String>> shown = more ? found.subList(0, limit) : found;
        Record2<Long, String> last = shown.isEmpty() ? null : shown.getLast();
        return new Ids(
                shown.stream().map(Record2::value1).toList(),
                more && last != null ? new Place(last.value2(), last.value1()).toString() : null);
    }

    /// Written so that the index of names is read from there on.
    private static Condition behind(Place place) {
        return CUSTOMER.NAME.ge(place.name()).and(CUSTOMER.NAME.gt(place.name()).or(CUSTOMER.ID.gt(place.id())));
    }
}
