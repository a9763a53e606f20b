package org.santral.server.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.Definitions;
import org.santral.server.imports.files.FileRow;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CustomerKind;

/// What rows of spreadsheets say about customers.
class RowFormsTest {
    private static final CustomerCheck CHECK = new CustomerCheck(
            new PhoneNumbers("IR", "9"), new Definitions(Map.of("vip", 7), Map.of("gold", 3), Map.of(), List.of()));

    @ParameterizedTest
    @CsvSource({
        "Phone 2,                number",
        "نام و نام خانوادگي,      name",
        "کدپستی,                 postalCode",
        "Эл. почта,              mail",
        "رقم الجوال,             number",
        "sourceKey,              sourceKey",
        "number 3 extension,     extension",
        "'fields.level',         fields.level",
        "level,                  fields.level",
        "Umsatz,                 ''"
    })
    void aColumnIsGuessedFromItsName(String name, String field) {
        assertThat(Headers.guess(List.of(name), Set.of("level")))
                .singleElement()
                .satisfies(column -> assertThat(column.field()).isEqualTo(field));
    }

    @Test
    void severalNumbersInACellAreSeveralAndAnExtensionIsNone() {
        assertThat(numbers("number", "0912 345 6789; 021-8899 0000"))
                .extracting(CheckedCustomer.Number::e164)
                .containsExactly("+989123456789", "+982188990000");
        assertThat(numbers("number", "021 8899 0000, ext 12"))
                .extracting(CheckedCustomer.Number::extension)
                .containsExactly("12");
    }

    @Test
    void labelAndExtensionBelongToTheNumberBeforeThem() {
        RowForms.Read read = read(
                List.of("name", "number", "extension", "number", "numberLabel"),
                "Anna",
                "02188990000",
                "12",
                "0912 345 6789",
                "home");

        assertThat(customer(read).numbers())
                .extracting(number -> number.e164() + " " + number.extension() + " " + number.label())
                .containsExactly("+982188990000 12 ", "+989123456789 null home");
    }

    @Test
    void aFieldOfAnAddressThatComesAgainBeginsAnother() {
        RowForms.Read read = read(
                List.of("name", "city", "country", "city", "country"), "Anna", "Tehran", "ایران", "Oslo", "Norway");

        assertThat(customer(read).addresses())
                .extracting(address -> address.city() + " " + address.country())
                .containsExactly("Tehran IR", "Oslo NO");
    }

    @Test
    void theLabelOfAnAddressStandsAtTheColumnThatBeginsIt() {
        RowForms rows = new RowForms(
                new Mapping(
                        "UTF-8",
                        ",",
                        true,
                        0,
                        "PERSON",
                        null,
                        List.of(
                                new Mapping.Column("a", "name", ""),
                                new Mapping.Column("b", "street", "office"),
                                new Mapping.Column("c", "city", ""),
                                new Mapping.Column("d", "city", "home"))),
                CHECK);

        assertThat(customer(rows.read(new FileRow(2, List.of("Anna", "", "Oslo", "Bergen"), null)))
                        .addresses())
                .extracting(address -> address.label() + " " + address.city())
                .containsExactly("office Oslo", "home Bergen");
    }

    @Test
    void ofTwoColumnsForOneFieldTheFirstThatIsNotEmptyCounts() {
        assertThat(customer(read(List.of("name", "name", "language", "language"), "", "Anna", "fa", "en"))
                        .language())
                .isEqualTo("fa");
    }

    @Test
    void aWrongValueIsLeftOutAndTheRowGoesIn() {
        RowForms.Read read = read(
                List.of("name", "mail", "segment", "tags", "country", "doNotCall", "number"),
                "Anna",
                "nobody",
                "VIP",
                "gold, silver",
                "Atlantis",
                "perhaps",
                "0".repeat(65));

        CheckedCustomer anna = customer(read);
        assertThat(anna.segment()).isEqualTo(7);
        assertThat(anna.tags()).containsExactly(3);
        assertThat(read.wrong())
                .extracting(wrong -> wrong.column() + " " + wrong.reason() + " " + wrong.wholeRow())
                .containsExactlyInAnyOrder(
                        "mail invalid false",
                        "tags unknown false",
                        "country unknown false",
                        "doNotCall wrong-type false",
                        "number too-long false");
    }

