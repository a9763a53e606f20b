package org.santral.server.history;

import static org.santral.server.tables.Tables.CALL_LEG;
import static org.santral.server.tables.Tables.CALL_RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord;
import org.santral.history.Transfer;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.server.tables.tables.records.CallLegRecord;
import org.santral.server.tables.tables.records.CallRecordRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The history as the model wrote it, whole records by the call's name or by who was in it.
public final class RecordedCalls {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Because>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<CallDetail.Handover>> HANDOVERS = new TypeReference<>() {};
    private static final TypeReference<List<CallDetail.Said>> NOTES = new TypeReference<>() {};

    private final DSLContext sql;

    public RecordedCalls(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<CallRecord> named(CallId call) {
        return sql.selectFrom(CALL_RECORD)
                .where(CALL_RECORD.PBX.eq(call.pbx().value()))
                .and(CALL_RECORD.CALL_ID.eq(call.value()))
                .fetchOptional()
                .map(this::record);
    }

    /// A call that was taken up in its middle has another name. One that went on as part of another is not
    /// meant.
    public Optional<CallRecord> with(Collection<ConnectionId> connections) {
        List<CallRecord> found = sql.select(CALL_RECORD.fields())
                .from(CALL_RECORD)
                .where(CALL_RECORD.ID.in(sql.select(CALL_LEG.RECORD_ID)
                        .from(CALL_LEG)
                        .where(CALL_LEG.CONNECTION.in(
                                connections.stream().map(ConnectionId::toString).toList()))))
                .orderBy(CALL_RECORD.STARTED_AT, CALL_RECORD.ID)
                .fetchInto(CALL_RECORD)
                .map(this::record);
        return found.stream().filter(record -> record.partOf() == null).findFirst();
    }

    public List<CallRecord> where(Condition condition, int most) {
        return sql.selectFrom(CALL_RECORD)
                .where(condition)
                .orderBy(CALL_RECORD.ID)
                .limit(most)
                .fetch(this::record);
    }

    private CallRecord record(CallRecordRecord row) {
        PbxId pbx = new PbxId(row.getPbx());
        return new CallRecord(
                new CallId(pbx, row.getCallId()),
                row.getRevision(),
                Direction.valueOf(row.getDirection().getLiteral()),
                new Caller(
                        CallerClass.valueOf(row.getCallerClass().getLiteral()),
                        row.getCallerNumber(),
                        row.getCallerName()),
                row.getE164(),
                row.getCustomerId(),
                row.getDid(),
                row.getQueue(),
                row.getAgent() == null ? null : new AgentId(row.getAgent()),
                row.getStartedAt(),
                row.getAnsweredAt(),
                row.getEndedAt(),
                row.getWaitMillis(),
                row.getTalkMillis(),
                CallRecord.Outcome.valueOf(row.getOutcome().getLiteral()),
                row.getHungUpBy(),
                CallRecord.Certainty.valueOf(row.getCertainty().getLiteral()),
                sql.selectFrom(CALL_LEG)
                        .where(CALL_LEG.RECORD_ID.eq(row.getId()))
                        .orderBy(CALL_LEG.POSITION)
                        .fetch(leg -> leg(pbx, leg)),
                JSON.readValue(row.getTransfers().data(), HANDOVERS).stream()
                        .map(RecordedCalls::transfer)
                        .toList(),
                JSON.readValue(row.getNotes().data(), NOTES).stream()
                        .map(note -> new Note(new AgentId(note.by()), Instant.ofEpochMilli(note.at()), note.text()))
                        .toList(),
                row.getPartOf() == null ? null : new CallId(pbx, row.getPartOf()),
                JSON.readValue(row.getBecause().data(), REASONS),
                // Kept in rows of their own, which writing a record again leaves as they are.
                List.of());
    }

    private static Transfer transfer(CallDetail.Handover told) {
        return new Transfer(
                Instant.ofEpochMilli(told.at()),
                PbxEvent.Transferred.Kind.valueOf(told.kind()),
                told.by() == null ? null : new AgentId(told.by()),
                told.from(),
                told.to() == null ? null : new AgentId(told.to()),
                told.number());
    }

    private static CallRecord.Leg leg(PbxId pbx, CallLegRecord leg) {
        return new CallRecord.Leg(
                new ConnectionId(pbx, leg.getConnection().substring(pbx.value().length() + 1)),
                leg.getDevice(),
                leg.getNumber(),
                leg.getAgent() == null ? null : new AgentId(leg.getAgent()),
                leg.getQueue(),
                leg.getStartedAt(),
                leg.getRingingAt(),
                leg.getAnsweredAt(),
                leg.getEndedAt(),
                leg.getTalkMillis(),
                leg.getHeldMillis(),
                leg.getCause() == null ? null : ClearCause.valueOf(leg.getCause()),
                leg.getQ850());
    }
}
