package org.santral.server.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.rest.DueCursor;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CaseStepWhat;
import org.springframework.http.HttpStatus;

/// Opens and changes cases, each in one transaction with its steps.
final class Cases {
    private final DSLContext sql;
    private final CaseQueries queries;
    private final InstantSource clock;

    Cases(DSLContext sql, CaseQueries queries, InstantSource clock) {
        this.sql = sql;
        this.queries = queries;
        this.clock = clock;
    }

    Optional<CaseView.Whole> read(long id) {
        return queries.whole(sql, id);
    }

    CaseView.Page page(CaseQueries.Which which, @Nullable DueCursor after, int limit) {
        return queries.page(which, after, limit);
    }

    DSLContext sql() {
        return sql;
    }

    /// @param in the transaction of whoever asks
    CaseView.Whole open(DSLContext in, CaseForms.Opening form, String by) {
        Instant now = now();
        long customer = CaseTables.customer(in, form.customer()).orElseThrow();
        CaseState state = CaseFlow.opened(form.category(), form.title(), form.priority(), now);
        long id = CaseTables.open(in, customer, state, form.text(), by);
        CaseTables.steps(
                in,
                id,
                List.of(new Step(CaseStepWhat.OPENED, null, form.category().name(), "")),
                by,
                now);
        if (!form.more().isEmpty()) {
            move(in, id, null, form.more(), by, now);
        }
        if (form.call() != null) {
            // The customer told us in it: it is no answer yet.
            CaseTables.addCall(in, id, form.call());
            CaseTables.steps(in, id, List.of(new Step(CaseStepWhat.CALL, null, name(form.call()), "")), by, now);
        }
        return queries.whole(in, id).orElseThrow();
    }

    /// @param version that whoever asks has seen, null for whatever it is
    CaseView.Whole change(DSLContext in, long id, @Nullable Integer version, Wish wish, String by) {
        move(in, id, version, wish, by, now());
        return queries.whole(in, id).orElseThrow();
    }

    private static void move(DSLContext in, long id, @Nullable Integer version, Wish wish, String by, Instant now) {
        CaseTables.Standing standing = CaseTables.lock(in, id).orElseThrow(() -> none(id));
        if (version != null && version != standing.version()) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_FAILED,
                    "Changed meanwhile",
                    "Somebody changed this case since it was read: read it again and change that.");
        }
        switch (CaseFlow.apply(standing.state(), standing.names(), wish, now)) {
            case CaseFlow.Result.Moved moved -> {
                CaseTables.write(in, id, standing.version(), moved.now());
                CaseTables.steps(in, id, moved.steps(), by, now);
            }
            case CaseFlow.Result.Same same -> {
                // Nothing is written, and nothing has to be told.
            }
            case CaseFlow.Result.NotFrom(var from, var wanted, var possible) ->
                throw Refusal.conflict(
                        "Not from here",
                        "A case that is " + from + " cannot become " + wanted + "; it may become " + possible + ".");
        }
    }

    CaseView.Whole addCall(long id, CaseView.CallOf call, String by) {
        return sql.transactionResult(inside -> {
            DSLContext in = inside.dsl();
            CaseTables.Standing standing = CaseTables.lock(in, id).orElseThrow(() -> none(id));
            Instant now = now();
            if (CaseTables.addCall(in, id, call)
                    && CaseFlow.called(standing.state(), name(call), now) instanceof CaseFlow.Result.Moved moved) {
                CaseTables.write(in, id, standing.version(), moved.now());
                CaseTables.steps(in, id, moved.steps(), by, now);
            }
            return queries.whole(in, id).orElseThrow();
        });
    }

    CaseView.Whole removeCall(long id, CaseView.CallOf call, String by) {
        return sql.transactionResult(inside -> {
            DSLContext in = inside.dsl();
            CaseTables.Standing standing = CaseTables.lock(in, id).orElseThrow(() -> none(id));
            if (CaseTables.removeCall(in, id, call)) {
                CaseTables.write(in, id, standing.version(), standing.state());
                CaseTables.steps(in, id, List.of(new Step(CaseStepWhat.CALL, name(call), null, "")), by, now());
            }
            return queries.whole(in, id).orElseThrow();
        });
    }

    List<CaseView> ofCall(CaseView.CallOf call) {
        return queries.ofCall(call);
    }

    private static Refusal none(long id) {
        return Refusal.notFound("There is no case " + id + ".");
    }

    private static String name(CaseView.CallOf call) {
        String name = call.pbx() + "/" + call.id();
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