    @Test
    void aRowWithoutANameIsRefusedUnlessItIsACompany() {
        RowForms.Read nobody = read(List.of("firstName", "company", "number"), "", "", "0912 345 6789");
        RowForms.Read firm = read(List.of("firstName", "company", "number"), "", "Nordic Paper", "0912 345 6789");

        assertThat(nobody.customer()).isNull();
        assertThat(nobody.wrong()).containsExactly(new RowForms.Wrong("firstName", "", "missing", true));
        assertThat(customer(firm).kind()).isEqualTo(CustomerKind.COMPANY);
        assertThat(customer(firm).name()).isEqualTo("Nordic Paper");
        assertThat(firm.employer()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"\u202Eevil, bidi-characters", "a\u0007b, control-characters", "\uFFFD, missing"})
    void aNameThatCannotBeShownRefusesTheRow(String name, String reason) {
        RowForms.Read read = read(List.of("name"), name);

        assertThat(read.customer()).isNull();
        assertThat(read.wrong().getLast().reason()).isEqualTo(reason);
        assertThat(read.wrong().getLast().wholeRow()).isTrue();
    }

    @Test
    void aLineBreakInACellIsABlankWhereACustomerHasOneLine() {
        RowForms.Read read = read(
                List.of("name", "street", "number", "warning"),
                "Anna\nLarsen",
                "Main Street 1 \r\n\t 2nd floor",
                "021-8899\n0000",
                "deaf\nspeak slowly");

        CheckedCustomer anna = customer(read);
        assertThat(read.wrong()).isEmpty();
        assertThat(anna.name()).isEqualTo("Anna Larsen");
        assertThat(anna.addresses().getFirst().street()).isEqualTo("Main Street 1 2nd floor");
        assertThat(anna.numbers().getFirst().e164()).isEqualTo("+982188990000");
        assertThat(anna.warning()).isEqualTo("deaf\nspeak slowly");
    }

    @Test
    void blanksThatNobodySeesAreNoneOfTheValue() {
        RowForms.Read read = read(List.of("name", "mail", "city"), "\u00a0Anna\u202f", "\ufeffa@example.com", "\u00a0");

        assertThat(read.wrong()).isEmpty();
        assertThat(customer(read).name()).isEqualTo("Anna");
        assertThat(customer(read).mails().getFirst().address()).isEqualTo("a@example.com");
        assertThat(customer(read).addresses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "tags", "mail", "street", "consents"})
    void aCellOfBlanksOrOfManyValuesTakesNoTime(String field) {
        for (String cell : List.of("1" + " ".repeat(400_000) + "1", "1234567;".repeat(100_000))) {
            RowForms.Read read =
                    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(List.of("name", field), "Anna", cell));

            assertThat(read.wrong()).isNotEmpty().hasSizeLessThan(1_002);
        }
    }

    @Test
    void aRowWithHundredsOfWrongValuesIsRefusedOnce() {
        List<String> fields = new ArrayList<>(List.of("name"));
        List<String> cells = new ArrayList<>(List.of("Anna"));
        for (int i = 0; i < 280; i++) {
            fields.add("fields");
            cells.add("a%d=1\nb%d=2".formatted(i, i));
        }

        RowForms.Read read = read(fields, cells.toArray(String[]::new));

        assertThat(read.customer()).isNull();
        assertThat(read.wrong()).containsExactly(new RowForms.Wrong("", "", "too-many", true));
    }

    @ParameterizedTest
    @CsvSource({"USA, US", "UK, GB", "irn, IR", "Россия, RU", "de, DE"})
    void aCountryIsKnownByItsNameAndItsCodes(String written, String code) {
        assertThat(customer(read(List.of("name", "country"), "Anna", written))
                        .addresses()
                        .getFirst()
                        .country())
                .isEqualTo(code);
    }

    @Test
    void theApostropheOfAnExportIsTakenAwayOnce() {
        assertThat(customer(read(List.of("name"), "'=1+1")).name()).isEqualTo("=1+1");
        assertThat(customer(read(List.of("name"), "''=1+1")).name()).isEqualTo("'=1+1");
        assertThat(customer(read(List.of("name"), "'Anna'")).name()).isEqualTo("'Anna'");
    }

    private static List<CheckedCustomer.Number> numbers(String field, String cell) {
        return customer(read(List.of("name", field), "Anna", cell)).numbers();
    }

    private static CheckedCustomer customer(RowForms.Read read) {
        CheckedCustomer customer = read.customer();
        assertThat(customer).as(read.wrong().toString()).isNotNull();
        return java.util.Objects.requireNonNull(customer);
    }

    private static RowForms.Read read(List<String> fields, String... cells) {
        List<Mapping.Column> columns = fields.stream()
                .map(field -> new Mapping.Column(field, field, ""))
                .toList();
        Mapping mapping = new Mapping("UTF-8", ",", true, 0, "PERSON", null, columns);
        return new RowForms(mapping, CHECK).read(new FileRow(2, List.of(cells), null));
    }
}
