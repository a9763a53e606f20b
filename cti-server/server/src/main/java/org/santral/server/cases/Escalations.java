package org.santral.server.cases;

import static org.santral.server.tables.Tables.CUSTOMER_CASE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.santral.server.tables.enums.CustomerCaseState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands on what is overdue, once for each promise that was missed. Looks every half minute, each case in a
/// transaction of its own.
final class Escalations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;

    private final DSLContext sql;
    private final InstantSource clock;
    private final Thread walker;
    private boolean failed;

    Escalations(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
        walker = Thread.ofVirtual().name("escalations").unstarted(this::run);
    }

    void start() {
        walker.start();
    }

    private void run() {
        try {
            while (true) {
                round();
                Thread.sleep(ROUND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            once();
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.warn("Overdue cases cannot be looked at now ({}): tried again every half minute", e.getMessage());
            }
            failed = true;
        }
    }

    /// @return how many were handed on
    int once() {
        Instant now = clock.instant();
        List<Long> overdue = sql.select(CUSTOMER_CASE.ID)
                .from(CUSTOMER_CASE)
                .where(CUSTOMER_CASE.STATE.in(
                        CustomerCaseState.NEW, CustomerCaseState.IN_WORK, CustomerCaseState.WAITING))
                .and(CUSTOMER_CASE.ESCALATED_AT.isNull())
                .and(CUSTOMER_CASE
                        .DUE_AT
                        .lt(now)
                        .or(CUSTOMER_CASE.FIRST_ANSWER_AT.isNull().and(CUSTOMER_CASE.ANSWER_DUE_AT.lt(now))))
                .orderBy(CUSTOMER_CASE.ID)
                .limit(AT_ONCE)
                .fetch(CUSTOMER_CASE.ID);
        int done = 0;
        for (long id : overdue) {
            if (sql.transactionResult(inside -> escalate(inside.dsl(), id, now))) {
                done++;
            }
        }
        return done;
    }

    private static boolean escalate(DSLContext in, long id, Instant now) {
        CaseTables.Standing standing = CaseTables.lock(in, id).orElse(null);
        if (standing == null) {
            return false;
        }
        Category category =
                Definitions.category(in, standing.state().category()).orElseThrow();
        CaseFlow.Result.Moved moved = CaseFlow.escalate(standing.state(), category, standing.names(), now)
                .orElse(null);
        if (moved == null) {
            return false;
        }
        CaseTables.write(in, id, standing.version(), moved.now());
        CaseTables.steps(in, id, moved.steps(), null, now);
        return true;
    }

    @Override
    public void close() throws InterruptedException {
        if (walker.isAlive()) {
            walker.interrupt();
            walker.join(Duration.ofSeconds(2));
        }
    }
}
