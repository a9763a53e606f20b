package org.santral.server.directory;

import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CustomerKind;

/// Puts customers of a test into the book.
record Shelf(DSLContext sql, PhoneNumbers numbers) {

    /// @param number as somebody wrote it
    long person(String name, @Nullable Long company, String number) {
        return customer(CustomerKind.PERSON, name, company, number);
    }

    long company(String name, String number) {
        return customer(CustomerKind.COMPANY, name, null, number);
    }

    private long customer(CustomerKind kind, String name, @Nullable Long company, String number) {
        long id = sql.insertInto(CUSTOMER)
                .set(CUSTOMER.KIND, kind)
                .set(CUSTOMER.NAME, name)
                .set(CUSTOMER.COMPANY_ID, company)
                .set(CUSTOMER.CREATED_AT, Instant.EPOCH)
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
        PhoneNumbers.Reading reading = numbers.read(number);
        sql.insertInto(CUSTOMER_NUMBER)
                .set(CUSTOMER_NUMBER.CUSTOMER_ID, id)
                .set(CUSTOMER_NUMBER.RAW, number)
                .set(CUSTOMER_NUMBER.E164, reading.e164())
                .set(CUSTOMER_NUMBER.EXTENSION, reading.extension().isEmpty() ? null : reading.extension())
                .execute();
        return id;
    }
}
