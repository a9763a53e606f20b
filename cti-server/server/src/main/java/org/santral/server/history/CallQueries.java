package org.santral.server.history;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.santral.server.tables.Tables.CALL_LEG;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.SEGMENT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord;
import org.santral.server.people.Person;
import org.santral.server.recordings.RecordingQueries;
import org.santral.server.tables.tables.Customer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the history back, each person what they may see.
final class CallQueries {
    /// A consultation may become part of a conference that becomes part of a customer's call.
    private static final int MOST_HOPS = 8;

    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Because>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<CallDetail.Handover>> TRANSFERS = new TypeReference<>() {};
    private static final TypeReference<List<CallDetail.Said>> NOTES = new TypeReference<>() {};
    private static final Customer COMPANY = CUSTOMER.as("company");
    private static final Field<String> COMPANY_NAME = COMPANY.NAME.as("company_name");
    private static final Field<String> SEGMENT_NAME = SEGMENT.NAME.as("segment_name");

    private final DSLContext sql;
    private final NamedRows names;
    private final RecordingQueries recordings;

    CallQueries(DSLContext sql, NamedRows names, RecordingQueries recordings) {
        this.recordings = recordings;
        this.sql = sql;
        this.names = names;
    }

    /// Where a page ends: no two calls have the same, and it stays valid while new calls come in.
    record Cursor(Instant startedAt, long id) {
        /// Of the year 9999: later, `datetime` has no room.
        private static final long LAST_SECOND = 253_402_300_799L;

        static Cursor parse(String text) {
            String[] parts = text.split("_", 3);
            if (parts.length != 3) {
                throw new IllegalArgumentException("no cursor: " + text);
            }
            long seconds = Long.parseLong(parts[0]);
            long nanos = Long.parseLong(parts[1]);
            if (seconds < 0 || seconds > LAST_SECOND || nanos < 0 || nanos > 999_999_999) {
                throw new IllegalArgumentException("no time of a call: " + text);
            }
            return new Cursor(Instant.ofEpochSecond(seconds, nanos), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return startedAt.getEpochSecond() + "_" + startedAt.getNano() + "_" + id;
        }
    }

    CallPage page(Person person, @Nullable Cursor before, int limit) {
        Condition older = before == null
                ? noCondition()
                : row(CALL_RECORD.STARTED_AT, CALL_RECORD.ID).lessThan(before.startedAt(), before.id());
        List<Record> found = List.copyOf(rows().where(older)
                .and(CALL_RECORD.PART_OF.isNull())
                .and(visibleTo(person))
                .orderBy(CALL_RECORD.STARTED_AT.desc(), CALL_RECORD.ID.desc())
                .limit(limit + 1)
                .fetch());
        boolean more = found.size() > limit;
        List<Record> shown = more ? found.subList(0, limit) : found;
        Record last = shown.isEmpty() ? null : shown.getLast();
        return new CallPage(
                shown.stream().map(this::callRow).toList(),
                more && last != null
                        ? new Cursor(last.get(CALL_RECORD.STARTED_AT), last.get(CALL_RECORD.ID)).toString()
                        : null);
    }

    /// A call that became part of another is told as that other one.
    Optional<CallDetail> detail(Person person, String pbx, String call) {
        return whole(person, pbx, call).map(found -> detail(person, found));
    }

    private CallDetail detail(Person reader, Record found) {
        return new CallDetail(
                callRow(found),
                legs(found.get(CALL_RECORD.ID)),
                list(found.get(CALL_RECORD.TRANSFERS), TRANSFERS),
                list(found.get(CALL_RECORD.NOTES), NOTES),
                list(found.get(CALL_RECORD.BECAUSE), REASONS),
                recordings.of(reader, found.get(CALL_RECORD.PBX), found.get(CALL_RECORD.CALL_ID)));
    }

    /// Of these customers, newest first, whoever asks: their history is one for all who may see them.
    ///
    /// @param made given when each began, to the microsecond, and what there is to say of it
    <T> List<T> ofCustomers(
            Person reader,
            Collection<Long> customers,
            Instant upTo,
            int most,
            BiFunction<Instant, CallDetail, T> made) {
        return rows().where(CALL_RECORD.CUSTOMER_ID.in(customers))
                .and(CALL_RECORD.STARTED_AT.le(upTo))
                .and(CALL_RECORD.PART_OF.isNull())
                .orderBy(CALL_RECORD.STARTED_AT.desc(), CALL_RECORD.ID.desc())
                .limit(most)
                .fetch()
                .map(found -> made.apply(found.get(CALL_RECORD.STARTED_AT), detail(reader, found)));
    }

