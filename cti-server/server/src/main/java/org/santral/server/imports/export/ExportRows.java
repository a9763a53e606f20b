package org.santral.server.imports.export;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_ADDRESS;
import static org.santral.server.tables.Tables.CUSTOMER_CONSENT;
import static org.santral.server.tables.Tables.CUSTOMER_FIELD;
import static org.santral.server.tables.Tables.CUSTOMER_MAIL;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.CUSTOMER_TAG;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.TAG;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.Joined;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CustomerKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads customers as they go out, some hundred at a time, each with those that were merged into it.
final class ExportRows {
    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final DSLContext sql;
    private final PhoneNumbers numbers;
    private final Set<String> fields;

    ExportRows(DSLContext sql, PhoneNumbers numbers) {
        this.sql = sql;
        this.numbers = numbers;
        this.fields = sql.select(CUSTOMER_FIELD.NAME)
                .from(CUSTOMER_FIELD)
                .orderBy(CUSTOMER_FIELD.POSITION, CUSTOMER_FIELD.ID)
                .fetchSet(CUSTOMER_FIELD.NAME);
    }

    /// Names of the fields that administrators defined.
    Collection<String> fields() {
        return fields;
    }

    int size() {
        return sql.fetchCount(CUSTOMER, CUSTOMER.MERGED_INTO.isNull());
    }

    /// Companies go first, so that who reads the file knows them when their people come.
    ///
    /// @param after the last one of the page before, 0 to begin
    List<Long> page(CustomerKind kind, long after, int limit) {
        return sql.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.MERGED_INTO.isNull())
                .and(CUSTOMER.KIND.eq(kind))
                .and(CUSTOMER.ID.gt(after))
                .orderBy(CUSTOMER.ID)
                .limit(limit)
                .fetch(CUSTOMER.ID);
    }

    /// How many numbers, mails and addresses a customer has at most.
    CustomerColumns.Widths widths() {
        return new CustomerColumns.Widths(
                most(CUSTOMER_NUMBER.CUSTOMER_ID), most(CUSTOMER_MAIL.CUSTOMER_ID), most(CUSTOMER_ADDRESS.CUSTOMER_ID));
    }

    private int most(TableField<?, Long> customer) {
        Field<Integer> rows = count().as("rows_of_one");
        var each = sql.select(rows)
                .from(Objects.requireNonNull(customer.getTable()))
                .groupBy(customer)
                .asTable("each_one");
        Integer most =
                sql.select(max(each.field(rows))).from(each).fetchSingle().value1();
        return most == null ? 0 : most;
    }

    /// In this order.
    List<Exported> read(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Below below = new Below(Joined.members(sql, ids));
        Map<Long, Exported> found = new HashMap<>();
        Joined.customers(sql)
                .where(CUSTOMER.ID.in(ids))
                .forEach(row -> found.put(row.get(CUSTOMER.ID), exported(row, below)));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Exported exported(Record row, Below below) {
        long id = row.get(CUSTOMER.ID);
        return new Exported(
                row.get(CUSTOMER.KIND).getLiteral(),
                row.get(CUSTOMER.NAME),
                or(row.get(CUSTOMER.SAY_AS)),
                or(row.get(Joined.COMPANY_NAME)),
                or(row.get(Joined.SEGMENT_NAME)),
                or(row.get(PERSON.LOGIN)),
                or(row.get(CUSTOMER.LANGUAGE)),
                or(row.get(CUSTOMER.WARNING)),
                row.get(CUSTOMER.DO_NOT_CALL) != 0,
                below.numbers.getOrDefault(id, List.of()),
                below.mails.getOrDefault(id, List.of()),
                below.addresses.getOrDefault(id, List.of()),
                below.tags.getOrDefault(id, List.of()),
                below.consents.getOrDefault(id, List.of()),
                values(row.get(CUSTOMER.FIELDS).data()),
                or(row.get(CUSTOMER.SOURCE)),
                or(row.get(CUSTOMER.SOURCE_KEY)));
    }

    private Map<String, String> values(String stored) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!stored.equals("{}")) {
            Map<String, Object> all = JSON_MAPPER.readValue(stored, VALUES);
            for (String field : fields) {
                Object value = all.get(field);
                if (value != null) {
                    values.put(field, value.toString());
                }
            }
        }
        return values;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// What stands below some customers, by whom it belongs to.
    private final class Below {
        private final Map<Long, Long> members;
        private final Map<Long, List<Exported.Number>> numbers = new HashMap<>();
        private final Map<Long, List<String>> mails = new HashMap<>();
        private final Map<Long, List<Exported.Address>> addresses = new HashMap<>();
        private final Map<Long, List<String>> tags = new HashMap<>();
        private final Map<Long, List<String>> consents = new HashMap<>();

        Below(Map<Long, Long> members) {
            this.members = members;
            Collection<Long> all = members.keySet();
            sql.selectFrom(CUSTOMER_NUMBER)
                    .where(CUSTOMER_NUMBER.CUSTOMER_ID.in(all))
                    .orderBy(CUSTOMER_NUMBER.ID)
                    .forEach(row -> add(
                            numbers,
                            row.getCustomerId(),
                            number(row.getRaw(), row.getLabel(), or(row.getExtension()))));
            sql.selectFrom(CUSTOMER_MAIL)
                    .where(CUSTOMER_MAIL.CUSTOMER_ID.in(all))
                    .orderBy(CUSTOMER_MAIL.ID)
                    .forEach(row -> add(mails, row.getCustomerId(), row.getAddress()));
            sql.selectFrom(CUSTOMER_ADDRESS)
                    .where(CUSTOMER_ADDRESS.CUSTOMER_ID.in(all))
                    .orderBy(CUSTOMER_ADDRESS.ID)
                    .forEach(row -> add(
                            addresses,
                            row.getCustomerId(),
                            new Exported.Address(
                                    row.getLabel(),
                                    row.getStreet(),
                                    row.getPostalCode(),
                                    row.getCity(),
                                    row.getRegion(),
                                    or(row.getCountry()))));
            sql.select(CUSTOMER_TAG.CUSTOMER_ID, TAG.NAME)
                    .from(CUSTOMER_TAG)
                    .join(TAG)
                    .on(TAG.ID.eq(CUSTOMER_TAG.TAG_ID))
                    .where(CUSTOMER_TAG.CUSTOMER_ID.in(all))
                    .orderBy(TAG.NAME)
                    .forEach(row -> add(tags, row.value1(), row.value2()));
            sql.selectFrom(CUSTOMER_CONSENT)
                    .where(CUSTOMER_CONSENT.CUSTOMER_ID.in(all))
                    .orderBy(CUSTOMER_CONSENT.AT, CUSTOMER_CONSENT.ID)
                    .forEach(row -> add(
                            consents,
                            row.getCustomerId(),
                            row.getAbout() + ";" + (row.getGiven() != 0) + ";" + row.getAt() + ";" + row.getRemark()));
        }

        private Exported.Number number(String raw, String label, String extension) {
            boolean stands = ExportRows.this.numbers.read(raw).extension().equals(extension);
            return new Exported.Number(raw, label, stands ? "" : extension);
        }

        private <T> void add(Map<Long, List<T>> lists, long member, T item) {
            List<T> list = lists.computeIfAbsent(members.getOrDefault(member, member), _ -> new ArrayList<>());
            if (!list.contains(item)) {
                list.add(item);
            }
        }
    }
}
