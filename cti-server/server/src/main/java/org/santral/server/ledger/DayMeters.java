package org.santral.server.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.ToLongFunction;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// Today's and yesterday's calls for a metrics scraper, by how they came into the history.
final class DayMeters {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Days days;
    private final ZoneId zone;
    private final InstantSource clock;

    DayMeters(Days days, ZoneId zone, InstantSource clock) {
        this.days = days;
        this.zone = zone;
        this.clock = clock;
    }

    void register(MeterRegistry meters) {
        for (int back = 0; back < 2; back++) {
            Remembered day = new Remembered(back);
            gauge(meters, day, "live", Days.Day::live);
            gauge(meters, day, "repaired", Days.Day::repaired);
            gauge(meters, day, "unknown", Days.Day::unknown);
        }
    }

    private static void gauge(MeterRegistry meters, Remembered day, String captured, ToLongFunction<Days.Day> figure) {
        Gauge.builder("santral.history.calls", day, one -> one.figure(figure))
                .tag("day", day.back == 0 ? "today" : "yesterday")
                .tag("captured", captured)
                .description(
                        "Calls of the history: heard live, repaired from the exchange's ledger, or in part unknown")
                .strongReference(true)
                .register(meters);
    }

    /// One question to the database serves all figures of one scrape.
    private final class Remembered {
        private final int back;
        private Days.@Nullable Day day;
        private Instant readAt = Instant.EPOCH;

        Remembered(int back) {
            this.back = back;
        }

        synchronized double figure(ToLongFunction<Days.Day> figure) {
            Instant now = clock.instant();
            if (readAt.plus(FRESH).isBefore(now)) {
                // Also a database that is away is not asked by every figure: a scrape has to come through.
                readAt = now;
                try {
                    LocalDate today = now.atZone(zone).toLocalDate();
                    day = days.of(today.minusDays(back));
                } catch (DataAccessException e) {
                    day = null;
                }
            }
            return day == null ? Double.NaN : figure.applyAsLong(day);
        }
    }
}
