package org.santral.server.customers.timeline;

import static org.santral.server.tables.Tables.CUSTOMER;

import java.time.Instant;
import java.util.ArrayList;
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
        List<TimelineEntry> found = List.of();
        boolean whole = false;
        for (int most = limit + 2; !whole && found.size() <= limit; most *= 2) {
            Instant upTo = place == null ? END : place.at();
            List<List<? extends TimelineEntry>> told = new ArrayList<>();
            for (TimelineSource source : sources) {
                told.add(source.of(members, upTo, most, reader));
            }
            int asked = most;
            whole = told.stream().allMatch(entries -> entries.size() < asked);
            found = told.stream()
                    .flatMap(entries -> known(entries, asked))
                    .sorted(Comparator.comparing(Place::of, NEWEST_FIRST))
                    .filter(entry -> place == null || NEWEST_FIRST.compare(place, Place.of(entry)) < 0)
                    .limit(limit + 1L)
                    .toList();
        }
        boolean more = found.size() > limit;
        List<TimelineEntry> shown = more ? found.subList(0, limit) : found;
        return new Page(shown, more ? Place.of(shown.getLast()).toString() : null);
    }

    /// Of what happened at the very moment where a source stopped, it may know more than it told.
    private static Stream<TimelineEntry> known(List<? extends TimelineEntry> entries, int asked) {
        if (entries.size() < asked) {
            return entries.stream().map(entry -> entry);
        }
        Instant last = entries.getLast().at();
        return entries.stream().filter(entry -> entry.at().isAfter(last)).map(entry -> entry);
    }
}
