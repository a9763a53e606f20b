package org.santral.server.recordings;

import static org.santral.server.tables.Tables.CALL_LEG;
import static org.santral.server.tables.Tables.CALL_RECORD;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord;
import org.santral.history.Recording;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.tables.enums.CallRecordCallerClass;
import org.santral.server.tables.enums.CallRecordCertainty;
import org.santral.server.tables.enums.CallRecordDirection;
import org.santral.server.tables.enums.CallRecordOutcome;

/// Calls as the history has them: one leg of the caller, one of Sara, who answered.
final class TestCalls {
    private static final Instant BEGIN = Instant.parse("2026-11-20T09:59:00Z");

    private TestCalls() {}

    static void write(DSLContext sql, PbxId pbx, String id, List<Recording> recordings) {
        var row = sql.newRecord(CALL_RECORD);
        row.setPbx(pbx.value());
        row.setCallId(id);
        row.setRevision(1L);
        row.setDirection(CallRecordDirection.INCOMING);
        row.setCallerClass(CallRecordCallerClass.NUMBER);
        row.setCallerNumber("02112345678");
        row.setCallerName("");
        row.setStartedAt(BEGIN);
        row.setEndedAt(BEGIN.plusSeconds(30));
        row.setWaitMillis(0L);
        row.setTalkMillis(0L);
        row.setOutcome(CallRecordOutcome.ANSWERED);
        row.setCertainty(CallRecordCertainty.LIVE);
        row.setBecause(JSON.valueOf("[]"));
        row.store();
        leg(sql, row.getId(), 0, pbx.value() + "/" + id, "PJSIP/trunk", null);
        leg(sql, row.getId(), 1, pbx.value() + "/" + id + "1", "PJSIP/1001", "sara");
        RecordingRows.write(sql, List.of(record(new CallId(pbx, id), recordings)));
    }

    private static void leg(
            DSLContext sql,
            long record,
            int position,
            String connection,
            String device,
            @org.jspecify.annotations.Nullable String agent) {
        var leg = sql.newRecord(CALL_LEG);
        leg.setRecordId(record);
        leg.setPosition((short) position);
        leg.setConnection(connection);
        leg.setDevice(device);
        leg.setNumber("");
        leg.setAgent(agent);
        leg.setCallStartedAt(BEGIN);
        leg.setStartedAt(BEGIN);
        leg.setAnsweredAt(BEGIN);
        leg.setEndedAt(BEGIN.plusSeconds(30));
        leg.setTalkMillis(0L);
        leg.setHeldMillis(0L);
        leg.setQ850((short) 16);
        leg.insert();
    }

    private static CallRecord record(CallId call, List<Recording> recordings) {
        return new CallRecord(
                call,
                1,
                Direction.INCOMING,
                new Caller(CallerClass.NUMBER, "02112345678", ""),
                null,
                null,
                null,
                null,
                null,
                BEGIN,
                BEGIN,
                BEGIN.plusSeconds(30),
                0,
                0,
                CallRecord.Outcome.ANSWERED,
                null,
                CallRecord.Certainty.LIVE,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                recordings);
    }
}
