package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_CHANGE;
import static org.santral.server.tables.Tables.CUSTOMER_MERGE;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.customers.names.Sound;
import org.santral.server.rest.Refusal;
import org.santral.server.tables.enums.CustomerAccessWhat;
import org.santral.server.tables.enums.CustomerChangeWhat;
import org.santral.server.tables.enums.CustomerKind;
import org.santral.server.tables.tables.records.CustomerMergeRecord;
import org.santral.server.tables.tables.records.CustomerRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Two customers that turned out to be one. The loser's row stays with its numbers, calls, notes and cases and points
/// to the
/// winner, who is told with all of it; so nothing is moved, and undoing it is exact. What the winner takes over
/// from the loser is remembered with what it was before.
final class Merges {
    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<@Nullable Object>>> FIELDS = new TypeReference<>() {};

    /// What a winner may take over, by the name in the API.
    private static final Map<String, TableField<CustomerRecord, ?>> TAKEN = taken();

    private final DSLContext sql;
    private final InstantSource clock;
    private final AccessLog log;

    Merges(DSLContext sql, InstantSource clock, AccessLog log) {
        this.sql = sql;
        this.clock = clock;
        this.log = log;
    }

    private static Map<String, TableField<CustomerRecord, ?>> taken() {
        Map<String, TableField<CustomerRecord, ?>> taken = new LinkedHashMap<>();
        taken.put("name", CUSTOMER.NAME);
        taken.put("sayAs", CUSTOMER.SAY_AS);
        taken.put("company", CUSTOMER.COMPANY_ID);
        taken.put("segment", CUSTOMER.SEGMENT_ID);
        taken.put("owner", CUSTOMER.OWNER_ID);
        taken.put("language", CUSTOMER.LANGUAGE);
        taken.put("warning", CUSTOMER.WARNING);
        taken.put("doNotCall", CUSTOMER.DO_NOT_CALL);
        return taken;
    }

    static Set<String> mayBeTaken() {
        return TAKEN.keySet();
    }

    /// @param fields whose value the winner takes from the loser
    /// @return the merge's number, by which it can be undone
    /// @throws Refusal when one is not there, is the other, or stands for another already
    long merge(long winner, long loser, List<String> fields, String login) {
        if (winner == loser) {
            throw Refusal.conflict("The same", "A customer cannot be merged into itself.");
        }
        return sql.transactionResult(inside -> {
            DSLContext in = inside.dsl();
            // In one order, so that two merges of the same two wait for each other.
            CustomerRecord first = locked(in, Math.min(winner, loser));
            CustomerRecord second = locked(in, Math.max(winner, loser));
            CustomerRecord stays = first.getId() == winner ? first : second;
            CustomerRecord goes = first.getId() == winner ? second : first;
            refuse(in, stays, goes);
            Instant now = now();
            Map<String, List<@Nullable Object>> taken = take(stays, goes, fields);
            in.update(CUSTOMER)
                    .set(CUSTOMER.MERGED_INTO, winner)
                    .where(CUSTOMER.MERGED_INTO.eq(loser))
                    .execute();
            goes.setMergedInto(winner);
            touch(in, goes, now);
            touch(in, stays, now);
            found(in, stays);
            change(in, winner, loser, CustomerChangeWhat.MERGED, stays, now, login);
            log.write(in, login, winner, CustomerAccessWhat.MERGED, "with " + loser);
            log.write(in, login, loser, CustomerAccessWhat.MERGED, "into " + winner);
            return in.insertInto(CUSTOMER_MERGE)
                    .set(CUSTOMER_MERGE.WINNER_ID, winner)
                    .set(CUSTOMER_MERGE.LOSER_ID, loser)
                    .set(CUSTOMER_MERGE.AT, now)
                    .set(CUSTOMER_MERGE.LOGIN, login)
                    .set(CUSTOMER_MERGE.FIELDS, JSON.valueOf(JSON_MAPPER.writeValueAsString(taken)))
                    .returningResult(CUSTOMER_MERGE.ID)
                    .fetchSingle()
                    .value1();
        });
    }

    private static void refuse(DSLContext in, CustomerRecord stays, CustomerRecord goes) {
        for (CustomerRecord one : List.of(stays, goes)) {
            if (one.getMergedInto() != null) {
                throw Refusal.conflict(
                        "Merged already",
                        "Customer " + one.getId() + " turned out to be customer " + one.getMergedInto()
                                + "; merge with that one.");
            }
        }
        boolean employs = goes.getKind() == CustomerKind.COMPANY
                && stays.getKind() == CustomerKind.PERSON
                && in.fetchExists(CUSTOMER, CUSTOMER.COMPANY_ID.eq(goes.getId()));
        if (employs) {
            throw Refusal.conflict("People work there", "A company with people cannot become a person.");
        }
    }

