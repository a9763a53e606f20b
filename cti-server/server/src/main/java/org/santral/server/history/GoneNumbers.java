package org.santral.server.history;

import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.GONE_NUMBER;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.santral.call.Direction;
import org.santral.history.CallRecord;
import org.santral.server.tables.enums.CallRecordDirection;
import org.santral.server.tables.enums.CallRecordOutcome;

/// What the network says of numbers that we call: that nobody has them, or that somebody answered.
final class GoneNumbers {
    /// No such number, and number changed.
    private static final Set<Integer> GONE = Set.of(1, 22);

    private GoneNumbers() {}

    static void write(DSLContext tables, List<CallRecord> told) {
        told.stream()
                .filter(record -> record.direction() == Direction.OUTGOING && record.endedAt() != null)
                .sorted(Comparator.comparing(CallRecord::startedAt))
                .forEach(record -> write(tables, record));
    }

    private static void write(DSLContext tables, CallRecord record) {
        String number = record.e164();
        Instant ended = record.endedAt();
        if (number == null || ended == null) {
            return;
        }
        Optional<Integer> why = record.legs().stream()
                .map(CallRecord.Leg::q850)
                .filter(GONE::contains)
                .findFirst();
        if (record.outcome() == CallRecord.Outcome.ANSWERED) {
            tables.deleteFrom(GONE_NUMBER)
                    .where(GONE_NUMBER.E164.eq(number))
                    .and(GONE_NUMBER.TOLD_AT.le(ended))
                    .execute();
        } else if (why.isPresent() && !answeredSince(tables, number, ended)) {
            short q850 = why.get().shortValue();
            tables.insertInto(GONE_NUMBER)
                    .set(GONE_NUMBER.E164, number)
                    .set(GONE_NUMBER.Q850, q850)
                    .set(GONE_NUMBER.TOLD_AT, ended)
                    .onDuplicateKeyUpdate()
                    .set(GONE_NUMBER.Q850, q850)
                    .set(GONE_NUMBER.TOLD_AT, greatest(GONE_NUMBER.TOLD_AT, val(ended, GONE_NUMBER.TOLD_AT)))
                    .execute();
        }
    }

    /// A call may be written long after later ones: repaired, or told by the ledger alone.
    private static boolean answeredSince(DSLContext tables, String number, Instant ended) {
        return tables.fetchExists(
                CALL_RECORD,
                CALL_RECORD
                        .E164
                        .eq(number)
                        .and(CALL_RECORD.STARTED_AT.gt(ended))
                        .and(CALL_RECORD.DIRECTION.eq(CallRecordDirection.OUTGOING))
                        .and(CALL_RECORD.OUTCOME.eq(CallRecordOutcome.ANSWERED)));
    }
}
