package org.santral.server.customers.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.customers.Forms;
import org.santral.server.rest.Fault;
import org.santral.server.tables.enums.CustomerFieldKind;
import org.santral.server.tables.enums.CustomerKind;

/// Which customers may be stored, and what is said of those that may not.
class CustomerCheckTest {
    private static final Definitions DEFINED = new Definitions(
            Map.of("vip", 1),
            Map.of("فوری", 2),
            Map.of("sara", 3),
            List.of(
                    new Definitions.Field("contract", CustomerFieldKind.TEXT, List.of()),
                    new Definitions.Field("seats", CustomerFieldKind.NUMBER, List.of()),
                    new Definitions.Field("since", CustomerFieldKind.DATE, List.of()),
                    new Definitions.Field("invoiced", CustomerFieldKind.YES_NO, List.of()),
                    new Definitions.Field("level", CustomerFieldKind.CHOICE, List.of("gold", "silver"))));

    private final CustomerCheck check = new CustomerCheck(Forms.NUMBERS, DEFINED);

    @Test
    void aNameIsAllThatIsNeeded() {
        CheckedCustomer customer = customer(Forms.person("  رضا احمدی "));

        assertThat(customer.name()).isEqualTo("رضا احمدی");
        assertThat(customer.kind()).isEqualTo(CustomerKind.PERSON);
        assertThat(customer.fields()).isEqualTo("{}");
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        CustomerForm form = new CustomerForm(
                "PARTNER",
                " ",
                "a\u0007b",
                null,
                "nobody",
                "ghost",
                "no language!",
                "x".repeat(501),
                false,
                List.of(
                        new CustomerForm.Number(null, "021 1234 5678", null, null, false),
                        new CustomerForm.Number(null, "9".repeat(65), "12a", "l".repeat(33), false)),
                List.of(new CustomerForm.Mail("reza at example", null)),
                List.of(new CustomerForm.Address(null, "Street", null, null, null, "XX")),
                List.of("فوری", "unheard"),
                List.of(new CustomerForm.Consent("FAX", null, "yesterday", null)),
                Map.of("level", "bronze", "colour", "red"),
                "crm",
                null);

        assertThat(check.check(form).customer()).isNull();
        assertThat(places(form))
                .containsExactlyInAnyOrder(
                        "kind unknown",
                        "name missing",
                        "sayAs control-characters",
                        "segment unknown",
                        "owner unknown",
                        "language invalid",
                        "warning too-long",
                        "numbers[1].raw too-long",
                        "numbers[1].extension invalid",
                        "numbers[1].label too-long",
                        "mails[0] invalid",
                        "addresses[0].country unknown",
                        "tags[1] unknown",
                        "consents[0].about unknown",
                        "consents[0].given missing",
                        "consents[0].at invalid",
                        "fields.level wrong-type",
                        "fields.colour unknown",
                        "sourceKey missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u0000b', control-characters",
        "'two\nlines', control-characters",
        "'a\u009bb', control-characters",
        "'evil\u202Egnp.exe', bidi-characters",
        "'a\u2067b', bidi-characters",
        "'half\uD83D', invalid"
    })
    void aNameThatCannotBeSeenOrTurnsTheWritingIsRefused(String name, String reason) {
        assertThat(places(Forms.person(name))).containsExactly("name " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "علی\u200Cرضا",
                "O'Brien <b>&amp;</b>",
                "=SUM(A1)",
                "\uD842\uDFB7野家",
                "שלום",
                "Robert'); drop table customer;--"
            })
    void whatPeopleAndCompaniesAreCalledIsKeptLetterForLetter(String name) {
        assertThat(customer(Forms.person(name)).name()).isEqualTo(name);
    }

    @Test
    void aNameIsMeasuredInCharactersNotInHalves() {
        assertThat(places(Forms.person("\uD842\uDFB7".repeat(200)))).isEmpty();
        assertThat(places(Forms.person("\uD842\uDFB7".repeat(201)))).containsExactly("name too-long");
    }

