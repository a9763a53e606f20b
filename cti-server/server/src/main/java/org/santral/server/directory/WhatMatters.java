package org.santral.server.directory;

import static org.santral.server.tables.Tables.CALL_BACK;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CASE_CATEGORY;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_CASE;
import static org.santral.server.tables.Tables.CUSTOMER_CONSENT;
import static org.santral.server.tables.Tables.CUSTOMER_TAG;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.SEGMENT;
import static org.santral.server.tables.Tables.TAG;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.santral.agent.AgentId;
import org.santral.caller.Customer;
import org.santral.server.tables.enums.CallBackState;
import org.santral.server.tables.enums.CustomerCaseState;
import org.santral.server.tables.enums.CustomerConsentAbout;

/// Customers as a card shows them: who they are, their open cases and promises, their last contacts. What was merged
/// into one is told with it.
final class WhatMatters {
    private static final int LAST_CONTACTS = 3;
    private static final int SHOWN = 3;
    /// Of all candidates together: more than a card can use, few enough to read while a phone rings.
    private static final int MOST_ROWS = 200;

    private static final org.santral.server.tables.tables.Customer COMPANY = CUSTOMER.as("company");

    private final DSLContext sql;
    /// The customer that each stands for, those themselves among them.
    private final Map<Long, Long> standsFor = new HashMap<>();

    private WhatMatters(DSLContext sql) {
        this.sql = sql;
    }

    /// @param ids of customers that were not merged into others
    static List<Customer> of(DSLContext sql, Collection<Long> ids) {
        return new WhatMatters(sql).read(ids);
    }

    private List<Customer> read(Collection<Long> ids) {
        sql.select(CUSTOMER.ID, CUSTOMER.MERGED_INTO)
                .from(CUSTOMER)
                .where(CUSTOMER.MERGED_INTO.in(ids))
                .forEach(row -> standsFor.put(row.value1(), row.value2()));
        ids.forEach(id -> standsFor.put(id, id));
        Map<Long, List<Customer.OpenCase>> cases = cases();
        Map<Long, List<Customer.CallBack>> callBacks = callBacks();
        Map<Long, List<String>> tags = tags();
        Map<Long, List<Customer.Consent>> consents = consents();
        return sql.select(
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        COMPANY.NAME,
                        SEGMENT.NAME,
                        CUSTOMER.LANGUAGE,
                        PERSON.LOGIN,
                        CUSTOMER.WARNING,
                        CUSTOMER.SAY_AS,
                        CUSTOMER.DO_NOT_CALL)
                .from(CUSTOMER)
                .leftJoin(COMPANY)
                .on(COMPANY.ID.eq(CUSTOMER.COMPANY_ID))
                .leftJoin(SEGMENT)
                .on(SEGMENT.ID.eq(CUSTOMER.SEGMENT_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(CUSTOMER.OWNER_ID))
                .where(CUSTOMER.ID.in(ids))
                .fetch(row -> customer(row, cases, callBacks, tags, consents));
    }

    private Customer customer(
            Record row,
            Map<Long, List<Customer.OpenCase>> cases,
            Map<Long, List<Customer.CallBack>> callBacks,
            Map<Long, List<String>> tags,
            Map<Long, List<Customer.Consent>> consents) {
        long id = row.get(CUSTOMER.ID);
        String owner = row.get(PERSON.LOGIN);
        List<Customer.OpenCase> open = cases.getOrDefault(id, List.of());
        return new Customer(
                id,
                row.get(CUSTOMER.NAME),
                row.get(COMPANY.NAME),
                row.get(SEGMENT.NAME),
                row.get(CUSTOMER.LANGUAGE),
                owner == null ? null : new AgentId(owner),
                row.get(CUSTOMER.WARNING),
                lastContacts(id),
                new Customer.Matters(
                        row.get(CUSTOMER.SAY_AS),
                        row.get(CUSTOMER.DO_NOT_CALL) != 0,
                        consents.getOrDefault(id, List.of()),
                        tags.getOrDefault(id, List.of()),
                        shown(open),
                        Math.max(0, open.size() - SHOWN),
                        shown(callBacks.getOrDefault(id, List.of()))));
    }

    private static <T> List<T> shown(List<T> all) {
        return all.size() <= SHOWN ? List.copyOf(all) : List.copyOf(all.subList(0, SHOWN));
    }

    private Map<Long, List<Customer.OpenCase>> cases() {
        Map<Long, List<Customer.OpenCase>> cases = new HashMap<>();
        sql.select(
                        CUSTOMER_CASE.CUSTOMER_ID,
                        CUSTOMER_CASE.ID,
                        CUSTOMER_CASE.TITLE,
                        CASE_CATEGORY.NAME,
                        CUSTOMER_CASE.PRIORITY,
                        CUSTOMER_CASE.DUE_AT)
                .from(CUSTOMER_CASE)
                .join(CASE_CATEGORY)
                .on(CASE_CATEGORY.ID.eq(CUSTOMER_CASE.CATEGORY_ID))
                .where(CUSTOMER_CASE.CUSTOMER_ID.in(standsFor.keySet()))
                .and(CUSTOMER_CASE.STATE.in(
                        CustomerCaseState.NEW, CustomerCaseState.IN_WORK, CustomerCaseState.WAITING))
                .orderBy(CUSTOMER_CASE.DUE_AT.isNull(), CUSTOMER_CASE.DUE_AT, CUSTOMER_CASE.ID)
                .limit(MOST_ROWS)
                .forEach(row -> add(
                        cases,
                        row.value1(),
                        new Customer.OpenCase(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5().getLiteral(),
                                row.value6())));
        return cases;
    }

    private Map<Long, List<Customer.CallBack>> callBacks() {
        Map<Long, List<Customer.CallBack>> promises = new HashMap<>();
        sql.select(CALL_BACK.CUSTOMER_ID, CALL_BACK.ID, CALL_BACK.DUE_AT, PERSON.LOGIN, CALL_BACK.REMARK)
                .from(CALL_BACK)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(CALL_BACK.PERSON_ID))
                .where(CALL_BACK.CUSTOMER_ID.in(standsFor.keySet()))
                .and(CALL_BACK.STATE.eq(CallBackState.OPEN))
                .orderBy(CALL_BACK.DUE_AT, CALL_BACK.ID)
                .limit(MOST_ROWS)
                .forEach(row -> add(
                        promises,
                        row.value1(),
                        new Customer.CallBack(
                                row.value2(),
                                row.value3(),
                                row.value4() == null ? null : new AgentId(row.value4()),
                                row.value5())));
        return promises;
    }

