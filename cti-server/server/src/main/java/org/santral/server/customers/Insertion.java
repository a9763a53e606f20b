package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.names.Sound;
import org.santral.server.tables.enums.CustomerChangeWhat;

/// New customers, one or thousands, with everything that belongs to them.
final class Insertion {
    private static final int MANY = 100;

    private final DSLContext in;
    private final Instant at;
    private final String login;

    Insertion(DSLContext in, Instant at, String login) {
        this.in = in;
        this.at = at;
        this.login = login;
    }

    List<Long> of(List<CheckedCustomer> customers) {
        Companies companies = new Companies(in);
        companies.lookUp(customers);
        List<Companies.@Nullable Known> employers = new ArrayList<>(customers.size());
        customers.forEach(customer -> employers.add(companies.of(customer)));
        List<Long> ids = customers(customers, employers);
        Rows numbers = Children.numbers();
        Rows mails = Children.mails();
        Rows addresses = Children.addresses();
        Rows tags = Children.tags();
        Rows consents = Children.consents();
        Rows words = FoundBy.rows();
        Rows changes = Changes.rows();
        for (int i = 0; i < customers.size(); i++) {
            CheckedCustomer customer = customers.get(i);
            Companies.Known employer = employers.get(i);
            long id = ids.get(i);
            customer.numbers().forEach(number -> Children.add(numbers, id, number, at));
            customer.mails().forEach(mail -> Children.add(mails, id, mail));
            customer.addresses().forEach(address -> Children.add(addresses, id, address));
            customer.tags().forEach(tag -> tags.add(id, tag));
            customer.consents().forEach(consent -> Children.add(consents, id, consent, at, login));
            FoundBy.add(
                    words,
                    id,
                    FoundBy.words(customer.name(), customer.sayAs(), employer == null ? null : employer.name()));
            changes.add(id, CustomerChangeWhat.CREATED, customer.source(), customer.sourceKey(), at, login);
        }
        tags.insert(in);
        List<Rows> below = List.of(numbers, mails, addresses, consents, words, changes);
        if (customers.size() < MANY) {
            below.forEach(rows -> rows.insert(in));
        } else {
            insertUnchecked(below);
        }
        return ids;
    }

    /// The database need not look for each row's customer: they were written just now, in the same transaction.
    private void insertUnchecked(List<Rows> below) {
        in.execute("set foreign_key_checks = 0");
        try {
            below.forEach(rows -> rows.insert(in));
        } finally {
            in.execute("set foreign_key_checks = 1");
        }
    }

    private List<Long> customers(List<CheckedCustomer> customers, List<Companies.@Nullable Known> employers) {
        Rows rows = new Rows(
                CUSTOMER,
                CUSTOMER.KIND,
                CUSTOMER.NAME,
                CUSTOMER.SAY_AS,
                CUSTOMER.NAME_KEY,
                CUSTOMER.COMPANY_ID,
                CUSTOMER.SEGMENT_ID,
                CUSTOMER.OWNER_ID,
                CUSTOMER.LANGUAGE,
                CUSTOMER.WARNING,
                CUSTOMER.DO_NOT_CALL,
                CUSTOMER.FIELDS,
                CUSTOMER.SOURCE,
                CUSTOMER.SOURCE_KEY,
                CUSTOMER.CREATED_AT);
        for (int i = 0; i < customers.size(); i++) {
            CheckedCustomer customer = customers.get(i);
            Companies.Known employer = employers.get(i);
            rows.add(
                    customer.kind(),
                    customer.name(),
                    customer.sayAs(),
                    Sound.keyOf(customer.name()),
                    employer == null ? null : employer.id(),
                    customer.segment(),
                    customer.owner(),
                    customer.language(),
                    customer.warning(),
                    customer.doNotCall(),
                    customer.fields(),
                    customer.source(),
                    customer.sourceKey(),
                    at);
        }
        return rows.insertReturningIds(in);
    }
}
