package org.santral.server.customers;

import static org.santral.server.tables.Tables.CUSTOMER_ADDRESS;
import static org.santral.server.tables.Tables.CUSTOMER_CONSENT;
import static org.santral.server.tables.Tables.CUSTOMER_MAIL;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.CUSTOMER_TAG;

import java.time.Instant;
import org.santral.server.customers.form.CheckedCustomer;

/// How each kind of row below a customer is written.
final class Children {
    private Children() {}

    static Rows numbers() {
        return new Rows(
                CUSTOMER_NUMBER,
                CUSTOMER_NUMBER.CUSTOMER_ID,
                CUSTOMER_NUMBER.RAW,
                CUSTOMER_NUMBER.E164,
                CUSTOMER_NUMBER.EXTENSION,
                CUSTOMER_NUMBER.LABEL,
                CUSTOMER_NUMBER.MOVED_AT);
    }

    static void add(Rows rows, long id, CheckedCustomer.Number number, Instant at) {
        rows.add(id, number.raw(), number.e164(), number.extension(), number.label(), number.moved() ? at : null);
    }

    static Rows mails() {
        return new Rows(CUSTOMER_MAIL, CUSTOMER_MAIL.CUSTOMER_ID, CUSTOMER_MAIL.ADDRESS, CUSTOMER_MAIL.LABEL);
    }

    static void add(Rows rows, long id, CheckedCustomer.Mail mail) {
        rows.add(id, mail.address(), mail.label());
    }

    static Rows addresses() {
        return new Rows(
                CUSTOMER_ADDRESS,
                CUSTOMER_ADDRESS.CUSTOMER_ID,
                CUSTOMER_ADDRESS.LABEL,
                CUSTOMER_ADDRESS.STREET,
                CUSTOMER_ADDRESS.POSTAL_CODE,
                CUSTOMER_ADDRESS.CITY,
                CUSTOMER_ADDRESS.REGION,
                CUSTOMER_ADDRESS.COUNTRY);
    }

    static void add(Rows rows, long id, CheckedCustomer.Address address) {
        rows.add(
                id,
                address.label(),
                address.street(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country());
    }

    static Rows tags() {
        return new Rows(CUSTOMER_TAG, CUSTOMER_TAG.CUSTOMER_ID, CUSTOMER_TAG.TAG_ID);
    }

    static Rows consents() {
        return new Rows(
                CUSTOMER_CONSENT,
                CUSTOMER_CONSENT.CUSTOMER_ID,
                CUSTOMER_CONSENT.ABOUT,
                CUSTOMER_CONSENT.GIVEN,
                CUSTOMER_CONSENT.AT,
                CUSTOMER_CONSENT.LOGIN,
                CUSTOMER_CONSENT.REMARK);
    }

    static void add(Rows rows, long id, CheckedCustomer.Consent consent, Instant at, String login) {
        rows.add(
                id,
                consent.about(),
                consent.given(),
                consent.at() == null ? at : consent.at(),
                login,
                consent.remark());
    }
}
