package org.santral.server.cases;

import static org.jooq.impl.DSL.coalesce;
import static org.santral.server.tables.Tables.CASE_CALL;
import static org.santral.server.tables.Tables.CASE_STEP;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_CASE;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.TEAM;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.tables.records.CustomerCaseRecord;

/// Cases and their steps in the tables; each call is one transaction of the caller's.
final class CaseTables {
    private CaseTables() {}

    /// A case with what has to be known to change it, locked until the transaction is over.
    record Standing(int version, CaseState state, CaseFlow.Names names) {}

    static Optional<Standing> lock(DSLContext in, long id) {
        CustomerCaseRecord row = in.selectFrom(CUSTOMER_CASE)
                .where(CUSTOMER_CASE.ID.eq(id))
                .forUpdate()
                .fetchOne();
        if (row == null) {
            return Optional.empty();
        }
        CaseState state = state(row);
        Integer team = state.team();
        Integer person = state.person();
        return Optional.of(new Standing(
                row.getVersion(),
                state,
                new CaseFlow.Names(
                        Definitions.category(in, state.category())
                                .map(Category::name)
                                .orElse(""),
                        team == null ? "" : text(in.fetchOne(TEAM, TEAM.ID.eq(team)), TEAM.NAME),
                        person == null ? "" : text(in.fetchOne(PERSON, PERSON.ID.eq(person)), PERSON.LOGIN))));
    }

    private static String text(@Nullable Record row, org.jooq.Field<String> name) {
        return row == null ? "" : row.get(name);
    }

    static CaseState state(CustomerCaseRecord row) {
        return new CaseState(
                row.getCategoryId(),
                row.getTitle(),
                row.getPriority(),
                row.getState(),
                row.getTeamId(),
                row.getPersonId(),
                row.getOpenedAt(),
                row.getDueAt(),
                row.getAnswerDueAt(),
                row.getFirstAnswerAt(),
                row.getSolvedAt(),
                row.getClosedAt(),
                row.getEscalatedAt());
    }

    /// @return the customer that this id stands for now, empty when there is none
    static Optional<Long> customer(DSLContext in, long id) {
        return Optional.ofNullable(in.select(coalesce(CUSTOMER.MERGED_INTO, CUSTOMER.ID))
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .fetchOne(0, Long.class));
    }

    static long open(DSLContext in, long customer, CaseState state, String text, @Nullable String by) {
        CustomerCaseRecord row = in.newRecord(CUSTOMER_CASE);
        row.setCustomerId(customer);
        row.setText(text);
        row.setOpenedAt(state.opened());
        row.setOpenedBy(by);
        row.setVersion(1);
        fill(row, state);
        row.insert();
        return Objects.requireNonNull(row.getId(), "the database gives every case an id");
    }

    static void write(DSLContext in, long id, int version, CaseState state) {
        CustomerCaseRecord row = in.newRecord(CUSTOMER_CASE);
        fill(row, state);
        row.setVersion(version + 1);
        in.update(CUSTOMER_CASE)
                .set(row)
                .where(CUSTOMER_CASE.ID.eq(id))
                .and(CUSTOMER_CASE.VERSION.eq(version))
                .execute();
    }

    private static void fill(CustomerCaseRecord row, CaseState state) {
        row.setCategoryId(state.category());
        row.setTitle(state.title());
        row.setPriority(state.priority());
        row.setState(state.state());
        row.setTeamId(state.team());
        row.setPersonId(state.person());
        row.setDueAt(state.due());
        row.setAnswerDueAt(state.answerDue());
        row.setFirstAnswerAt(state.firstAnswer());
        row.setSolvedAt(state.solved());
        row.setClosedAt(state.closed());
        row.setEscalatedAt(state.escalated());
    }

    static void steps(DSLContext in, long id, List<Step> steps, @Nullable String by, Instant at) {
        for (Step step : steps) {
            in.insertInto(CASE_STEP)
                    .set(CASE_STEP.CASE_ID, id)
                    .set(CASE_STEP.AT, at)
                    .set(CASE_STEP.LOGIN, by)
                    .set(CASE_STEP.WHAT, step.what())
                    .set(CASE_STEP.WAS, step.was())
                    .set(CASE_STEP.BECAME, step.became())
                    .set(CASE_STEP.TEXT, step.text())
                    .execute();
        }
    }

    /// @return false when it belonged to the case before
    static boolean addCall(DSLContext in, long id, CaseView.CallOf call) {
        return in.insertInto(CASE_CALL)
                        .set(CASE_CALL.CASE_ID, id)
                        .set(CASE_CALL.PBX, call.pbx())
                        .set(CASE_CALL.CALL_ID, call.id())
                        .onDuplicateKeyIgnore()
                        .execute()
                > 0;
    }

    /// @return false when it did not belong to the case
    static boolean removeCall(DSLContext in, long id, CaseView.CallOf call) {
        return in.deleteFrom(CASE_CALL)
                        .where(CASE_CALL.CASE_ID.eq(id))
                        .and(CASE_CALL.PBX.eq(call.pbx()))
                        .and(CASE_CALL.CALL_ID.eq(call.id()))
                        .execute()
                > 0;
    }
}
