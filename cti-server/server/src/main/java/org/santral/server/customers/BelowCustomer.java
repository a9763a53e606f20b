package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_ADDRESS;
import static org.santral.server.tables.Tables.CUSTOMER_CONSENT;
import static org.santral.server.tables.Tables.CUSTOMER_MAIL;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.CUSTOMER_TAG;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.tables.tables.records.CustomerAddressRecord;
import org.santral.server.tables.tables.records.CustomerMailRecord;
import org.santral.server.tables.tables.records.CustomerNumberRecord;

/// The rows below a customer. Those of customers that were merged into it count as its own and stay where they are.
final class BelowCustomer {
    private final DSLContext in;
    private final long id;
    private final Instant at;
    private final String login;
    /// This one first.
    private final List<Long> members = new ArrayList<>();

    BelowCustomer(DSLContext in, long id, Instant at, String login) {
        this.in = in;
        this.id = id;
        this.at = at;
        this.login = login;
        members.add(id);
        members.addAll(in.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.MERGED_INTO.eq(id))
                .fetch(CUSTOMER.ID));
    }

    /// @param changed where the names of what differed are noted
    void become(CheckedCustomer customer, List<String> changed) {
        note("numbers", numbers(customer.numbers()), changed);
        note("mails", mails(customer.mails()), changed);
        note("addresses", addresses(customer.addresses()), changed);
        note("tags", tags(customer.tags()), changed);
        note("consents", consents(customer.consents()), changed);
    }

    private static void note(String name, boolean differs, List<String> changed) {
        if (differs) {
            changed.add(name);
        }
    }

    private boolean numbers(List<CheckedCustomer.Number> wanted) {
        List<CustomerNumberRecord> left = new ArrayList<>(in.selectFrom(CUSTOMER_NUMBER)
                .where(CUSTOMER_NUMBER.CUSTOMER_ID.in(members))
                .orderBy(CUSTOMER_NUMBER.ID)
                .fetch());
        Rows added = Children.numbers();
        boolean differs = false;
        for (CheckedCustomer.Number number : wanted) {
            CustomerNumberRecord known = taken(left, number);
            if (known == null) {
                Children.add(added, id, number, at);
                differs = true;
            } else {
                differs |= changed(known, number);
            }
        }
        for (CustomerNumberRecord gone : left) {
            in.executeDelete(gone);
            differs = true;
        }
        added.insert(in);
        return differs;
    }

    private static @Nullable CustomerNumberRecord taken(
            List<CustomerNumberRecord> left, CheckedCustomer.Number number) {
        CustomerNumberRecord found = left.stream()
                .filter(known -> known.getId().equals(number.id()))
                .findFirst()
                .orElseGet(() -> left.stream()
                        .filter(known -> number.id() == null && isSame(known, number))
                        .findFirst()
                        .orElse(null));
        if (found != null) {
            left.remove(found);
        }
        return found;
    }

    private static boolean isSame(CustomerNumberRecord known, CheckedCustomer.Number number) {
        return Objects.equals(known.getE164(), number.e164())
                && Objects.equals(known.getExtension(), number.extension())
                && (number.e164() != null || known.getRaw().equals(number.raw()));
    }

    private boolean changed(CustomerNumberRecord known, CheckedCustomer.Number number) {
        Instant moved = known.getMovedAt();
        Instant wanted = number.moved() ? (moved == null ? at : moved) : null;
        if (known.getRaw().equals(number.raw())
                && Objects.equals(known.getE164(), number.e164())
                && Objects.equals(known.getExtension(), number.extension())
                && known.getLabel().equals(number.label())
                && Objects.equals(moved, wanted)) {
            return false;
        }
        in.update(CUSTOMER_NUMBER)
                .set(CUSTOMER_NUMBER.RAW, number.raw())
                .set(CUSTOMER_NUMBER.E164, number.e164())
                .set(CUSTOMER_NUMBER.EXTENSION, number.extension())
                .set(CUSTOMER_NUMBER.LABEL, number.label())
                .set(CUSTOMER_NUMBER.MOVED_AT, wanted)
                .where(CUSTOMER_NUMBER.ID.eq(known.getId()))
                .execute();
        return true;
    }

    private boolean mails(List<CheckedCustomer.Mail> wanted) {
        Map<String, CustomerMailRecord> left = new HashMap<>();
        in.selectFrom(CUSTOMER_MAIL)
                .where(CUSTOMER_MAIL.CUSTOMER_ID.in(members))
                .orderBy(CUSTOMER_MAIL.ID)
                .forEach(row -> left.putIfAbsent(folded(row.getAddress()), row));
        Rows added = Children.mails();
        boolean differs = false;
        for (CheckedCustomer.Mail mail : wanted) {
            CustomerMailRecord known = left.remove(folded(mail.address()));
            if (known == null) {
                Children.add(added, id, mail);
                differs = true;
            } else if (!known.getAddress().equals(mail.address())
                    || !(mail.label().isEmpty() || mail.label().equals(known.getLabel()))) {
                // Who sends an address without its label does not mean to take it away.
                in.update(CUSTOMER_MAIL)
                        .set(CUSTOMER_MAIL.ADDRESS, mail.address())
                        .set(CUSTOMER_MAIL.LABEL, mail.label().isEmpty() ? known.getLabel() : mail.label())
                        .where(CUSTOMER_MAIL.ID.eq(known.getId()))
                        .execute();
                differs = true;
            }
        }
        if (!left.isEmpty()) {
            in.deleteFrom(CUSTOMER_MAIL)
                    .where(CUSTOMER_MAIL.CUSTOMER_ID.in(members))
                    .and(CUSTOMER_MAIL.ADDRESS.in(left.values().stream()
                            .map(CustomerMailRecord::getAddress)
                            .toList()))
                    .execute();
            differs = true;
        }
        added.insert(in);
        return differs;
    }

    private boolean addresses(List<CheckedCustomer.Address> wanted) {
        Set<CheckedCustomer.Address> missing = new java.util.LinkedHashSet<>(wanted);
        boolean differs = false;
        for (CustomerAddressRecord known : in.selectFrom(CUSTOMER_ADDRESS)
                .where(CUSTOMER_ADDRESS.CUSTOMER_ID.in(members))
                .orderBy(CUSTOMER_ADDRESS.ID)) {
            CheckedCustomer.Address address = new CheckedCustomer.Address(
                    known.getLabel(),
                    known.getStreet(),
                    known.getPostalCode(),
                    known.getCity(),
                    known.getRegion(),
                    known.getCountry());
            if (!wanted.contains(address)) {
                in.executeDelete(known);
                differs = true;
            }
            missing.remove(address);
        }
        Rows added = Children.addresses();
        missing.forEach(address -> Children.add(added, id, address));
        added.insert(in);
        return differs || !missing.isEmpty();
    }

    private boolean tags(Set<Integer> wanted) {
        Set<Integer> known = new HashSet<>(in.select(CUSTOMER_TAG.TAG_ID)
                .from(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.CUSTOMER_ID.in(members))
                .fetch(CUSTOMER_TAG.TAG_ID));
        if (known.equals(wanted)) {
            return false;
        }
        in.deleteFrom(CUSTOMER_TAG)
                .where(CUSTOMER_TAG.CUSTOMER_ID.in(members))
                .and(CUSTOMER_TAG.TAG_ID.notIn(wanted))
                .execute();
        Rows added = Children.tags();
        wanted.stream().filter(tag -> !known.contains(tag)).forEach(tag -> added.add(id, tag));
        added.insert(in);
        return true;
    }

    /// Consents are evidence: what is new is added, nothing is taken away.
    private boolean consents(List<CheckedCustomer.Consent> wanted) {
        record Known(Object about, boolean given, Instant at) {}

        Set<Known> known = new HashSet<>(in.selectFrom(CUSTOMER_CONSENT)
                .where(CUSTOMER_CONSENT.CUSTOMER_ID.in(members))
                .fetch(row -> new Known(row.getAbout(), row.getGiven() != 0, row.getAt())));
        Rows added = Children.consents();
        boolean differs = false;
        for (CheckedCustomer.Consent consent : wanted) {
            Instant when = consent.at() == null ? at : consent.at();
            if (known.add(new Known(consent.about(), consent.given(), when))) {
                Children.add(added, id, consent, at, login);
                differs = true;
            }
        }
        added.insert(in);
        return differs;
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
