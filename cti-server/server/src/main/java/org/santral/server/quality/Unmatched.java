package org.santral.server.quality;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.LEARNED_NUMBER;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CallRecordDirection;

/// Who called from outside and is nobody's in the book, who calls most first.
final class Unmatched {
    private final DSLContext sql;
    private final PhoneNumbers numbers;
    private final InstantSource clock;

    Unmatched(DSLContext sql, PhoneNumbers numbers, InstantSource clock) {
        this.sql = sql;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// @param name as the network told it the last time, may be empty
    record Caller(String e164, String display, String name, int calls, Instant last) {}

    List<Caller> callers(int days, int limit) {
        Field<Integer> calls = count();
        Field<Instant> last = max(CALL_RECORD.STARTED_AT);
        Field<String> name = max(CALL_RECORD.CALLER_NAME);
        return sql.select(CALL_RECORD.E164, name, calls, last)
                .from(CALL_RECORD)
                .where(CALL_RECORD.STARTED_AT.gt(clock.instant().minus(Duration.ofDays(days))))
                .and(CALL_RECORD.DIRECTION.eq(CallRecordDirection.INCOMING))
                .and(CALL_RECORD.E164.isNotNull())
                .and(CALL_RECORD.CUSTOMER_ID.isNull())
                .and(CALL_RECORD.PART_OF.isNull())
                .and(notExists(selectOne().from(CUSTOMER_NUMBER).where(CUSTOMER_NUMBER.E164.eq(CALL_RECORD.E164))))
                .and(notExists(selectOne().from(LEARNED_NUMBER).where(LEARNED_NUMBER.E164.eq(CALL_RECORD.E164))))
                .groupBy(CALL_RECORD.E164)
                .orderBy(calls.desc(), last.desc())
                .limit(limit)
                .fetch(row -> new Caller(
                        row.value1(), numbers.display(row.value1()), row.value2(), row.value3(), row.value4()));
    }
}
