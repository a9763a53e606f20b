package org.santral.server.ledger;

import static org.jooq.impl.DSL.count;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.LEDGER_DIFFERENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.santral.pbx.PbxId;
import org.santral.server.tables.enums.CallRecordCertainty;

/// How much of each day was heard, how much was repaired, how much is not known.
final class Days {
    private final DSLContext sql;
    private final String pbx;
    private final ZoneId zone;

    Days(DSLContext sql, PbxId pbx, ZoneId zone) {
        this.sql = sql;
        this.pbx = pbx.value();
        this.zone = zone;
    }

    /// @param day as the site's calendar has it, ISO 8601
    /// @param live calls heard from beginning to end
    /// @param repaired calls that the ledger added or corrected
    /// @param unknown calls of which something is not known
    /// @param differences fields in which history and ledger were not the same
    record Day(String day, long live, long repaired, long unknown, long differences) {}

    /// Newest first.
    List<Day> last(int days, Instant now) {
        List<Day> all = new ArrayList<>();
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int back = 0; back < days; back++) {
            all.add(of(today.minusDays(back)));
        }
        return all;
    }

    Day of(LocalDate day) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
        Map<CallRecordCertainty, Integer> calls = new EnumMap<>(CallRecordCertainty.class);
        // A call that went on as part of another is counted there.
        sql.select(CALL_RECORD.CERTAINTY, count())
                .from(CALL_RECORD)
                .where(CALL_RECORD.PBX.eq(pbx))
                .and(CALL_RECORD.STARTED_AT.ge(from))
                .and(CALL_RECORD.STARTED_AT.lt(until))
                .and(CALL_RECORD.PART_OF.isNull())
                .groupBy(CALL_RECORD.CERTAINTY)
                .forEach(found -> calls.put(found.value1(), found.value2()));
        int differences = sql.fetchCount(
                LEDGER_DIFFERENCE,
                LEDGER_DIFFERENCE
                        .PBX
                        .eq(pbx)
                        .and(LEDGER_DIFFERENCE.STARTED_AT.ge(from))
                        .and(LEDGER_DIFFERENCE.STARTED_AT.lt(until)));
        return new Day(
                day.toString(),
                calls.getOrDefault(CallRecordCertainty.LIVE, 0),
                calls.getOrDefault(CallRecordCertainty.REPAIRED, 0),
                calls.getOrDefault(CallRecordCertainty.PARTLY_UNKNOWN, 0),
                differences);
    }
}
