package org.santral.server.history;

import static org.jooq.impl.DSL.row;
import static org.santral.server.tables.Tables.CALL_LEG;
import static org.santral.server.tables.Tables.CALL_RECORD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Row2;
import org.jspecify.annotations.Nullable;
import org.santral.history.CallRecord;
import org.santral.history.Latest;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.recordings.RecordingRows;
import org.santral.server.tables.enums.CallRecordCallerClass;
import org.santral.server.tables.enums.CallRecordCertainty;
import org.santral.server.tables.enums.CallRecordDirection;
import org.santral.server.tables.enums.CallRecordOutcome;
import org.santral.server.tables.tables.records.CallLegRecord;
import org.santral.server.tables.tables.records.CallRecordRecord;
import tools.jackson.databind.json.JsonMapper;

/// `call_record` and `call_leg`: one row a call, the highest revision wins, writing twice changes nothing.
final class CallTables {
    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();

    private final DSLContext sql;

    CallTables(DSLContext sql) {
        this.sql = sql;
    }

    private record Stored(long id, long revision, CallRecord.Certainty certainty, JSON notes) {}

    /// All or nothing.
    void write(List<CallRecord> records) {
        sql.transaction(inside -> {
            DSLContext tables = inside.dsl();
            Map<CallId, Stored> known = stored(tables, records);
            List<CallRecordRecord> rows = new ArrayList<>();
            List<CallRecord> told = new ArrayList<>();
            for (CallRecord record : records) {
                Stored before = known.get(record.call());
                if (before == null || before.revision() < record.revision()) {
                    rows.add(rowOf(tables, record, before));
                    told.add(record);
                } else if (Latest.missed(before.certainty(), before.revision(), record.revision()) > 0) {
                    noted(tables, before, record);
                }
            }
            tables.batchInsert(rows.stream().filter(one -> one.getId() == null).toList())
                    .execute();
            tables.batchUpdate(rows.stream().filter(one -> one.getId() != null).toList())
                    .execute();
            legs(tables, told);
            GoneNumbers.write(tables, told);
            RecordingRows.write(tables, told);
        });
    }

    /// What the ledger repaired stands; what was written on the card since then is added.
    private static void noted(DSLContext tables, Stored before, CallRecord record) {
        long more = Latest.missed(before.certainty(), before.revision(), record.revision());
        tables.update(CALL_RECORD)
                .set(CALL_RECORD.NOTES, notes(record))
                .set(CALL_RECORD.REVISION, before.revision() + more)
                .where(CALL_RECORD.ID.eq(before.id()))
                .execute();
    }

    private static Map<CallId, Stored> stored(DSLContext tables, List<CallRecord> records) {
        List<Row2<String, String>> keys = records.stream()
                .map(record -> row(record.call().pbx().value(), record.call().value()))
                .toList();
        Map<CallId, Stored> known = new HashMap<>();
        if (!keys.isEmpty()) {
            tables.select(
                            CALL_RECORD.PBX,
                            CALL_RECORD.CALL_ID,
                            CALL_RECORD.ID,
                            CALL_RECORD.REVISION,
                            CALL_RECORD.CERTAINTY,
                            CALL_RECORD.NOTES)
                    .from(CALL_RECORD)
                    .where(row(CALL_RECORD.PBX, CALL_RECORD.CALL_ID).in(keys))
                    .forEach(found -> known.put(
                            new CallId(new PbxId(found.value1()), found.value2()),
                            new Stored(
                                    found.value3(),
                                    found.value4(),
                                    CallRecord.Certainty.valueOf(found.value5().getLiteral()),
                                    found.value6())));
        }
        return known;
    }

    private static void legs(DSLContext tables, List<CallRecord> records) {
        Map<CallId, Stored> ids = stored(tables, records);
        tables.deleteFrom(CALL_LEG)
                .where(CALL_LEG.RECORD_ID.in(
                        ids.values().stream().map(Stored::id).toList()))
                .execute();
        List<CallLegRecord> legs = new ArrayList<>();
        for (CallRecord record : records) {
            Stored stored = ids.get(record.call());
            if (stored == null) {
                throw new IllegalStateException("the row of " + record.call() + " is gone inside its own transaction");
            }
            for (int i = 0; i < record.legs().size(); i++) {
                legs.add(leg(tables, record, stored.id(), i));
            }
        }
        tables.batchInsert(legs).execute();
    }

