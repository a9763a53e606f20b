package org.santral.server.ledger;

import static org.santral.server.tables.Tables.LEDGER_DIFFERENCE;
import static org.santral.server.tables.Tables.LEDGER_FILE;
import static org.santral.server.tables.Tables.LEDGER_GAP;
import static org.santral.server.tables.Tables.LEDGER_HEARD;
import static org.santral.server.tables.Tables.LEDGER_ROW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ledger.CelRow;
import org.santral.history.CallRecord;
import org.santral.history.Difference;
import org.santral.pbx.PbxId;
import org.santral.server.tables.enums.LedgerDifferenceMend;
import org.santral.server.tables.tables.records.LedgerFileRecord;
import org.santral.server.tables.tables.records.LedgerRowRecord;

/// What has been read of the ledger, and what came of it.
final class LedgerTables {
    /// A call that lives for very long is compared when it is over: so many lines of living calls are looked at.
    private static final int MOST_OPEN = 200_000;

    private static final int LONGEST_VALUE = 255;

    private final DSLContext sql;
    private final String pbx;

    LedgerTables(DSLContext sql, PbxId pbx) {
        this.sql = sql;
        this.pbx = pbx.value();
    }

    String pbx() {
        return pbx;
    }

    /// How far a place has been read: 0 for one that was never seen.
    long position(LedgerPlace place) {
        return sql.select(LEDGER_FILE.POSITION)
                .from(LEDGER_FILE)
                .where(LEDGER_FILE.PBX.eq(pbx))
                .and(LEDGER_FILE.FIRST_LINE.eq(place.fingerprint()))
                .fetchOptional(LEDGER_FILE.POSITION)
                .orElse(0L);
    }

    /// Lines and position together: all or nothing. A step that is there already, read elsewhere or twice, is
    /// not kept again.
    ///
    /// @return the earliest step of a call that had been compared without it, null when there is none
    @Nullable
    Instant keep(LedgerPlace place, LedgerPortion portion, Instant now) {
        return sql.transactionResult(inside -> {
            DSLContext tables = inside.dsl();
            LedgerFileRecord known = known(tables, place, now);
            Map<LedgerPortion.Line, CelRow> read = new LinkedHashMap<>();
            for (LedgerPortion.Line line : portion.lines()) {
                CelRow row = CelRow.read(line.text());
                if (row != null) {
                    read.put(line, row);
                }
            }
            KeptSteps kept = KeptSteps.among(tables, pbx, read.values());
            List<LedgerRowRecord> rows = new ArrayList<>();
            read.forEach((line, row) -> {
                if (kept.isNew(row)) {
                    rows.add(row(tables, known.getId(), line, row));
                }
            });
            tables.batchInsert(rows).execute();
            known.setName(place.name());
            known.setPosition(Math.max(known.getPosition(), portion.next()));
            known.setUnreadable(known.getUnreadable() + portion.lines().size() - read.size());
            known.setReadAt(now);
            known.update();
            return kept.lateFrom();
        });
    }

    private LedgerRowRecord row(DSLContext tables, int place, LedgerPortion.Line line, CelRow row) {
        LedgerRowRecord to = tables.newRecord(LEDGER_ROW);
        to.setPbx(pbx);
        to.setFileId(place);
        to.setPosition(line.position());
        to.setAt(row.at());
        to.setUniqueid(row.uniqueid());
        to.setLine(CelRow.whole(line.text()));
        to.touched(LEDGER_ROW.ID, false);
        to.touched(LEDGER_ROW.SETTLED, false);
        return to;
    }

    private LedgerFileRecord known(DSLContext tables, LedgerPlace place, Instant now) {
        return tables.selectFrom(LEDGER_FILE)
                .where(LEDGER_FILE.PBX.eq(pbx))
                .and(LEDGER_FILE.FIRST_LINE.eq(place.fingerprint()))
                .forUpdate()
                .fetchOptional()
                .orElseGet(() -> {
                    LedgerFileRecord begun = tables.newRecord(LEDGER_FILE);
                    begun.setPbx(pbx);
                    begun.setFirstLine(place.fingerprint());
                    begun.setName(place.name());
                    begun.setPosition(0L);
                    begun.setUnreadable(0L);
                    begun.setReadAt(now);
                    begun.insert();
                    return begun;
                });
    }

