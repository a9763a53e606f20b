package org.santral.server.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A moment as people write it: `10:42:07` on the site's clock, or an ISO 8601 instant.
///
/// @param twice whether the clock showed it twice on that day: then the first of the two is meant
record WrittenTime(Instant at, boolean twice) {

    /// @param date null for today
    /// @throws Unusable when it is no time
    static WrittenTime read(String text, @Nullable String date, ZoneId zone, Instant now) {
        try {
            return new WrittenTime(OffsetDateTime.parse(text).toInstant(), false);
        } catch (DateTimeException notAnInstant) {
            return onTheClock(local(text, date, zone, now), zone);
        }
    }

    private static LocalDateTime local(String text, @Nullable String date, ZoneId zone, Instant now) {
        LocalDate day;
        try {
            day = date == null ? now.atZone(zone).toLocalDate() : LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new Unusable(2, "--date " + date + " is no date: write it as 2026-11-25");
        }
        try {
            return text.indexOf('T') > 0 ? LocalDateTime.parse(text) : day.atTime(LocalTime.parse(text));
        } catch (DateTimeException e) {
            throw new Unusable(
                    2, text + " is no time: write 10:42:07, as the site's clock showed it, or 2026-11-25T07:12:07Z");
        }
    }

    private static WrittenTime onTheClock(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new Unusable(
                    1, local + " never was in " + zone + ": the clocks were put forward over it. Write another time.");
        }
        return new WrittenTime(local.toInstant(offsets.getFirst()), offsets.size() > 1);
    }
}
