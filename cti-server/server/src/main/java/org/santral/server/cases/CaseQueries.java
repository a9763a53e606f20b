package org.santral.server.cases;

import static org.jooq.impl.DSL.coalesce;
import static org.santral.server.tables.Tables.CASE_CALL;
import static org.santral.server.tables.Tables.CASE_CATEGORY;
import static org.santral.server.tables.Tables.CASE_STEP;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_CASE;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.TEAM;
import static org.santral.server.tables.Tables.TEAM_PERSON;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.santral.server.rest.DueCursor;
import org.santral.server.tables.enums.CustomerCaseState;
import org.santral.server.tables.tables.Customer;
import org.santral.server.tables.tables.records.CustomerCaseRecord;

/// Cases as they are read: one, or pages of them in the order in which they are to be worked on.
final class CaseQueries {
    /// A case of a merged customer is told with the one it became.
    private static final Customer STANDS_FOR = CUSTOMER.as("stands_for");

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final DSLContext sql;
    private final InstantSource clock;

    CaseQueries(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Which cases: all conditions hold.
    ///
    /// @param person in charge, null for all
    /// @param teamsOf a login: cases of the teams that person is in, null for all
    /// @param customer null for all
    record Which(
            @Nullable String person,
            @Nullable String teamsOf,
            @Nullable Long customer,
            boolean openOnly,
            boolean overdueOnly) {}

    /// What is due first stands first, what nothing was promised for last; of equal ones the older.
    CaseView.Page page(Which which, @Nullable DueCursor after, int limit) {
        var due = coalesce(CUSTOMER_CASE.DUE_AT, DSL.val(NEVER, CUSTOMER_CASE.DUE_AT));
        Condition from = after == null
                ? DSL.noCondition()
                : DSL.row(due, CUSTOMER_CASE.ID).gt(DSL.val(after.due(), CUSTOMER_CASE.DUE_AT), DSL.val(after.id()));
        List<CaseView> found = select(sql)
                .where(condition(which))
                .and(from)
                .orderBy(due, CUSTOMER_CASE.ID)
                .limit(limit + 1)
                .fetch(this::view);
        if (found.size() <= limit) {
            return new CaseView.Page(found, null);
        }
        List<CaseView> page = found.subList(0, limit);
        CaseView last = page.getLast();
        Instant lastDue = last.dueAt();
        return new CaseView.Page(page, new DueCursor(lastDue == null ? NEVER : lastDue, last.id()).text());
    }

    /// The newest first, by when they were opened.
    List<CaseView> newest(Collection<Long> customers, Instant upTo, int most) {
        return select(sql)
                .where(CUSTOMER_CASE.CUSTOMER_ID.in(customers))
                .and(CUSTOMER_CASE.OPENED_AT.le(upTo))
                .orderBy(CUSTOMER_CASE.OPENED_AT.desc(), CUSTOMER_CASE.ID.desc())
                .limit(most)
                .fetch(this::view);
    }

    /// The cases that a call belongs to, the newest first.
    List<CaseView> ofCall(CaseView.CallOf call) {
        return select(sql)
                .where(CUSTOMER_CASE.ID.in(DSL.select(CASE_CALL.CASE_ID)
                        .from(CASE_CALL)
                        .where(CASE_CALL.PBX.eq(call.pbx()))
                        .and(CASE_CALL.CALL_ID.eq(call.id()))))
                .orderBy(CUSTOMER_CASE.ID.desc())
                .fetch(this::view);
    }

    private Condition condition(Which which) {
        List<Condition> all = new ArrayList<>();
        if (which.person() != null) {
            all.add(PERSON.LOGIN.eq(which.person()));
        }
        if (which.teamsOf() != null) {
            var member = PERSON.as("member");
            all.add(CUSTOMER_CASE.TEAM_ID.in(DSL.select(TEAM_PERSON.TEAM_ID)
                    .from(TEAM_PERSON)
                    .join(member)
                    .on(member.ID.eq(TEAM_PERSON.PERSON_ID))
                    .where(member.LOGIN.eq(which.teamsOf()))));
        }
        if (which.customer() != null) {
            all.add(CUSTOMER_CASE.CUSTOMER_ID.in(DSL.select(CUSTOMER.ID)
                    .from(CUSTOMER)
                    .where(CUSTOMER.ID.eq(which.customer()).or(CUSTOMER.MERGED_INTO.eq(which.customer())))));
        }
        if (which.openOnly() || which.overdueOnly()) {
            all.add(CUSTOMER_CASE.STATE.in(
                    CustomerCaseState.NEW, CustomerCaseState.IN_WORK, CustomerCaseState.WAITING));
        }
        if (which.overdueOnly()) {
            Instant now = clock.instant();
            all.add(CUSTOMER_CASE
                    .DUE_AT
                    .lt(now)
                    .or(CUSTOMER_CASE.FIRST_ANSWER_AT.isNull().and(CUSTOMER_CASE.ANSWER_DUE_AT.lt(now))));
        }
        return DSL.and(all);
    }

    Optional<CaseView.Whole> whole(DSLContext in, long id) {
        return select(in)
                .where(CUSTOMER_CASE.ID.eq(id))
                .fetchOptional(this::view)
                .map(whole -> new CaseView.Whole(whole, steps(in, id), calls(in, id)));
    }

    private static List<CaseView.StepView> steps(DSLContext in, long id) {
        return in.selectFrom(CASE_STEP)
                .where(CASE_STEP.CASE_ID.eq(id))
                .orderBy(CASE_STEP.AT, CASE_STEP.ID)
                .fetch(row -> new CaseView.StepView(
                        row.getAt(), row.getLogin(), row.getWhat(), row.getWas(), row.getBecame(), row.getText()));
    }

    private static List<CaseView.CallOf> calls(DSLContext in, long id) {
        return in.selectFrom(CASE_CALL)
                .where(CASE_CALL.CASE_ID.eq(id))
                .orderBy(CASE_CALL.PBX, CASE_CALL.CALL_ID)
                .fetch(row -> new CaseView.CallOf(row.getPbx(), row.getCallId()));
    }

    private static SelectOnConditionStep<Record> select(DSLContext in) {
        return in.select(CUSTOMER_CASE.fields())
                .select(STANDS_FOR.ID, STANDS_FOR.NAME, CASE_CATEGORY.NAME, CASE_CATEGORY.KIND)
                .select(TEAM.NAME, PERSON.LOGIN, PERSON.NAME)
                .from(CUSTOMER_CASE)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_CASE.CUSTOMER_ID))
                .join(STANDS_FOR)
                .on(STANDS_FOR.ID.eq(coalesce(CUSTOMER.MERGED_INTO, CUSTOMER.ID)))
                .join(CASE_CATEGORY)
                .on(CASE_CATEGORY.ID.eq(CUSTOMER_CASE.CATEGORY_ID))
                .leftJoin(TEAM)
                .on(TEAM.ID.eq(CUSTOMER_CASE.TEAM_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(CUSTOMER_CASE.PERSON_ID));
    }