    /// @param id of the stored line
    record Kept(long id, CelRow row) {}

    /// Lines of calls that have not been compared yet, in the order of the file.
    List<Kept> open() {
        return sql
                .select(LEDGER_ROW.ID, LEDGER_ROW.LINE)
                .from(LEDGER_ROW)
                .where(LEDGER_ROW.PBX.eq(pbx))
                .and(LEDGER_ROW.SETTLED.eq((byte) 0))
                .orderBy(LEDGER_ROW.ID)
                .limit(MOST_OPEN)
                .fetch(row -> kept(row.value1(), row.value2()))
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /// Lines of a span of time, compared or not.
    List<CelRow> between(Instant from, Instant until) {
        return sql
                .select(LEDGER_ROW.LINE)
                .from(LEDGER_ROW)
                .where(LEDGER_ROW.PBX.eq(pbx))
                .and(LEDGER_ROW.AT.between(from, until))
                .orderBy(LEDGER_ROW.ID)
                .fetch(row -> CelRow.read(row.value1()))
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Kept kept(long id, String line) {
        CelRow row = CelRow.read(line);
        return row == null ? null : new Kept(id, row);
    }

    void settle(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += 1000) {
            sql.update(LEDGER_ROW)
                    .set(LEDGER_ROW.SETTLED, (byte) 1)
                    .where(LEDGER_ROW.ID.in(all.subList(from, Math.min(all.size(), from + 1000))))
                    .execute();
        }
    }

    /// The first moment the kept lines speak of.
    Optional<Instant> covers() {
        return sql.select(DSL.min(LEDGER_ROW.AT))
                .from(LEDGER_ROW)
                .where(LEDGER_ROW.PBX.eq(pbx))
                .fetchOptional(0, Instant.class);
    }

    Optional<Instant> newest() {
        return sql.select(DSL.max(LEDGER_ROW.AT))
                .from(LEDGER_ROW)
                .where(LEDGER_ROW.PBX.eq(pbx))
                .fetchOptional(0, Instant.class);
    }

    long unreadable() {
        Number sum = sql.select(DSL.sum(LEDGER_FILE.UNREADABLE))
                .from(LEDGER_FILE)
                .where(LEDGER_FILE.PBX.eq(pbx))
                .fetchOne(0, Number.class);
        return sum == null ? 0 : sum.longValue();
    }

    /// @return those channels of which there is a line
    Set<String> known(Collection<String> uniqueids) {
        Set<String> known = new HashSet<>();
        List<String> all = List.copyOf(uniqueids);
        for (int from = 0; from < all.size(); from += 1000) {
            known.addAll(sql.selectDistinct(LEDGER_ROW.UNIQUEID)
                    .from(LEDGER_ROW)
                    .where(LEDGER_ROW.PBX.eq(pbx))
                    .and(LEDGER_ROW.UNIQUEID.in(all.subList(from, Math.min(all.size(), from + 1000))))
                    .fetch(LEDGER_ROW.UNIQUEID));
        }
        return known;
    }

    void forgetBefore(Instant before) {
        int gone;
        do {
            gone = sql.deleteFrom(LEDGER_ROW)
                    .where(LEDGER_ROW.PBX.eq(pbx))
                    .and(LEDGER_ROW.AT.lt(before))
                    .limit(5000)
                    .execute();
        } while (gone == 5000);
    }

    /// The first finding about a field stays: what the history said before it was mended.
    void differ(CallRecord call, List<Difference> differences, String evidence, Instant now) {
        String lines = evidence;
        for (Difference one : differences) {
            LedgerDifferenceMend mend = LedgerDifferenceMend.valueOf(one.mend().name());
            sql.insertInto(LEDGER_DIFFERENCE)
                    .set(LEDGER_DIFFERENCE.PBX, pbx)
                    .set(LEDGER_DIFFERENCE.CALL_ID, call.call().value())
                    .set(LEDGER_DIFFERENCE.STARTED_AT, call.startedAt())
                    .set(LEDGER_DIFFERENCE.FIELD, one.field())
                    .set(LEDGER_DIFFERENCE.IN_HISTORY, cut(one.history()))
                    .set(LEDGER_DIFFERENCE.IN_LEDGER, cut(one.ledger()))
                    .set(LEDGER_DIFFERENCE.MEND, mend)
                    .set(LEDGER_DIFFERENCE.EVIDENCE, lines)
                    .set(LEDGER_DIFFERENCE.FOUND_AT, now)
                    .onDuplicateKeyIgnore()
                    .execute();
            // The lines of a call stand beside the first of its differences.
            lines = "";
        }
    }

    private static @Nullable String cut(@Nullable String value) {
        return value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }

    /// When the exchange was heard, as it is known now.
    ///
    /// @param since null before the first time
    record Heard(@Nullable Instant since, List<Gap> gaps) {
        Heard {
            gaps = List.copyOf(gaps);
        }

        /// Whether the exchange was not heard for a while of that span.
        boolean gapWithin(Instant from, Instant until) {
            return gaps.stream()
                    .anyMatch(gap -> !gap.since().isAfter(until)
                            && (gap.until() == null || !gap.until().isBefore(from)));
        }
    }

    /// @param until null while it lasts
    record Gap(Instant since, @Nullable Instant until) {}

    Heard heardWhen() {
        Instant since = sql.select(LEDGER_HEARD.SINCE)
                .from(LEDGER_HEARD)
                .where(LEDGER_HEARD.PBX.eq(pbx))
                .fetchOptional(LEDGER_HEARD.SINCE)
                .orElse(null);
        List<Gap> gaps = sql.select(LEDGER_GAP.SINCE, LEDGER_GAP.UNTIL)
                .from(LEDGER_GAP)
                .where(LEDGER_GAP.PBX.eq(pbx))
                .fetch(gap -> new Gap(gap.value1(), gap.value2()));
        return new Heard(since, gaps);
    }

    Optional<Instant> heardLast() {
        return sql.select(LEDGER_HEARD.HEARD_AT)
                .from(LEDGER_HEARD)
                .where(LEDGER_HEARD.PBX.eq(pbx))
                .fetchOptional(LEDGER_HEARD.HEARD_AT);
    }

    void heard(Instant now) {
        sql.insertInto(LEDGER_HEARD)
                .set(LEDGER_HEARD.PBX, pbx)
                .set(LEDGER_HEARD.SINCE, now)
                .set(LEDGER_HEARD.HEARD_AT, now)
                .onDuplicateKeyUpdate()
                .set(LEDGER_HEARD.HEARD_AT, now)
                .execute();
    }

    void gapBegins(Instant since, String reason) {
        boolean open = sql.fetchExists(LEDGER_GAP, LEDGER_GAP.PBX.eq(pbx).and(LEDGER_GAP.UNTIL.isNull()));
        if (!open) {
            sql.insertInto(LEDGER_GAP)
                    .set(LEDGER_GAP.PBX, pbx)
                    .set(LEDGER_GAP.SINCE, since)
                    .set(LEDGER_GAP.REASON, reason.length() > 200 ? reason.substring(0, 200) : reason)
                    .execute();
        }
    }

    void gapEnds(Instant until) {
        sql.update(LEDGER_GAP)
                .set(LEDGER_GAP.UNTIL, until)
                .where(LEDGER_GAP.PBX.eq(pbx))
                .and(LEDGER_GAP.UNTIL.isNull())
                .execute();
    }
}
