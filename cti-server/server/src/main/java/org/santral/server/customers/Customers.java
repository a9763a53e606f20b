package org.santral.server.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.customers.form.Definitions;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.Refusal;

/// What people and programs do with one customer: checked, written, and written down.
final class Customers {
    private final DSLContext sql;
    private final PhoneNumbers numbers;
    private final CustomerStore store;
    private final CustomerRows rows;
    private final AccessLog log;

    Customers(DSLContext sql, PhoneNumbers numbers, CustomerStore store, AccessLog log) {
        this.sql = sql;
        this.numbers = numbers;
        this.store = store;
        this.rows = new CustomerRows(sql, numbers);
        this.log = log;
    }

    /// A customer as it is told, and whether it was made just now.
    record Told(FullCustomer customer, boolean created) {}

    FullCustomer view(long id, String login) {
        FullCustomer customer = rows.full(id).orElseThrow(() -> CustomerStore.noCustomer(id));
        log.viewed(login, id);
        return customer;
    }

    Optional<Long> idOf(String source, String key) {
        return store.idOf(source, key);
    }

    /// @param in the transaction it belongs to
    FullCustomer create(DSLContext in, JsonBody body, String login) {
        long id = store.in(in).create(checked(body, null), login).id();
        return new CustomerRows(in, numbers).full(id).orElseThrow(() -> CustomerStore.noCustomer(id));
    }

    FullCustomer replace(long id, @Nullable Integer version, JsonBody body, String login) {
        store.replace(id, version, checked(body, null), login);
        return rows.full(id).orElseThrow(() -> CustomerStore.noCustomer(id));
    }

    Told upsert(Source source, @Nullable Integer version, JsonBody body, String login) {
        CustomerStore.Written written = store.upsert(checked(body, source), version, login);
        FullCustomer customer = rows.full(written.id()).orElseThrow(() -> CustomerStore.noCustomer(written.id()));
        return new Told(customer, written.created());
    }

    void delete(long id, @Nullable Integer version, String login) {
        store.delete(id, version, login);
    }

    /// Who keeps a record elsewhere, and how it is called there.
    record Source(String name, String key) {}

    /// @param source as the request's address names it, null where the body does
    private CheckedCustomer checked(JsonBody body, @Nullable Source source) {
        List<Fault> faults = new ArrayList<>();
        CustomerForm form = CustomerBody.form(body, faults);
        if (source != null) {
            form = CustomerBody.from(form, source, faults);
        }
        CustomerCheck.Result result = new CustomerCheck(numbers, Definitions.now(sql)).check(form);
        faults.addAll(result.faults());
        CheckedCustomer customer = result.customer();
        if (!faults.isEmpty() || customer == null) {
            throw Refusal.of(withoutFollowers(faults));
        }
        return customer;
    }

    /// What has a wrong type was read as left out: that it is missing need not be said as well.
    private static List<Fault> withoutFollowers(List<Fault> faults) {
        return faults.stream()
                .filter(fault -> !fault.reason().equals("missing")
                        || faults.stream()
                                .noneMatch(other -> other.reason().equals("wrong-type")
                                        && other.field().equals(fault.field())))
                .toList();
    }
}
