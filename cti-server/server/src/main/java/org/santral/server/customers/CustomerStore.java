package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.rest.Fault;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CustomerAccessWhat;
import org.santral.server.tables.enums.CustomerChangeWhat;
import org.santral.server.tables.enums.CustomerKind;
import org.santral.server.tables.tables.records.CustomerRecord;
import org.springframework.http.HttpStatus;

/// Writes customers: each with its numbers, words and change in one transaction, or nothing of it.
public final class CustomerStore {
    private static final int DUPLICATE = 1062;
    private static final int DEADLOCK = 1213;
    private static final int MOST_TRIES = 3;

    private final DSLContext sql;
    private final InstantSource clock;
    private final AccessLog log;
    private final int mostTries;

    public CustomerStore(DSLContext sql, InstantSource clock) {
        this(sql, clock, MOST_TRIES);
    }

    private CustomerStore(DSLContext sql, InstantSource clock, int mostTries) {
        this.sql = sql;
        this.clock = clock;
        this.log = new AccessLog(sql, clock);
        this.mostTries = mostTries;
    }

    /// What was done.
    ///
    /// @param created false when it was there
    /// @param changed false when it is as it was
    public record Written(long id, int version, boolean created, boolean changed) {}

    /// Writes in this transaction; undone when that is. A deadlock ends that as a whole, and is not tried again here.
    public CustomerStore in(DSLContext transaction) {
        return new CustomerStore(transaction, clock, 1);
    }

    /// @throws Refusal for a company that is not there, and a source's key that is taken
    public Written create(CheckedCustomer customer, String login) {
        return transaction(in -> {
            long id = insert(in, List.of(customer), login).getFirst();
            log.write(in, login, id, CustomerAccessWhat.CREATED, "");
            return new Written(id, 1, true, true);
        });
    }

    /// Many at once, all or none; who brings them in writes the access down as a whole.
    ///
    /// @return their ids, in this order
    public List<Long> createAll(List<CheckedCustomer> customers, String login) {
        return transaction(in -> insert(in, customers, login));
    }

    /// @param version that it is to have now, null for any
    /// @throws Refusal 404, 412 when somebody changed it meanwhile, 409 when it was merged into another
    public Written replace(long id, @Nullable Integer version, CheckedCustomer customer, String login) {
        return transaction(in -> {
            Companies.Known company = new Companies(in).of(customer);
            CustomerRecord now = locked(in, id, version);
            if (now.getMergedInto() != null) {
                throw merged(now.getMergedInto());
            }
            return replaced(in, now, customer, company, login);
        });
    }

