package org.santral.server.recordings;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.santral.server.tables.Tables.CALL_LEG;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.RECORDING;
import static org.santral.server.tables.Tables.RECORDING_HEARD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.people.Person;
import org.santral.server.people.Role;
import org.santral.server.tables.enums.RecordingState;
import org.santral.server.tables.tables.records.RecordingRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads recordings for people, each what they may see and hear.
public final class RecordingQueries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<RecordingRows.Pause>> PAUSES = new TypeReference<>() {};
    /// A player asks again and again while somebody listens once.
    private static final Duration ONCE = Duration.ofMinutes(10);

    private static final int MOST = 500;

    private final DSLContext sql;

    RecordingQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// The recordings of one call that the reader may see, in the order in which they began.
    public List<RecordingView> of(Person reader, String pbx, String call) {
        return views(
                reader,
                sql.selectFrom(RECORDING)
                        .where(RECORDING.PBX.eq(pbx))
                        .and(RECORDING.CALL_ID.eq(call))
                        .orderBy(RECORDING.STARTED_AT, RECORDING.ID)
                        .fetch());
    }

    /// What is missing, cut or nobody's, the newest first.
    List<RecordingView> inTrouble(Person reader) {
        return views(
                reader,
                sql.selectFrom(RECORDING)
                        .where(RECORDING.STATE.in(
                                RecordingState.MISSING, RecordingState.TRUNCATED, RecordingState.ORPHANED))
                        .orderBy(RECORDING.CHECKED_AT.desc(), RECORDING.ID.desc())
                        .limit(MOST)
                        .fetch());
    }

    /// @return nothing when there is none of this id that the reader may hear
    Optional<RecordingRecord> audible(Person reader, long id) {
        return sql.selectFrom(RECORDING)
                .where(RECORDING.ID.eq(id))
                .and(RECORDING.FILE.isNotNull())
                .and(hears(reader))
                .fetchOptional();
    }

    void heard(long id, String login, Instant at) {
        boolean lately = sql.fetchExists(
                RECORDING_HEARD,
                RECORDING_HEARD
                        .RECORDING_ID
                        .eq(id)
                        .and(RECORDING_HEARD.LOGIN.eq(login))
                        .and(RECORDING_HEARD.AT.gt(at.minus(ONCE))));
        if (!lately) {
            sql.insertInto(RECORDING_HEARD)
                    .set(RECORDING_HEARD.RECORDING_ID, id)
                    .set(RECORDING_HEARD.LOGIN, login)
                    .set(RECORDING_HEARD.AT, at)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    /// Supervisors and managers hear every call, whoever takes calls hears those their own phone had a part in.
    private static Condition hears(Person reader) {
        return hearsAll(reader)
                ? noCondition()
                : exists(selectOne()
                        .from(CALL_RECORD)
                        .join(CALL_LEG)
                        .on(CALL_LEG.RECORD_ID.eq(CALL_RECORD.ID))
                        .where(CALL_RECORD.PBX.eq(RECORDING.PBX))
                        .and(CALL_RECORD.CALL_ID.eq(RECORDING.CALL_ID))
                        .and(CALL_LEG.AGENT.eq(reader.login()))
                        .and(CALL_LEG.ANSWERED_AT.isNotNull()));
    }

    private static boolean hearsAll(Person reader) {
        return reader.has(Role.SUPERVISOR) || reader.has(Role.MANAGER);
    }

    private List<RecordingView> views(Person reader, List<RecordingRecord> rows) {
        List<Long> ids = rows.stream().map(RecordingRecord::getId).toList();
        List<Long> audible = sql.select(RECORDING.ID)
                .from(RECORDING)
                .where(RECORDING.ID.in(ids))
                .and(hears(reader))
                .fetch(RECORDING.ID);
        Map<Long, List<RecordingView.Heard>> heard = reader.seesTheFloor()
                ? sql
                        .selectFrom(RECORDING_HEARD)
                        .where(RECORDING_HEARD.RECORDING_ID.in(ids))
                        .orderBy(RECORDING_HEARD.AT.desc())
                        .stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getRecordingId(),
                                Collectors.mapping(
                                        row -> new RecordingView.Heard(
                                                row.getLogin(), row.getAt().toEpochMilli()),
                                        Collectors.toList())))
                : Map.of();
        return rows.stream()
                .map(row -> view(row, audible.contains(row.getId()), heard.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static RecordingView view(RecordingRecord row, boolean audible, List<RecordingView.Heard> heard) {
        Long bytes = row.getBytes();
        return new RecordingView(
                row.getId(),
                row.getCallId() == null ? null : row.getPbx() + "/" + row.getCallId(),
                row.getConnection(),
                row.getFile(),
                millis(row.getStartedAt()),
                millis(row.getEndedAt()),
                row.getTalkMillis(),
                JSON.readValue(row.getPauses().data(), PAUSES),
                row.getState(),
                row.getTrouble(),
                bytes,
                row.getLengthMillis(),
                audible && bytes != null && bytes > 0,
                heard);
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
