package org.santral.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.caller.LookUp;
import org.santral.server.database.Pool;
import org.santral.server.numbers.PhoneNumbers;

/// What users of other systems complained of when a number was to become a customer. Each complaint has its
/// test by its name, with the issue in which it was read: here those about whom a number belongs to, in
/// [MatchingOnTheLineTest] those about the card and the history.
///
/// Customers are checked and stored as everybody's are, and the real directory over a real MariaDB answers.
/// Some of it with a real exchange and a browser: `CallersTest` in `e2e`.
@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchingComplaintsTest {
    private final Pool pool = Pool.own();
    private final DSLContext sql = pool.sql();
    private final House iran = new House(sql, "IR", "9");
    private final House germany = new House(sql, "DE", "0");

    MatchingComplaintsTest() throws IOException {}

    @BeforeEach
    void empty() {
        House.empty(sql);
    }

    @AfterAll
    void close() throws IOException {
        pool.close();
    }

    /// "The CRM stores `+x xxx-xxx`, the PBX sends digits only: no match." (odoo#134447)
    @ParameterizedTest
    @ValueSource(strings = {"2144", "9121"})
    void theCrmStoresItWithBlanksAndTheExchangeSendsDigitsOnly(String beginning) {
        int forms = Forms.storedInIran(number(beginning, 0)).size();
        List<Long> customers = IntStream.range(0, forms)
                .mapToObj(i -> iran.shelf().person("Customer " + i, null, written(beginning, i)))
                .toList();

        for (int i = 0; i < forms; i++) {
            List<String> told = signalled(number(beginning, i));
            // In turn, so that every form of either kind is among them; all pairs would only take longer.
            for (int k = i % 4; k < told.size(); k += 4) {
                String signalled = told.get(k);
                assertThat(iran.candidates(signalled))
                        .as("[%s] was stored, [%s] is signalled", written(beginning, i), signalled)
                        .containsExactly(customers.get(i));
            }
            assertThat(iran.candidates("0" + number(beginning, forms + i)))
                    .as("a neighbour's number")
                    .isEmpty();
        }
    }

    private static List<String> signalled(String n) {
        return Stream.of(Forms.signalledInIran(n), Forms.signalledBehindNine(n))
                .flatMap(List::stream)
                .toList();
    }

    private static String written(String beginning, int i) {
        return Forms.storedInIran(number(beginning, i)).get(i);
    }

    private static String number(String beginning, int i) {
        return beginning + (450_000 + i);
    }

    /// The same, with the extension behind it: whoever has it, then the others of the house.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+982144450000;ext=12",
                "tel:+98-21-4445-0000;ext=12",
                "021 4445 0000 ext. 12",
                "021 4445 0000 x12",
                "021-44450000 (ext 12)",
                "021 4445 0000 #12",
                "۰۲۱ ۴۴۴۵ ۰۰۰۰ داخلی ۱۲",
                "٠٢١٤٤٤٥٠٠٠٠ تحويلة ١٢",
                "(021) 44450000 доб. 12"
            })
    void anExtensionBehindTheNumberIsNoPartOfIt(String written) {
        long company = iran.shelf().company("Nordic Paper", "021 4445 0000");
        long other = iran.shelf().person("Other", company, "021 4445 0000 ext 11");
        long anna = iran.shelf().person("Anna", company, written);

        assertThat(iran.candidates("tel:+982144450000;ext=12")).containsExactly(company, anna, other);
        assertThat(iran.candidates(written)).containsExactly(company, anna, other);
        assertThat(iran.candidates("02144450000")).first().isEqualTo(company);
        assertThat(iran.candidates("02144450000")).containsExactlyInAnyOrder(company, anna, other);
    }

    /// "National and `+49` form of one number give different people." (FreePBX issue-tracker#587)
    @Test
    void theNationalAndTheInternationalFormGiveDifferentPeople() {
        List<String> stored = Forms.storedInGermany("30", "901820");
        for (int i = 0; i < stored.size(); i++) {
            String rest = Integer.toString(901_000 + i);
            String written = Forms.storedInGermany("30", rest).get(i);
            long customer = germany.shelf().person("Customer " + i, null, written);
            for (String signalled : Forms.signalledInGermany("30", rest)) {
                assertThat(germany.candidates(signalled))
                        .as("[%s] was stored, [%s] is signalled", written, signalled)
                        .containsExactly(customer);
            }
        }
    }

    /// The same, where the book has one person under each form: both are the caller, whatever form is
    /// signalled.
    @Test
    void whoIsStoredInEitherFormIsACandidateForBoth() {
        long national = germany.shelf().person("National", null, "030 901820");
        long international = germany.shelf().person("International", null, "+49 30 901820");

        for (String signalled : Forms.signalledInGermany("30", "901820")) {
            assertThat(germany.candidates(signalled)).as(signalled).containsExactly(national, international);
        }
    }

    /// "Persian ۰-۹ and Arabic ٠-٩ digits in stored numbers are not understood" (sms_serial_verification#2);
    /// "numbers are shown reversed in right-to-left text" (bloom#5281): what is told to be shown has digits 0
    /// to 9 and no marks of direction, whoever wrote it; the page isolates it (screen-pop-client `format/`).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "۰۲۱۴۴۴۵۰۰۰۷",
                "٠٢١٤٤٤٥٠٠٠٧",
                "۰۲۱ ۴۴۴۵ ۰۰۰۷",
                "+۹۸۲۱۴۴۴۵۰۰۰۷",
                "۰٢۱4٤۴۵۰٠0۷",
                "\u200f٠٢١-٤٤٤٥-٠٠٠٧\u200f",
                "\u202b۰۲۱۴۴۴۵۰۰۰۷\u202c",
                "تلفن: ۰۲۱۴۴۴۵۰۰۰۷"
            })
    void persianAndArabicDigitsAreNotUnderstoodOrShownReversed(String written) {
        long anna = iran.shelf().person("آنا", null, written);

        for (String signalled : List.of("02144450007", "+982144450007", "۰۲۱۴۴۴۵۰۰۰۷", "٠٢١٤٤٤٥٠٠٠٧")) {
            LookUp answer = iran.ask(signalled);
            assertThat(Line.candidates(answer)).as(signalled).containsExactly(anna);
            assertThat(answer.display()).isEqualTo("021 4445 0007");
        }
    }

    /// "7,667 contacts: 3.5 s for one look-up." (FreePBX#1058) The figure itself is `scripts/bench lookup`;
    /// here, that no more is read in a book of 7,667 than in a small one.
    @Test
    void thousandsOfContactsMakeTheLookUpSlow() throws Exception {
        iran.shelf().people(30, i -> "0913" + (2_000_000 + i));
        long few = rowsRead("09132000007");
        iran.shelf().people(7_637, i -> "0914" + (2_000_000 + i));
        long many = rowsRead("09142000007");
        long nobody = rowsRead("09152000007");

        assertThat(few).isBetween(1L, 60L);
        assertThat(many).isBetween(1L, 60L);
        assertThat(nobody).isLessThan(20);
    }

    /// As the database counts them.
    private long rowsRead(String number) throws SQLException {
        try (Connection connection = pool.another()) {
            DSLContext one = DSL.using(connection, SQLDialect.MARIADB);
            Book book = new Book(one);
            PhoneNumbers.Reading reading = new PhoneNumbers("IR", "9").read(number);
            book.ask(reading);
            long asking = handlerReads(one);
            long before = handlerReads(one);
            book.ask(reading);
            return handlerReads(one) - before - (before - asking);
        }
    }

    private static long handlerReads(DSLContext sql) {
        return sql.fetch("show session status like 'Handler_read%'").stream()
                .mapToLong(row -> row.get(1, Long.class))
                .sum();
    }
}
