package org.santral.server.customers;

import static org.jooq.impl.DSL.coalesce;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.tables.Customer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads customers, each with those that were merged into it.
public final class CustomerRows {
    private static final int MOST_SHARING = 20;
    private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final DSLContext sql;
    private final PhoneNumbers numbers;

    public CustomerRows(DSLContext sql, PhoneNumbers numbers) {
        this.sql = sql;
        this.numbers = numbers;
    }

    /// In this order; those that are not there are left out.
    public List<CustomerSummary> summaries(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Record> rows = new HashMap<>();
        Joined.customers(sql).where(CUSTOMER.ID.in(ids)).forEach(row -> rows.put(row.get(CUSTOMER.ID), row));
        Map<Long, Long> members = Joined.members(sql, ids);
        Map<Long, List<CustomerSummary.Number>> numbersOf = new HashMap<>();
        sql.selectFrom(CUSTOMER_NUMBER)
                .where(CUSTOMER_NUMBER.CUSTOMER_ID.in(members.keySet()))
                .orderBy(CUSTOMER_NUMBER.ID)
                .forEach(row -> add(
                        numbersOf,
                        members.get(row.getCustomerId()),
                        new CustomerSummary.Number(
                                row.getRaw(),
                                row.getE164(),
                                numbers.display(row.getRaw()),
                                row.getExtension(),
                                row.getLabel())));
        Map<Long, List<String>> mailsOf = mails(members);
        Map<Long, List<String>> tagsOf = tags(members);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(rows.get(id)))
                .map(row -> {
                    long id = row.get(CUSTOMER.ID);
                    return new CustomerSummary(
                            id,
                            row.get(CUSTOMER.KIND),
                            row.get(CUSTOMER.NAME),
                            company(row),
                            row.get(Joined.SEGMENT_NAME),
                            row.get(CUSTOMER.LANGUAGE),
                            owner(row),
                            row.get(CUSTOMER.WARNING),
                            row.get(CUSTOMER.DO_NOT_CALL) != 0,
                            numbersOf.getOrDefault(id, List.of()),
                            mailsOf.getOrDefault(id, List.of()),
                            tagsOf.getOrDefault(id, List.of()));
                })
                .toList();
    }

    public Optional<FullCustomer> full(long id) {
        return Joined.customers(sql).where(CUSTOMER.ID.eq(id)).fetchOptional().map(this::full);
    }

    private FullCustomer full(Record row) {
        long id = row.get(CUSTOMER.ID);
        Map<Long, Long> members = Joined.members(sql, List.of(id));
        Collection<Long> all = members.keySet();
        return new FullCustomer(
                id,
                row.get(CUSTOMER.VERSION),
                row.get(CUSTOMER.KIND),
                row.get(CUSTOMER.NAME),
                row.get(CUSTOMER.SAY_AS),
                company(row),
                row.get(Joined.SEGMENT_NAME),
                row.get(CUSTOMER.LANGUAGE),
                owner(row),
                row.get(CUSTOMER.WARNING),
                row.get(CUSTOMER.DO_NOT_CALL) != 0,
                numbersOf(all),
                mails(members).getOrDefault(id, List.of()),
                sql.selectFrom(CUSTOMER_ADDRESS)
                        .where(CUSTOMER_ADDRESS.CUSTOMER_ID.in(all))
                        .orderBy(CUSTOMER_ADDRESS.ID)
                        .fetch(address -> new FullCustomer.Address(
                                address.getLabel(),
                                address.getStreet(),
                                address.getPostalCode(),
                                address.getCity(),
                                address.getRegion(),
                                address.getCountry())),
                tags(members).getOrDefault(id, List.of()),
                sql.selectFrom(CUSTOMER_CONSENT)
                        .where(CUSTOMER_CONSENT.CUSTOMER_ID.in(all))
                        .orderBy(CUSTOMER_CONSENT.AT, CUSTOMER_CONSENT.ID)
                        .fetch(consent -> new FullCustomer.Consent(
                                consent.getAbout(),
                                consent.getGiven() != 0,
                                consent.getAt(),
                                consent.getLogin(),
                                consent.getRemark())),
                fields(row.get(CUSTOMER.FIELDS)),
                row.get(CUSTOMER.SOURCE),
                row.get(CUSTOMER.SOURCE_KEY),
                row.get(CUSTOMER.CREATED_AT),
                row.get(CUSTOMER.CHANGED_AT),
                row.get(CUSTOMER.MERGED_INTO));
    }

    private static CustomerSummary.@Nullable Named company(Record row) {
        Long id = row.get(Joined.COMPANY_ID);
        return id == null ? null : new CustomerSummary.Named(id, row.get(Joined.COMPANY_NAME));
    }

    private static CustomerSummary.@Nullable Owner owner(Record row) {
        String login = row.get(PERSON.LOGIN);
        return login == null ? null : new CustomerSummary.Owner(login, row.get(Joined.OWNER_NAME));
    }

    private Map<Long, List<String>> mails(Map<Long, Long> members) {
        Map<Long, List<String>> mails = new HashMap<>();
        sql.select(CUSTOMER_MAIL.CUSTOMER_ID, CUSTOMER_MAIL.ADDRESS)
                .from(CUSTOMER_MAIL)
                .where(CUSTOMER_MAIL.CUSTOMER_ID.in(members.keySet()))
                .orderBy(CUSTOMER_MAIL.ID)
                .forEach(row -> add(mails, members.get(row.value1()), row.value2()));
        return mails;
    }

    private Map<Long, List<String>> tags(Map<Long, Long> members) {
        Map<Long, List<String>> tags = new HashMap<>();
        sql.select(CUSTOMER_TAG.CUSTOMER_ID, TAG.NAME)
                .from(CUSTOMER_TAG)
                .join(TAG)
                .on(TAG.ID.eq(CUSTOMER_TAG.TAG_ID))
                .where(CUSTOMER_TAG.CUSTOMER_ID.in(members.keySet()))
                .orderBy(TAG.NAME)
                .forEach(row -> add(tags, members.get(row.value1()), row.value2()));
        return tags;
    }

    private static <T> void add(Map<Long, List<T>> lists, @Nullable Long id, T item) {
        if (id != null) {
            List<T> list = lists.computeIfAbsent(id, _ -> new ArrayList<>());
            if (!list.contains(item)) {
                list.add(item);
            }
        }
    }

    private List<FullCustomer.Number> numbersOf(Collection<Long> all) {
        return sql
                .selectFrom(CUSTOMER_NUMBER)
                .where(CUSTOMER_NUMBER.CUSTOMER_ID.in(all))
                .orderBy(CUSTOMER_NUMBER.ID)
                .fetch()
                .stream()
                .map(row -> new FullCustomer.Number(
                        row.getId(),
                        row.getRaw(),
                        row.getE164(),
                        numbers.display(row.getRaw()),
                        row.getExtension(),
                        row.getLabel(),
                        row.getMovedAt() != null,
                        row.getMovedAt(),
                        sharing(all, row.getE164(), row.getExtension())))
                .toList();
    }

    private List<CustomerSummary.Named> sharing(
            Collection<Long> all, @Nullable String e164, @Nullable String extension) {
        if (e164 == null) {
            return List.of();
        }
        Customer other = CUSTOMER.as("other");
        return sql.selectDistinct(other.ID, other.NAME)
                .from(CUSTOMER_NUMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                .join(other)
                .on(other.ID.eq(coalesce(CUSTOMER.MERGED_INTO, CUSTOMER.ID)))
                .where(CUSTOMER_NUMBER.E164.eq(e164))
                .and(extension == null ? CUSTOMER_NUMBER.EXTENSION.isNull() : CUSTOMER_NUMBER.EXTENSION.eq(extension))
                .and(other.ID.notIn(all))
                .orderBy(other.ID)
                .limit(MOST_SHARING)
                .fetch(row -> new CustomerSummary.Named(row.value1(), row.value2()));
    }

    /// Only those that are defined now.
    private Map<String, Object> fields(JSON stored) {
        Map<String, Object> values = JSON_MAPPER.readValue(stored.data(), VALUES);
        if (!values.isEmpty()) {
            values.keySet()
                    .retainAll(
                            sql.select(CUSTOMER_FIELD.NAME).from(CUSTOMER_FIELD).fetchSet(CUSTOMER_FIELD.NAME));
        }
        return values;
    }
}
