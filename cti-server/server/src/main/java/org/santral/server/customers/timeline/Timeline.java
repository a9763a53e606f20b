package org.santral.server.customers.timeline;

import static org.santral.server.tables.Tables.CUSTOMER;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.people.Person;

/// What all sources know of a customer, as one list.
public final class Timeline {
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
    private static final Comparator<Place> NEWEST_FIRST = Comparator.comparing(Place::at)
            .reversed()
            .thenComparing(Place::kind)
            .thenComparing(Place::id);

    private final DSLContext sql;
    private final List<TimelineSource> sources;

    public Timeline(DSLContext sql, List<TimelineSource> sources) {
        this.sql = sql;
        this.sources = List.copyOf(sources);
    }

    /// @param next for `before` of the next page, null on the last one
    public record Page(
            List<TimelineEntry> entries, @Nullable String next) {}

    /// Where an entry stands.
    private record Place(Instant at, String kind, String id) {
        static Place of(TimelineEntry entry) {
            return new Place(entry.at(), entry.kind(), entry.id());
        }

        static Place parse(String text) {
            String[] parts = text.split("_", 4);
            if (parts.length != 4) {
                throw new IllegalArgumentException("no place in a timeline: " + text);
            }
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(END)) {
                throw new IllegalArgumentException("no time of an entry: " + text);
            }
            return new Place(at, parts[2], parts[3]);
        }

        @Override
        public String toString() {
            return at.getEpochSecond() + "_" + at.getNano() + "_" + kind + "_" + id;
        }
    }

    /// @param before from the page before, null for the first
    /// @throws IllegalArgumentException for a `before` that is none
    /// @throws java.time.DateTimeException the same
    public Page of(long customer, Person reader, @Nullable String before, int limit) {
        Place place = before == null ? null : Place.parse(before);
        List<Long> members = sql.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(customer).or(CUSTOMER.MERGED_INTO.eq(customer)))
                .fetch(CUSTOMER.ID);
        // One more than a page, and one more for the entry the page before ended with.
        List<TimelineEntry> found = sources.stream()
                .<TimelineEntry>flatMap(
                        source -> source.of(members, place == null ? END : place.at(), limit + 2, reader).stream())
                .sorted(Comparator.comparing(Place::of, NEWEST_FIRST))
                .flatMap(entry -> place == null || NEWEST_FIRST.compare(place, Place.of(entry)) < 0
                        ? Stream.of(entry)
                        : Stream.empty())
                .limit(limit + 1L)
                .toList();
        boolean more = found.size() > limit;
        List<TimelineEntry> shown = more ? found.subList(0, limit) : found;
        return new Page(shown, more ? Place.of(shown.getLast()).toString() : null);
    }
}