    @Test
    void aNumberThatCannotBeReadIsKeptAsItWasWritten() {
        CheckedCustomer customer =
                customer(Forms.person("Anna", "see the list", "021-1234 5678 ext 12", "۰۹۱۲ ۳۴۵ ۶۷۸۹"));

        assertThat(customer.numbers())
                .extracting(number -> number.raw() + " " + number.e164() + " " + number.extension())
                .containsExactly(
                        "see the list null null",
                        "021-1234 5678 ext 12 +982112345678 12",
                        "۰۹۱۲ ۳۴۵ ۶۷۸۹ +989123456789 null");
    }

    @Test
    void marksThatAddressBooksPutAroundANumberAreNoneOfIt() {
        assertThat(customer(Forms.person("Anna", "\u202A+98 912 345 6789\u202C"))
                        .numbers())
                .singleElement()
                .satisfies(number -> assertThat(number.raw()).isEqualTo("+98 912 345 6789"));
        assertThat(places(Forms.person("Anna", "0912\u00003456789")))
                .containsExactly("numbers[0].raw control-characters");
    }

    @Test
    void theSameNumberTwiceIsOne() {
        assertThat(customer(Forms.person("Anna", "021 1234 5678", "+98 21 1234 5678", "021 1234 5678 ext 3"))
                        .numbers())
                .hasSize(2);
    }

    @Test
    void moreNumbersThanAnybodyHasAreRefused() {
        assertThat(places(Forms.person("Anna", Collections.nCopies(51, "1").toArray(String[]::new))))
                .containsExactly("numbers too-many");
    }

    @Test
    void ownFieldsHaveTheirKind() {
        CheckedCustomer customer = customer(withFields(Map.of(
                "contract", "A-17",
                "seats", new BigDecimal("12.5"),
                "since", "2026-11-25",
                "invoiced", "yes",
                "level", "gold")));

        assertThat(customer.fields())
                .isEqualTo(
                        "{\"contract\":\"A-17\",\"seats\":12.5,\"since\":\"2026-11-25\",\"invoiced\":true,\"level\":\"gold\"}");
        assertThat(places(withFields(Map.of("seats", "1e999999999", "since", "25.11.2026", "contract", true))))
                .containsExactlyInAnyOrder(
                        "fields.seats wrong-type", "fields.since wrong-type", "fields.contract wrong-type");
    }

    @Test
    void aCompanyWorksForNobody() {
        CustomerForm form =
                Forms.form("COMPANY", "Nordic Paper", new CustomerForm.Company(7L, null), List.of(), List.of());

        assertThat(places(form)).containsExactly("company not-for-companies");
    }

    @Test
    void segmentsTagsAndOwnersAreKnownByTheirNames() {
        CustomerForm form = new CustomerForm(
                null,
                "Anna",
                null,
                null,
                "vip",
                "sara",
                "en_gb",
                null,
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of("فوری"),
                List.of(),
                Map.of(),
                null,
                null);

        CheckedCustomer customer = customer(form);

        assertThat(customer.segment()).isEqualTo(1);
        assertThat(customer.owner()).isEqualTo(3);
        assertThat(customer.tags()).containsExactly(2);
        assertThat(customer.language()).isEqualTo("en-GB");
    }

    private CheckedCustomer customer(CustomerForm form) {
        CustomerCheck.Result result = check.check(form);
        assertThat(result.faults()).isEmpty();
        return java.util.Objects.requireNonNull(result.customer());
    }

    private List<String> places(CustomerForm form) {
        return check.check(form).faults().stream().map(CustomerCheckTest::place).toList();
    }

    private static String place(Fault fault) {
        return fault.field() + " " + fault.reason();
    }

    private static CustomerForm withFields(Map<String, Object> fields) {
        return new CustomerForm(
                null, "Anna", null, null, null, null, null, null, false, List.of(), List.of(), List.of(), List.of(),
                List.of(), fields, null, null);
    }
}