    /// Another program's record: made when it is new, changed when it differs. One that was merged into another
    /// is kept up all the same, so that undoing the merge finds it as its source has it.
    public Written upsert(CheckedCustomer customer, @Nullable Integer version, String login) {
        String source = customer.source();
        String key = customer.sourceKey();
        if (source == null || key == null) {
            throw new IllegalArgumentException("only a customer with source and key can be brought up to date");
        }
        for (int tries = 1; ; tries++) {
            Optional<Long> known = idOf(source, key);
            try {
                return known.map(id -> transaction(in -> {
                            Companies.Known company = new Companies(in).of(customer);
                            return replaced(in, locked(in, id, version), customer, company, login);
                        }))
                        .orElseGet(() -> create(customer, login));
            } catch (Refusal e) {
                // Made or deleted by somebody else in between.
                boolean raced = e.status() == (known.isPresent() ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
                if (!raced || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    public Optional<Long> idOf(String source, String key) {
        return sql.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.SOURCE.eq(source))
                .and(CUSTOMER.SOURCE_KEY.eq(key))
                .fetchOptional(CUSTOMER.ID);
    }

    /// With those that were merged into it: they are the same customer. People who work for a deleted company stay.
    public void delete(long id, @Nullable Integer version, String login) {
        transaction(in -> {
            CustomerRecord now = locked(in, id, version);
            if (now.getMergedInto() != null) {
                throw merged(now.getMergedInto());
            }
            List<CustomerRecord> members = List.copyOf(in.selectFrom(CUSTOMER)
                    .where(CUSTOMER.MERGED_INTO.eq(id))
                    .orderBy(CUSTOMER.ID)
                    .forUpdate()
                    .fetch());
            members.forEach(member -> deleteOne(in, member, login));
            deleteOne(in, now, login);
            return id;
        });
    }

    private void deleteOne(DSLContext in, CustomerRecord now, String login) {
        long id = now.getId();
        if (now.getKind() == CustomerKind.COMPANY) {
            FoundBy.rewriteThoseOf(in, id, null);
            in.update(CUSTOMER)
                    .setNull(CUSTOMER.COMPANY_ID)
                    .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                    .where(CUSTOMER.COMPANY_ID.eq(id))
                    .execute();
        }
        in.deleteFrom(CUSTOMER).where(CUSTOMER.ID.eq(id)).execute();
        Changes.add(in, id, CustomerChangeWhat.DELETED, now.getSource(), now.getSourceKey(), now(), login);
        log.write(in, login, id, CustomerAccessWhat.DELETED, "");
    }

    private List<Long> insert(DSLContext in, List<CheckedCustomer> customers, String login) {
        return new Insertion(in, now(), login).of(customers);
    }

    private Written replaced(
            DSLContext in,
            CustomerRecord now,
            CheckedCustomer customer,
            Companies.@Nullable Known company,
            String login) {
        if (company != null && company.id() == now.getId()) {
            throw Refusal.of(List.of(new Fault("company.id", "itself", "Nobody works for themselves here.")));
        }
        if (now.getKind() == CustomerKind.COMPANY
                && customer.kind() == CustomerKind.PERSON
                && in.fetchExists(CUSTOMER, CUSTOMER.COMPANY_ID.eq(now.getId()))) {
            throw Refusal.of(List.of(
                    new Fault("kind", "has-people", "People work for this company; give them another one first.")));
        }
        List<String> changed = new Replacement(in, now, now(), login).with(customer, company);
        if (changed.isEmpty()) {
            return new Written(now.getId(), now.getVersion(), false, false);
        }
        Changes.add(in, now.getId(), CustomerChangeWhat.CHANGED, now.getSource(), now.getSourceKey(), now(), login);
        log.write(in, login, now.getId(), CustomerAccessWhat.EDITED, String.join(", ", changed));
        return new Written(now.getId(), now.getVersion(), false, true);
    }

    private static CustomerRecord locked(DSLContext in, long id, @Nullable Integer version) {
        CustomerRecord now =
                in.selectFrom(CUSTOMER).where(CUSTOMER.ID.eq(id)).forUpdate().fetchOne();
        if (now == null) {
            throw noCustomer(id);
        }
        if (version != null && !version.equals(now.getVersion())) {
            throw new Refusal(
                    HttpStatus.PRECONDITION_FAILED,
                    "Changed meanwhile",
                    "Somebody changed this customer since you read it (version " + version + ", now " + now.getVersion()
                            + "); read it again.");
        }
        return now;
    }

    static Refusal noCustomer(long id) {
        return Refusal.notFound("There is no customer " + id + ".");
    }

    private static Refusal merged(long into) {
        return Refusal.conflict("Merged", "This customer turned out to be customer " + into + "; change that one.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Once more when the database chose this one to end a deadlock.
    private <T> T transaction(Function<DSLContext, T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return sql.transactionResult(inside -> work.apply(inside.dsl()));
            } catch (DataAccessException e) {
                SQLException cause = e.getCause(SQLException.class);
                int code = cause == null ? 0 : cause.getErrorCode();
                if (code == DUPLICATE && String.valueOf(cause).contains("customer_source")) {
                    throw Refusal.conflict(
                            "There already", "Another customer has this source and sourceKey; change that one.");
                }
                if (code != DEADLOCK || tries >= mostTries) {
                    throw e;
                }
            }
        }
    }
}