    private Optional<Record> whole(Person person, String pbx, String call) {
        Optional<Record> found = found(person, pbx, call);
        for (int hops = 0; hops < MOST_HOPS && found.isPresent(); hops++) {
            String whole = found.get().get(CALL_RECORD.PART_OF);
            if (whole == null) {
                break;
            }
            found = found(person, pbx, whole);
        }
        return found;
    }

    private Optional<Record> found(Person person, String pbx, String call) {
        return rows().where(CALL_RECORD.PBX.eq(pbx))
                .and(CALL_RECORD.CALL_ID.eq(call))
                .and(visibleTo(person))
                .fetchOptional();
    }

    private SelectJoinStep<Record> rows() {
        return sql.select(CALL_RECORD.fields())
                .select(CUSTOMER.NAME, COMPANY_NAME, SEGMENT_NAME)
                .from(CALL_RECORD)
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(CALL_RECORD.CUSTOMER_ID))
                .leftJoin(COMPANY)
                .on(COMPANY.ID.eq(CUSTOMER.COMPANY_ID))
                .leftJoin(SEGMENT)
                .on(SEGMENT.ID.eq(CUSTOMER.SEGMENT_ID));
    }

    /// An agent sees the calls their own phone had a part in.
    private static Condition visibleTo(Person person) {
        return person.seesTheFloor()
                ? noCondition()
                : CALL_RECORD.ID.in(select(CALL_LEG.RECORD_ID).from(CALL_LEG).where(CALL_LEG.AGENT.eq(person.login())));
    }

    private CallRow callRow(Record found) {
        Long customer = found.get(CALL_RECORD.CUSTOMER_ID);
        String name = found.get(CUSTOMER.NAME);
        String agent = found.get(CALL_RECORD.AGENT);
        String number = found.get(CALL_RECORD.CALLER_NUMBER);
        String did = found.get(CALL_RECORD.DID);
        return new CallRow(
                found.get(CALL_RECORD.PBX) + "/" + found.get(CALL_RECORD.CALL_ID),
                found.get(CALL_RECORD.REVISION),
                Direction.valueOf(found.get(CALL_RECORD.DIRECTION).getLiteral()),
                new Caller(
                        CallerClass.valueOf(found.get(CALL_RECORD.CALLER_CLASS).getLiteral()),
                        number,
                        found.get(CALL_RECORD.CALLER_NAME)),
                names.display(number),
                customer == null || name == null
                        ? null
                        : new CallRow.CustomerName(customer, name, found.get(COMPANY_NAME), found.get(SEGMENT_NAME)),
                did,
                names.didLabel(did),
                found.get(CALL_RECORD.QUEUE),
                names.queueLabel(found.get(CALL_RECORD.QUEUE)),
                agent == null ? null : names.agent(agent),
                found.get(CALL_RECORD.STARTED_AT).toEpochMilli(),
                NamedRows.millis(found.get(CALL_RECORD.ANSWERED_AT)),
                NamedRows.millis(found.get(CALL_RECORD.ENDED_AT)),
                found.get(CALL_RECORD.WAIT_MILLIS),
                found.get(CALL_RECORD.TALK_MILLIS),
                CallRecord.Outcome.valueOf(found.get(CALL_RECORD.OUTCOME).getLiteral()),
                found.get(CALL_RECORD.HUNG_UP_BY),
                CallRecord.Certainty.valueOf(found.get(CALL_RECORD.CERTAINTY).getLiteral()),
                found.get(CALL_RECORD.PART_OF) == null
                        ? null
                        : found.get(CALL_RECORD.PBX) + "/" + found.get(CALL_RECORD.PART_OF));
    }

    private List<CallDetail.Leg> legs(long record) {
        return sql.selectFrom(CALL_LEG)
                .where(CALL_LEG.RECORD_ID.eq(record))
                .orderBy(CALL_LEG.POSITION)
                .fetch(leg -> new CallDetail.Leg(
                        leg.getConnection(),
                        leg.getDevice(),
                        leg.getNumber(),
                        leg.getAgent(),
                        leg.getQueue(),
                        leg.getStartedAt().toEpochMilli(),
                        NamedRows.millis(leg.getRingingAt()),
                        NamedRows.millis(leg.getAnsweredAt()),
                        NamedRows.millis(leg.getEndedAt()),
                        leg.getTalkMillis(),
                        leg.getHeldMillis(),
                        leg.getCause(),
                        leg.getQ850()));
    }

    private static <T> List<T> list(JSON stored, TypeReference<List<T>> of) {
        return JSON_MAPPER.readValue(stored.data(), of);
    }
}
