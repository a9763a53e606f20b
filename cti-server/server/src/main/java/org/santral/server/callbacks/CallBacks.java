package org.santral.server.callbacks;

import static org.jooq.impl.DSL.coalesce;
import static org.santral.server.tables.Tables.CALL_BACK;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.PERSON;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.rest.DueCursor;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CallBackState;
import org.santral.server.tables.tables.Customer;
import org.santral.server.tables.tables.records.CallBackRecord;
import org.springframework.http.HttpStatus;

/// Promises in their table.
final class CallBacks {
    private static final Customer STANDS_FOR = CUSTOMER.as("stands_for");

    private final DSLContext sql;
    private final PhoneNumbers numbers;
    private final InstantSource clock;

    CallBacks(DSLContext sql, PhoneNumbers numbers, InstantSource clock) {
        this.sql = sql;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// What a promise is to be.
    record Promise(
            @Nullable Long customer,
            String number,
            Instant due,
            @Nullable Integer person,
            String remark,
            @Nullable String pbx,
            @Nullable String call) {}

    /// What is to change; null is left as it is.
    record Wish(
            @Nullable Instant due,
            @Nullable Whom person,
            @Nullable String remark,
            @Nullable CallBackState state) {
        record Whom(@Nullable Integer id) {}
    }

    /// Which of them: all conditions hold.
    record Which(@Nullable String person, @Nullable Long customer, boolean openOnly) {}

    DSLContext sql() {
        return sql;
    }

    String e164(String number) {
        PhoneNumbers.Reading reading = numbers.read(number);
        return reading.isNumber() ? reading.e164() : number;
    }

    static boolean isCustomer(DSLContext in, long id) {
        return in.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id));
    }

    CallBackView promise(DSLContext in, Promise promise, String by) {
        CallBackRecord row = in.newRecord(CALL_BACK);
        row.setCustomerId(promise.customer());
        row.setNumber(e164(promise.number()));
        row.setDueAt(promise.due().truncatedTo(ChronoUnit.MILLIS));
        row.setPersonId(promise.person());
        row.setState(CallBackState.OPEN);
        row.setRemark(promise.remark());
        row.setPbx(promise.pbx());
        row.setCallId(promise.call());
        row.setMadeAt(now());
        row.setMadeBy(by);
        row.insert();
        return read(in, Objects.requireNonNull(row.getId())).orElseThrow();
    }

    CallBackView change(DSLContext in, long id, @Nullable Integer version, Wish wish, String by) {
        CallBackRecord row = in.selectFrom(CALL_BACK)
                .where(CALL_BACK.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Refusal.notFound("There is no call-back " + id + "."));
        if (version != null && !version.equals(row.getVersion())) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_FAILED,
                    "Changed meanwhile",
                    "Somebody changed this call-back since it was read: read it again and change that.");
        }
        if (wish.due() != null) {
            row.setDueAt(wish.due().truncatedTo(ChronoUnit.MILLIS));
        }
        if (wish.person() != null) {
            row.setPersonId(wish.person().id());
        }
        if (wish.remark() != null) {
            row.setRemark(wish.remark());
        }
        if (wish.state() != null && wish.state() != row.getState()) {
            boolean open = wish.state() == CallBackState.OPEN;
            row.setState(wish.state());
            row.setEndedAt(open ? null : now());
            row.setEndedBy(open ? null : by);
        }
        if (row.modified()) {
            row.setVersion(row.getVersion() + 1);
            row.update();
        }
        return read(in, id).orElseThrow();
    }

    Optional<CallBackView> read(DSLContext in, long id) {
        return rows(in, CALL_BACK.ID.eq(id)).fetchOptional(this::view);
    }

    /// What is due first stands first.
    CallBackView.Page page(Which which, @Nullable DueCursor after, int limit) {
        List<Condition> all = new ArrayList<>();
        if (which.person() != null) {
            all.add(PERSON.LOGIN.eq(which.person()));
        }
        if (which.customer() != null) {
            all.add(STANDS_FOR.ID.eq(which.customer()));
        }
        if (which.openOnly()) {
            all.add(CALL_BACK.STATE.eq(CallBackState.OPEN));
        }
        if (after != null) {
            all.add(DSL.row(CALL_BACK.DUE_AT, CALL_BACK.ID)
                    .gt(DSL.val(after.due(), CALL_BACK.DUE_AT), DSL.val(after.id())));
        }
        List<CallBackView> found = rows(sql, DSL.and(all))
                .orderBy(CALL_BACK.DUE_AT, CALL_BACK.ID)
                .limit(limit + 1)
                .fetch(this::view);
        if (found.size() <= limit) {
            return new CallBackView.Page(found, null);
        }
        CallBackView last = found.get(limit - 1);
        return new CallBackView.Page(found.subList(0, limit), new DueCursor(last.dueAt(), last.id()).text());
    }

    /// The newest first, by when they were made.
    List<CallBackView> newest(Collection<Long> customers, Instant upTo, int most) {
        return rows(sql, CALL_BACK.CUSTOMER_ID.in(customers).and(CALL_BACK.MADE_AT.le(upTo)))
                .orderBy(CALL_BACK.MADE_AT.desc(), CALL_BACK.ID.desc())
                .limit(most)
                .fetch(this::view);
    }

    private static SelectConditionStep<Record> rows(DSLContext in, Condition which) {
        return in.select(CALL_BACK.fields())
                .select(STANDS_FOR.ID, STANDS_FOR.NAME, PERSON.LOGIN, PERSON.NAME)
                .from(CALL_BACK)
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(CALL_BACK.CUSTOMER_ID))
                .leftJoin(STANDS_FOR)
                .on(STANDS_FOR.ID.eq(coalesce(CUSTOMER.MERGED_INTO, CUSTOMER.ID)))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(CALL_BACK.PERSON_ID))
                .where(which);
    }

    private CallBackView view(Record row) {
        CallBackRecord fields = row.into(CALL_BACK);
        Long customer = row.get(STANDS_FOR.ID);
        String login = row.get(PERSON.LOGIN);
        boolean open = fields.getState() == CallBackState.OPEN;
        return new CallBackView(
                fields.getId(),
                fields.getVersion(),
                customer == null ? null : new CallBackView.Customer(customer, row.get(STANDS_FOR.NAME)),
                fields.getNumber(),
                numbers.display(fields.getNumber()),
                fields.getDueAt(),
                login == null ? null : new CallBackView.Who(login, row.get(PERSON.NAME)),
                fields.getState(),
                fields.getRemark(),
                fields.getPbx(),
                fields.getCallId(),
                fields.getMadeAt(),
                fields.getMadeBy(),
                fields.getEndedAt(),
                fields.getEndedBy(),
                open && fields.getDueAt().isBefore(clock.instant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