    private Map<Long, List<String>> tags() {
        Map<Long, List<String>> tags = new HashMap<>();
        sql.select(CUSTOMER_TAG.CUSTOMER_ID, TAG.NAME)
                .from(CUSTOMER_TAG)
                .join(TAG)
                .on(TAG.ID.eq(CUSTOMER_TAG.TAG_ID))
                .where(CUSTOMER_TAG.CUSTOMER_ID.in(standsFor.keySet()))
                .orderBy(TAG.NAME)
                .limit(MOST_ROWS)
                .forEach(row -> add(tags, row.value1(), row.value2()));
        return tags;
    }

    /// The newest word of each thing, whichever of merged customers it was said to.
    private Map<Long, List<Customer.Consent>> consents() {
        Map<Long, Map<CustomerConsentAbout, Boolean>> words = new HashMap<>();
        sql.select(CUSTOMER_CONSENT.CUSTOMER_ID, CUSTOMER_CONSENT.ABOUT, CUSTOMER_CONSENT.GIVEN)
                .from(CUSTOMER_CONSENT)
                .where(CUSTOMER_CONSENT.CUSTOMER_ID.in(standsFor.keySet()))
                .orderBy(CUSTOMER_CONSENT.AT.desc(), CUSTOMER_CONSENT.ID.desc())
                .limit(MOST_ROWS)
                .forEach(row -> words.computeIfAbsent(
                                standsFor.get(row.value1()), id -> new EnumMap<>(CustomerConsentAbout.class))
                        .putIfAbsent(row.value2(), row.value3() != 0));
        Map<Long, List<Customer.Consent>> consents = new HashMap<>();
        words.forEach((customer, said) ->
                said.forEach((about, given) -> consents.computeIfAbsent(customer, id -> new ArrayList<>())
                        .add(new Customer.Consent(Customer.Consent.About.valueOf(about.getLiteral()), given))));
        return consents;
    }

    private <T> void add(Map<Long, List<T>> to, long customer, T one) {
        Long whose = standsFor.get(customer);
        if (whose != null) {
            List<T> all = to.computeIfAbsent(whose, id -> new ArrayList<>());
            if (!all.contains(one)) {
                all.add(one);
            }
        }
    }

    private List<Customer.Contact> lastContacts(long customer) {
        List<Long> members = standsFor.entrySet().stream()
                .filter(entry -> entry.getValue() == customer)
                .map(Map.Entry::getKey)
                .toList();
        return sql.select(CALL_RECORD.STARTED_AT, CALL_RECORD.DIRECTION, CALL_RECORD.OUTCOME, CALL_RECORD.AGENT)
                .from(CALL_RECORD)
                .where(CALL_RECORD.CUSTOMER_ID.in(members))
                .and(CALL_RECORD.ENDED_AT.isNotNull())
                .and(CALL_RECORD.PART_OF.isNull())
                .orderBy(CALL_RECORD.STARTED_AT.desc())
                .limit(LAST_CONTACTS)
                .fetch(row -> new Customer.Contact(
                        row.value1(), row.value2().getLiteral(), row.value3().getLiteral(), row.value4()));
    }
}