    private CaseView view(Record row) {
        CustomerCaseRecord fields = row.into(CUSTOMER_CASE);
        CaseState state = CaseTables.state(fields);
        Integer team = state.team();
        String login = row.get(PERSON.LOGIN);
        return new CaseView(
                fields.getId(),
                fields.getVersion(),
                new CaseView.Named(row.get(STANDS_FOR.ID), row.get(STANDS_FOR.NAME)),
                new CaseView.Named(state.category(), row.get(CASE_CATEGORY.NAME)),
                row.get(CASE_CATEGORY.KIND),
                state.title(),
                fields.getText(),
                state.priority(),
                state.state(),
                team == null ? null : new CaseView.Named(team, row.get(TEAM.NAME)),
                login == null ? null : new CaseView.Who(login, row.get(PERSON.NAME)),
                state.opened(),
                fields.getOpenedBy(),
                state.due(),
                state.answerDue(),
                state.firstAnswer(),
                state.solved(),
                state.closed(),
                state.escalated(),
                state.isOverdue(clock.instant()),
                seconds(state.opened(), state.firstAnswer()),
                seconds(state.opened(), state.solved()),
                List.copyOf(CaseFlow.possible(state.state())));
    }

    private static @Nullable Long seconds(Instant from, @Nullable Instant to) {
        return to == null ? null : Duration.between(from, to).toSeconds();
    }
}
