package org.santral.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.PERSON;
import static org.santral.server.tables.Tables.SEGMENT;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.agent.AgentId;
import org.santral.caller.Candidate;
import org.santral.server.customers.search.CustomerSearch;
import org.santral.server.database.Pool;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.site.Site;

@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoBookTest {
    private static final Site SITE = new Site(
            "IR",
            "Asia/Tehran",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(agent("sara", "1001"), agent("omid", "1002")));

    private final Pool pool = Pool.own();
    private final DSLContext sql = pool.sql();
    private final PhoneNumbers numbers = new PhoneNumbers("IR", "9");
    private final DemoBook demo = new DemoBook(sql, numbers, SITE);
    private final Book book = new Book(sql);

    @BeforeAll
    void fill() {
        for (String login : List.of("sara", "omid")) {
            sql.insertInto(PERSON)
                    .set(PERSON.LOGIN, login)
                    .set(PERSON.NAME, login)
                    .set(PERSON.PASSWORD_HASH, "none")
                    .set(PERSON.CREATED_AT, Instant.EPOCH)
                    .execute();
        }
        demo.fillIfEmpty();
    }

    DemoBookTest() throws IOException {}

    @AfterAll
    void close() throws IOException {
        pool.close();
    }

    @Test
    void thereAreTwoHundredCustomersInFourScripts() {
        List<String> names = sql.select(CUSTOMER.NAME).from(CUSTOMER).fetch(CUSTOMER.NAME);

        assertThat(names).hasSize(200);
        for (String script : List.of("Latin", "Cyrillic")) {
            assertThat(names).as(script).anyMatch(written("\\p{Is" + script + "}")::test);
        }
        assertThat(names).as("Persian").anyMatch(written("[پچژگیک]")::test);
        assertThat(names).as("Arabic").anyMatch(written("[يىةأ]")::test);
    }

    @Test
    void everyPersonHasSeveralNumbersAndEveryNumberIsOne() {
        assertThat(sql.fetchCount(CUSTOMER_NUMBER, CUSTOMER_NUMBER.E164.isNull()))
                .isZero();
        assertThat(sql.select(CUSTOMER_NUMBER.CUSTOMER_ID)
                        .from(CUSTOMER_NUMBER)
                        .groupBy(CUSTOMER_NUMBER.CUSTOMER_ID)
                        .having(DSL.count().gt(1))
                        .fetch())
                .hasSizeGreaterThan(180);
        assertThat(sql.fetchCount(CUSTOMER_NUMBER, CUSTOMER_NUMBER.EXTENSION.isNotNull()))
                .isGreaterThan(30);
    }

    @Test
    void someHaveASegmentAnOwnerOrACompany() {
        assertThat(sql.select(SEGMENT.NAME).from(SEGMENT).fetch(SEGMENT.NAME))
                .containsExactlyInAnyOrder("VIP", "partner", "business");
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.SEGMENT_ID.isNotNull())).isBetween(20, 60);
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.OWNER_ID.isNotNull())).isBetween(10, 40);
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.COMPANY_ID.isNotNull())).isBetween(30, 50);
    }

    @Test
    void fillingTwiceChangesNothing() {
        List<String> before = contents(sql);
        demo.fillIfEmpty();

        assertThat(contents(sql)).isEqualTo(before);
    }

    @Test
    void anotherDatabaseIsFilledWithTheSameBook() throws IOException {
        try (Pool other = Pool.own()) {
            new DemoBook(other.sql(), numbers, SITE).fillIfEmpty();
            assertThat(contents(other.sql())).isEqualTo(contents(sql));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "02112345678, رضا احمدی,      ,    ",
        "09123456789, رضا احمدی,      ,    ",
        "02187654321, Ольга Смирнова, VIP, ",
        "02155500001, ليلى الهاشمي,   ,    sara"
    })
    void theCallersOfTheDocumentationAreFound(String number, String name, String segment, String owner) {
        assertThat(book.withNumber(numbers.read(number))).singleElement().satisfies(candidate -> {
            assertThat(candidate.customer().name()).isEqualTo(name);
            assertThat(candidate.customer().segment()).isEqualTo(segment);
            assertThat(candidate.customer().owner()).isEqualTo(owner == null ? null : new AgentId(owner));
        });
    }

    @Test
    void oneNumberOfTheDocumentationHasTwoPeople() {
        assertThat(book.withNumber(numbers.read("02122223333")))
                .extracting(Candidate::customer)
                .extracting(customer -> customer.name())
                .containsExactly("Anna Larsen", "Peter Larsen");
    }

    @ParameterizedTest
    @CsvSource({"reza ahm, رضا احمدی", "ahmadi, رضا احمدی", "смирн, Ольга Смирнова", "pars elek, شرکت پارس الکترونیک"})
    void theyAreFoundAsOneTypes(String typed, String name) {
        List<Long> found =
                new CustomerSearch(sql, numbers).page(typed, null, 100).ids();

        assertThat(sql.select(CUSTOMER.NAME)
                        .from(CUSTOMER)
                        .where(CUSTOMER.ID.in(found))
                        .fetch(CUSTOMER.NAME))
                .contains(name);
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.NAME_KEY.eq(""))).isZero();
    }

    /// Without the ids of owners: they belong to the database.
    private static List<String> contents(DSLContext from) {
        return from.select(CUSTOMER.ID, CUSTOMER.NAME, CUSTOMER.COMPANY_ID, SEGMENT.NAME, CUSTOMER.LANGUAGE)
                .select(CUSTOMER_NUMBER.RAW, CUSTOMER_NUMBER.E164, CUSTOMER_NUMBER.EXTENSION)
                .from(CUSTOMER)
                .leftJoin(SEGMENT)
                .on(SEGMENT.ID.eq(CUSTOMER.SEGMENT_ID))
                .join(CUSTOMER_NUMBER)
                .on(CUSTOMER_NUMBER.CUSTOMER_ID.eq(CUSTOMER.ID))
                .orderBy(CUSTOMER_NUMBER.ID)
                .fetch()
                .map(row -> java.util.Arrays.toString(row.intoArray()));
    }

    private static java.util.function.Predicate<String> written(String letter) {
        return Pattern.compile(letter).asPredicate();
    }

    private static Site.Agent agent(String login, String extension) {
        return new Site.Agent(new AgentId(login), login, extension, List.of());
    }
}
