package org.santral.server.imports;

import static org.jooq.impl.DSL.count;
import static org.santral.server.tables.Tables.IMPORT_JOB;
import static org.santral.server.tables.Tables.IMPORT_REFUSAL;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;
import org.santral.server.imports.files.RowReader;
import org.santral.server.imports.mapping.Mapping;
import org.santral.server.tables.enums.ImportJobFormat;
import org.santral.server.tables.enums.ImportJobState;
import org.santral.server.tables.tables.records.ImportJobRecord;
import org.santral.server.tables.tables.records.ImportRefusalRecord;
import tools.jackson.databind.json.JsonMapper;

/// The jobs as the database keeps them.
final class ImportJobs {
    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_TROUBLE = 500;

    private final DSLContext sql;
    private final InstantSource clock;

    ImportJobs(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What was done so far.
    ///
    /// @param position the last row of the file that is settled
    record Counts(long position, long added, long changed, long unchanged, long refused) {
        static final Counts NOTHING = new Counts(0, 0, 0, 0, 0);
    }

    /// Why one failed or stopped.
    ///
    /// @param reason one word that pages translate
    /// @param row of the file, where it broke; 0 where that is in none
    /// @param detail in English, with figures
    record Trouble(String reason, long row, String detail) {}

    /// @param totalRows as far as one can tell, null when nobody can
    /// @param trouble null when nothing was in the way
    record Job(
            long id,
            String name,
            ImportJobFormat format,
            long bytes,
            Mapping mapping,
            boolean dryRun,
            ImportJobState state,
            Counts counts,
            @Nullable Long totalRows,
            @Nullable Trouble trouble,
            String login,
            Instant madeAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {
        RowReader.Format fileFormat() {
            return RowReader.Format.valueOf(format.getLiteral());
        }
    }

    /// @param position which of its row, from 0
    record Refused(long row, int position, String column, String value, String reason, boolean wholeRow) {}

    long add(String name, RowReader.Format format, long bytes, Mapping mapping, String login) {
        return sql.insertInto(IMPORT_JOB)
                .set(IMPORT_JOB.NAME, name)
                .set(IMPORT_JOB.FORMAT, ImportJobFormat.valueOf(format.name()))
                .set(IMPORT_JOB.BYTES, bytes)
                .set(IMPORT_JOB.MAPPING, json(mapping))
                .set(IMPORT_JOB.DRY_RUN, (byte) 0)
                .set(IMPORT_JOB.LOGIN, login)
                .set(IMPORT_JOB.MADE_AT, clock.instant())
                .returningResult(IMPORT_JOB.ID)
                .fetchSingle()
                .value1();
    }

    private static JSON json(Mapping mapping) {
        return JSON.valueOf(JSON_MAPPER.writeValueAsString(mapping));
    }

    /// Newest first.
    List<Job> all(int limit) {
        return sql.selectFrom(IMPORT_JOB)
                .orderBy(IMPORT_JOB.ID.desc())
                .limit(limit)
                .fetch(ImportJobs::job);
    }

    Optional<Job> find(long id) {
        return sql.selectFrom(IMPORT_JOB).where(IMPORT_JOB.ID.eq(id)).fetchOptional(ImportJobs::job);
    }

    private static Job job(ImportJobRecord row) {
        return new Job(
                row.getId(),
                row.getName(),
                row.getFormat(),
                row.getBytes(),
                JSON_MAPPER.readValue(row.getMapping().data(), Mapping.class),
                row.getDryRun() != 0,
                row.getState(),
                new Counts(row.getPosition(), row.getAdded(), row.getChanged(), row.getUnchanged(), row.getRefused()),
                row.getTotalRows(),
                trouble(row),
                row.getLogin(),
                row.getMadeAt(),
                row.getStartedAt(),
                row.getEndedAt());
    }

    private static @Nullable Trouble trouble(ImportJobRecord row) {
        String reason = row.getTroubleReason();
        String detail = row.getTrouble();
        return reason == null ? null : new Trouble(reason, row.getTroubleRow(), detail == null ? "" : detail);
    }

    /// What was tried with another mapping counts no more.
    void map(long id, Mapping mapping) {
        sql.transaction(inside -> {
            DSLContext in = inside.dsl();
            forget(in, id);
            in.update(IMPORT_JOB)
                    .set(IMPORT_JOB.MAPPING, json(mapping))
                    .set(IMPORT_JOB.STATE, ImportJobState.UPLOADED)
                    .set(IMPORT_JOB.DRY_RUN, (byte) 0)
                    .setNull(IMPORT_JOB.STARTED_AT)
                    .setNull(IMPORT_JOB.ENDED_AT)
                    .setNull(IMPORT_JOB.TROUBLE)
                    .setNull(IMPORT_JOB.TROUBLE_REASON)
                    .where(IMPORT_JOB.ID.eq(id))
                    .execute();
        });
    }

    private void forget(DSLContext in, long id) {
        in.deleteFrom(IMPORT_REFUSAL).where(IMPORT_REFUSAL.JOB_ID.eq(id)).execute();
        settle(in, id, Counts.NOTHING, null);
    }

    void delete(long id) {
        sql.deleteFrom(IMPORT_JOB).where(IMPORT_JOB.ID.eq(id)).execute();
    }

    /// @param again from the first row, as if nothing had been done
    void started(long id, boolean dryRun, boolean again) {
        sql.transaction(inside -> {
            DSLContext in = inside.dsl();
            if (again) {
                forget(in, id);
            }
            in.update(IMPORT_JOB)
                    .set(IMPORT_JOB.STATE, ImportJobState.RUNNING)
                    .set(IMPORT_JOB.DRY_RUN, (byte) (dryRun ? 1 : 0))
                    .set(IMPORT_JOB.STARTED_AT, clock.instant())
                    .setNull(IMPORT_JOB.ENDED_AT)
                    .setNull(IMPORT_JOB.TROUBLE)
                    .setNull(IMPORT_JOB.TROUBLE_REASON)
                    .where(IMPORT_JOB.ID.eq(id))
                    .execute();
        });
    }

    /// In the transaction of what was done.
    void settle(DSLContext in, long id, Counts counts, @Nullable Long total) {
        in.update(IMPORT_JOB)
                .set(IMPORT_JOB.POSITION, counts.position())
                .set(IMPORT_JOB.ADDED, counts.added())
                .set(IMPORT_JOB.CHANGED, counts.changed())
                .set(IMPORT_JOB.UNCHANGED, counts.unchanged())
                .set(IMPORT_JOB.REFUSED, counts.refused())
                .set(IMPORT_JOB.TOTAL_ROWS, total)
                .where(IMPORT_JOB.ID.eq(id))
                .execute();
    }

    void refuse(DSLContext in, long id, List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        in.batchInsert(refused.stream()
                        .map(one -> {
                            ImportRefusalRecord row = new ImportRefusalRecord();
                            row.setJobId(id);
                            row.setFileRow(one.row());
                            row.setPosition((short) one.position());
                            row.setField(cut(one.column(), 128));
                            row.setValue(cut(one.value(), 200));
                            row.setReason(one.reason());
                            row.setWholeRow((byte) (one.wholeRow() ? 1 : 0));
                            return row;
                        })
                        .toList())
                .execute();
    }

    private static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    void ended(long id, ImportJobState state, @Nullable Trouble trouble) {
        sql.update(IMPORT_JOB)
                .set(IMPORT_JOB.STATE, state)
                .set(IMPORT_JOB.TROUBLE, trouble == null ? null : cut(trouble.detail(), LONGEST_TROUBLE))
                .set(IMPORT_JOB.TROUBLE_REASON, trouble == null ? null : trouble.reason())
                .set(IMPORT_JOB.TROUBLE_ROW, trouble == null ? 0 : trouble.row())
                .set(IMPORT_JOB.ENDED_AT, clock.instant())
                .where(IMPORT_JOB.ID.eq(id))
                .execute();
    }

    /// A server that was killed left them running.
    ///
    /// @param running the one that this server runs, 0 for none
    void stopLeftOvers(long running) {
        sql.update(IMPORT_JOB)
                .set(IMPORT_JOB.STATE, ImportJobState.STOPPED)
                .set(IMPORT_JOB.TROUBLE, "The server ended; run it again to go on.")
                .set(IMPORT_JOB.TROUBLE_REASON, "server-ended")
                .set(IMPORT_JOB.ENDED_AT, clock.instant())
                .where(IMPORT_JOB.STATE.eq(ImportJobState.RUNNING))
                .and(IMPORT_JOB.ID.ne(running))
                .execute();
    }

    /// How often the same was wrong.
    record Cause(String column, String reason, boolean wholeRow, long times) {}

    /// Most often first.
    List<Cause> causes(long id, int limit) {
        return sql.select(IMPORT_REFUSAL.FIELD, IMPORT_REFUSAL.REASON, IMPORT_REFUSAL.WHOLE_ROW, count())
                .from(IMPORT_REFUSAL)
                .where(IMPORT_REFUSAL.JOB_ID.eq(id))
                .groupBy(IMPORT_REFUSAL.FIELD, IMPORT_REFUSAL.REASON, IMPORT_REFUSAL.WHOLE_ROW)
                .orderBy(count().desc(), IMPORT_REFUSAL.FIELD, IMPORT_REFUSAL.REASON)
                .limit(limit)
                .fetch(row -> new Cause(row.value1(), row.value2(), row.value3() != 0, row.value4()));
    }

    /// In the order of the file.
    ///
    /// @param row and
    /// @param position of the last one that was read; 0 and -1 to begin
    List<Refused> refusals(long id, long row, int position, int limit) {
        return sql.selectFrom(IMPORT_REFUSAL)
                .where(IMPORT_REFUSAL.JOB_ID.eq(id))
                .and(IMPORT_REFUSAL
                        .FILE_ROW
                        .gt(row)
                        .or(IMPORT_REFUSAL.FILE_ROW.eq(row).and(IMPORT_REFUSAL.POSITION.gt((short) position))))
                .orderBy(IMPORT_REFUSAL.FILE_ROW, IMPORT_REFUSAL.POSITION)
                .limit(limit)
                .fetch(one -> new Refused(
                        one.getFileRow(),
                        one.getPosition(),
                        one.getField(),
                        one.getValue(),
                        one.getReason(),
                        one.getWholeRow() != 0));
    }
}