    private static CallRecordRecord rowOf(DSLContext tables, CallRecord record, @Nullable Stored before) {
        CallRecordRecord to = tables.newRecord(CALL_RECORD);
        if (before != null) {
            to.setId(before.id());
            to.touched(CALL_RECORD.ID, false);
        }
        to.setPbx(record.call().pbx().value());
        to.setCallId(record.call().value());
        long missed = before == null ? 0 : Latest.missed(record.certainty(), record.revision(), before.revision());
        to.setRevision(record.revision() + missed);
        to.setDirection(CallRecordDirection.valueOf(record.direction().name()));
        to.setCallerClass(CallRecordCallerClass.valueOf(record.caller().kind().name()));
        to.setCallerNumber(cut(record.caller().number(), 64));
        to.setCallerName(cut(record.caller().name(), 128));
        to.set(CALL_RECORD.E164, record.e164());
        to.set(CALL_RECORD.CUSTOMER_ID, record.customer());
        to.set(CALL_RECORD.DID, record.did() == null ? null : cut(record.did(), 32));
        to.set(CALL_RECORD.QUEUE, record.queue() == null ? null : cut(record.queue(), 64));
        to.set(CALL_RECORD.AGENT, record.agent() == null ? null : record.agent().value());
        to.setStartedAt(record.startedAt());
        to.set(CALL_RECORD.ANSWERED_AT, record.answeredAt());
        to.set(CALL_RECORD.ENDED_AT, record.endedAt());
        to.setWaitMillis(record.waitMillis());
        to.setTalkMillis(record.talkMillis());
        to.setOutcome(CallRecordOutcome.valueOf(record.outcome().name()));
        to.set(CALL_RECORD.HUNG_UP_BY, record.hungUpBy());
        to.setCertainty(CallRecordCertainty.valueOf(record.certainty().name()));
        to.set(
                CALL_RECORD.PART_OF,
                record.partOf() == null ? null : record.partOf().value());
        to.setTransfers(
                json(record.transfers().stream().map(CallDetail.Handover::of).toList()));
        // A repair that was decided before the last note was written.
        to.setNotes(before == null || missed == 0 ? notes(record) : before.notes());
        to.setBecause(json(record.because()));
        return to;
    }

    private static JSON notes(CallRecord record) {
        return json(record.notes().stream().map(CallDetail.Said::of).toList());
    }

    private static JSON json(List<?> list) {
        return JSON.valueOf(JSON_MAPPER.writeValueAsString(list));
    }

    private static CallLegRecord leg(DSLContext tables, CallRecord record, long id, int position) {
        CallRecord.Leg leg = record.legs().get(position);
        CallLegRecord to = tables.newRecord(CALL_LEG);
        to.setRecordId(id);
        to.setPosition((short) position);
        to.setConnection(leg.connection().toString());
        to.setDevice(cut(leg.device(), 128));
        to.setNumber(cut(leg.number(), 64));
        to.set(CALL_LEG.AGENT, leg.agent() == null ? null : leg.agent().value());
        to.set(CALL_LEG.QUEUE, leg.queue() == null ? null : cut(leg.queue(), 64));
        to.setCallStartedAt(record.startedAt());
        to.setStartedAt(leg.startedAt());
        to.set(CALL_LEG.RINGING_AT, leg.ringingAt());
        to.set(CALL_LEG.ANSWERED_AT, leg.answeredAt());
        to.set(CALL_LEG.ENDED_AT, leg.endedAt());
        to.setTalkMillis(leg.talkMillis());
        to.setHeldMillis(leg.heldMillis());
        to.set(CALL_LEG.CAUSE, leg.cause() == null ? null : leg.cause().name());
        to.setQ850((short) Math.min(leg.q850(), Short.MAX_VALUE));
        return to;
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
