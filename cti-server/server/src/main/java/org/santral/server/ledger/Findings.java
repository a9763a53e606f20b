package org.santral.server.ledger;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.santral.server.tables.Tables.LEDGER_DIFFERENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.PbxId;
import org.santral.server.tables.tables.records.LedgerDifferenceRecord;

/// What was found to differ, call by call, to be read by people.
final class Findings {
    private final DSLContext sql;
    private final String pbx;
    private final ZoneId zone;

    Findings(DSLContext sql, PbxId pbx, ZoneId zone) {
        this.sql = sql;
        this.pbx = pbx.value();
        this.zone = zone;
    }

    /// @param history what the history said, null when nothing
    /// @param ledger what the ledger says, null when nothing
    /// @param mend `ADDED`, `REPAIRED` or `LEFT`
    record Found(
            String field,
            @Nullable String history,
            @Nullable String ledger,
            String mend,
            long foundAt) {}

    /// One call.
    ///
    /// @param call `pbx/id`
    /// @param evidence the exchange's own lines, oldest first
    record Finding(String call, long startedAt, List<Found> differences, List<String> evidence) {}

    /// @param next what to ask for next, null when this is all
    record Page(List<Finding> calls, @Nullable Long next) {}

    /// Newest first.
    ///
    /// @param day of the site's calendar, null for all
    /// @param before `next` of the page before, null for the first
    Page page(@Nullable LocalDate day, @Nullable Long before, int limit) {
        Condition wanted = LEDGER_DIFFERENCE.PBX.eq(pbx);
        if (day != null) {
            Instant from = day.atStartOfDay(zone).toInstant();
            Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
            wanted = wanted.and(LEDGER_DIFFERENCE.STARTED_AT.ge(from)).and(LEDGER_DIFFERENCE.STARTED_AT.lt(until));
        }
        Condition older =
                before == null ? noCondition() : max(LEDGER_DIFFERENCE.ID).lt(before);
        List<String> calls = new ArrayList<>();
        List<Long> newest = new ArrayList<>();
        sql.select(LEDGER_DIFFERENCE.CALL_ID, max(LEDGER_DIFFERENCE.ID), min(LEDGER_DIFFERENCE.STARTED_AT))
                .from(LEDGER_DIFFERENCE)
                .where(wanted)
                .groupBy(LEDGER_DIFFERENCE.CALL_ID)
                .having(older)
                .orderBy(max(LEDGER_DIFFERENCE.ID).desc())
                .limit(limit + 1)
                .forEach(found -> {
                    calls.add(found.value1());
                    newest.add(found.value2());
                });
        boolean more = calls.size() > limit;
        List<Finding> shown = calls.stream().limit(limit).map(this::finding).toList();
        return new Page(shown, more ? newest.get(limit - 1) : null);
    }

    private Finding finding(String call) {
        List<LedgerDifferenceRecord> all = sql.selectFrom(LEDGER_DIFFERENCE)
                .where(LEDGER_DIFFERENCE.PBX.eq(pbx))
                .and(LEDGER_DIFFERENCE.CALL_ID.eq(call))
                .orderBy(LEDGER_DIFFERENCE.ID)
                .fetch();
        List<String> evidence = all.stream()
                .map(LedgerDifferenceRecord::getEvidence)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> text.lines().toList())
                .orElse(List.of());
        return new Finding(
                pbx + "/" + call,
                all.getFirst().getStartedAt().toEpochMilli(),
                all.stream()
                        .map(one -> new Found(
                                one.getField(),
                                one.getInHistory(),
                                one.getInLedger(),
                                one.getMend().getLiteral(),
                                one.getFoundAt().toEpochMilli()))
                        .toList(),
                evidence);
    }
}