    private static Map<String, List<@Nullable Object>> take(
            CustomerRecord stays, CustomerRecord goes, List<String> fields) {
        Map<String, List<@Nullable Object>> taken = new LinkedHashMap<>();
        for (String name : fields) {
            TableField<CustomerRecord, ?> field = Objects.requireNonNull(TAKEN.get(name), name);
            Object before = stays.get(field);
            Object after = goes.get(field);
            boolean itself = name.equals("company") && Objects.equals(after, stays.getId());
            if (!Objects.equals(before, after) && !itself) {
                put(stays, field, after);
                taken.put(name, java.util.Arrays.asList(before, after));
            }
        }
        return taken;
    }

    @SuppressWarnings("unchecked")
    private static <T> void put(CustomerRecord to, TableField<CustomerRecord, T> field, @Nullable Object value) {
        to.set(field, (T) (value == null ? null : field.getDataType().convert(value)));
    }

    /// What has been changed since stays as it is now; everything else is as it was before.
    ///
    /// @return the winner
    /// @throws Refusal when it is undone already, or the winner was merged into another since
    long undo(long merge, String login) {
        return sql.transactionResult(inside -> {
            DSLContext in = inside.dsl();
            CustomerMergeRecord done = in.selectFrom(CUSTOMER_MERGE)
                    .where(CUSTOMER_MERGE.ID.eq(merge))
                    .forUpdate()
                    .fetchOptional()
                    .orElseThrow(() -> Refusal.notFound("There is no merge " + merge + "."));
            if (done.getUndoneAt() != null) {
                throw Refusal.conflict("Undone already", "This merge was undone by " + done.getUndoneBy() + ".");
            }
            CustomerRecord stays = locked(in, done.getWinnerId());
            CustomerRecord came = locked(in, done.getLoserId());
            Instant now = now();
            give(stays, JSON_MAPPER.readValue(done.getFields().data(), FIELDS));
            came.setMergedInto(null);
            touch(in, came, now);
            touch(in, stays, now);
            found(in, stays);
            // Those who had been merged into the loser before go with it.
            in.update(CUSTOMER)
                    .set(CUSTOMER.MERGED_INTO, came.getId())
                    .where(CUSTOMER.ID.in(in.select(CUSTOMER_MERGE.LOSER_ID)
                            .from(CUSTOMER_MERGE)
                            .where(CUSTOMER_MERGE.WINNER_ID.eq(came.getId()))
                            .and(CUSTOMER_MERGE.UNDONE_AT.isNull())))
                    .execute();
            done.setUndoneAt(now);
            done.setUndoneBy(login);
            done.update();
            change(in, stays.getId(), came.getId(), CustomerChangeWhat.UNMERGED, stays, now, login);
            log.write(in, login, stays.getId(), CustomerAccessWhat.UNMERGED, "from " + came.getId());
            log.write(in, login, came.getId(), CustomerAccessWhat.UNMERGED, "from " + stays.getId());
            return stays.getId();
        });
    }

    private static void give(CustomerRecord stays, Map<String, List<@Nullable Object>> taken) {
        taken.forEach((name, values) -> {
            TableField<CustomerRecord, ?> field = TAKEN.get(name);
            if (field != null && same(field, stays.get(field), values.get(1))) {
                put(stays, field, values.get(0));
            }
        });
    }

    private static boolean same(TableField<CustomerRecord, ?> field, @Nullable Object now, @Nullable Object then) {
        return Objects.equals(now, then == null ? null : field.getDataType().convert(then));
    }

    private static void touch(DSLContext in, CustomerRecord customer, Instant now) {
        customer.setNameKey(Sound.keyOf(customer.getName()));
        customer.setVersion(customer.getVersion() + 1);
        customer.setChangedAt(now);
        in.executeUpdate(customer);
    }

    private static void found(DSLContext in, CustomerRecord customer) {
        String company = customer.getCompanyId() == null
                ? null
                : in.select(CUSTOMER.NAME)
                        .from(CUSTOMER)
                        .where(CUSTOMER.ID.eq(customer.getCompanyId()))
                        .fetchOne(CUSTOMER.NAME);
        FoundBy.rewrite(in, customer.getId(), FoundBy.words(customer.getName(), customer.getSayAs(), company));
    }

    private static CustomerRecord locked(DSLContext in, long id) {
        return in.selectFrom(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> CustomerStore.noCustomer(id));
    }

    private static void change(
            DSLContext in,
            long winner,
            long loser,
            CustomerChangeWhat what,
            CustomerRecord stays,
            Instant now,
            String login) {
        in.insertInto(CUSTOMER_CHANGE)
                .set(CUSTOMER_CHANGE.CUSTOMER_ID, winner)
                .set(CUSTOMER_CHANGE.OTHER_ID, loser)
                .set(CUSTOMER_CHANGE.WHAT, what)
                .set(CUSTOMER_CHANGE.SOURCE, stays.getSource())
                .set(CUSTOMER_CHANGE.SOURCE_KEY, stays.getSourceKey())
                .set(CUSTOMER_CHANGE.AT, now)
                .set(CUSTOMER_CHANGE.LOGIN, login)
                .execute();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
