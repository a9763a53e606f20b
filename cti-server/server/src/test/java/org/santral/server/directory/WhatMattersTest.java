package org.santral.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_CONSENT;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.santral.caller.Customer;
import org.santral.caller.Customer.Consent;
import org.santral.server.database.Pool;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CustomerConsentAbout;

/// What a card is told of consents, on a real MariaDB.
@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatMattersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    private final Pool pool = Pool.own();
    private final DSLContext sql = pool.sql();
    private final Shelf shelf = new Shelf(sql, new PhoneNumbers("IR", "9"));

    WhatMattersTest() throws IOException {}

    @AfterAll
    void close() throws IOException {
        pool.close();
    }

    @Test
    void theLastWordAboutEachThingIsTold() {
        long anna = shelf.person("Anna", null, "02122220000");
        long nobodyAsked = shelf.person("Never asked", null, "02122220003");
        said(anna, CustomerConsentAbout.RECORDING, true, NOW.minusSeconds(60));
        said(anna, CustomerConsentAbout.RECORDING, false, NOW);
        said(anna, CustomerConsentAbout.MAIL, true, NOW);

        assertThat(matters(anna).consents())
                .containsExactlyInAnyOrder(
                        new Consent(Consent.About.RECORDING, false), new Consent(Consent.About.MAIL, true));
        assertThat(matters(nobodyAsked).consents()).isEmpty();
    }

    @Test
    void whoWasMergedHasOneLastWord() {
        long anna = shelf.person("Anna Larsen", null, "02122220001");
        long other = shelf.person("A. Larsen", null, "02122220002");
        sql.update(CUSTOMER)
                .set(CUSTOMER.MERGED_INTO, anna)
                .where(CUSTOMER.ID.eq(other))
                .execute();
        said(anna, CustomerConsentAbout.CALL, true, NOW.minusSeconds(60));
        said(other, CustomerConsentAbout.CALL, false, NOW);

        assertThat(matters(anna).consents()).containsExactly(new Consent(Consent.About.CALL, false));
    }

    private Customer.Matters matters(long customer) {
        return Objects.requireNonNull(
                WhatMatters.of(sql, List.of(customer)).getFirst().matters());
    }

    private void said(long customer, CustomerConsentAbout about, boolean given, Instant at) {
        sql.insertInto(CUSTOMER_CONSENT)
                .set(CUSTOMER_CONSENT.CUSTOMER_ID, customer)
                .set(CUSTOMER_CONSENT.ABOUT, about)
                .set(CUSTOMER_CONSENT.GIVEN, (byte) (given ? 1 : 0))
                .set(CUSTOMER_CONSENT.AT, at)
                .execute();
    }
}
