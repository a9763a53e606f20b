package org.santral.server.customers.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.Forms;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.database.Pool;
import org.santral.server.tables.enums.CustomerKind;

/// Who is found by what is typed, and in which order.
@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerSearchTest {
    private final Pool pool = Pool.own();
    private final DSLContext sql = pool.sql();
    private final CustomerStore store = new CustomerStore(sql, Instant::now);
    private final CustomerSearch search = new CustomerSearch(sql, Forms.NUMBERS);
    private final Map<Long, String> names = new HashMap<>();

    CustomerSearchTest() throws IOException {}

    @BeforeAll
    void fill() {
        long paper = add(Forms.company("Nordic Paper", "021 8899 0000"));
        add(Forms.person("رضا احمدی", "021-1234 5678", "0912 345 6789"));
        add(Forms.person("Reza Ahmadi"));
        add(Forms.person("Ahmad Rezaei"));
        add(Forms.person("Мухаммед Петров"));
        add(Forms.person("محمد کریمی"));
        add(Forms.person("Mohammad Miller"));
        add(Forms.employee("Anna Müller", paper, "021 8899 0000 ext 101"));
        add(Forms.employee("Norda Berg", paper));
        add(Forms.withMail("Peter Larsen", "p.larsen@example.com"));
        add(Forms.person("ليلى الهاشمي"));
        add(Forms.person("吉野家"));
    }

    @AfterAll
    void close() throws IOException {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "reza ahm,       Reza Ahmadi, رضا احمدی",
        "REZA,           Reza Ahmadi, Ahmad Rezaei",
        "رضا,            رضا احمدی,   Reza Ahmadi",
        "احمدي رض,       رضا احمدی,   Ahmad Rezaei",
        "muller,         Anna Müller, Mohammad Miller",
        "هاشمی,          ليلى الهاشمي,",
        "الهاشمي,        ليلى الهاشمي,",
        "nord,           Norda Berg,  Nordic Paper",
        "anna nord,      Anna Müller,",
        "吉野,            吉野家,",
    })
    void theNearestNameStandsFirst(String typed, String first, String second) {
        List<String> expected = second == null ? List.of(first) : List.of(first, second);

        assertThat(found(typed)).startsWith(expected.toArray(String[]::new));
    }

    @Test
    void aNameIsFoundInEveryScriptAndThoseOfTheTypedOneStandFirst() {
        assertThat(found("mohammad")).containsExactly("Mohammad Miller", "Мухаммед Петров", "محمد کریمی");
        assertThat(found("мухам")).startsWith("Мухаммед Петров").contains("Mohammad Miller", "محمد کریمی");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "021 1234 5678",
                "02112345678",
                "+98 21 123",
                "0098 21 1234",
                "982112345678",
                "2112345",
                "45678",
                "۰۲۱ ۱۲۳۴",
                "(021) 12345",
                "90211234",
                "0912 345",
                "6789",
                "tel:+98-21-1234-5678"
            })
    void aNumberIsFoundHoweverItIsWrittenByItsBeginningAndByItsEnd(String typed) {
        assertThat(found(typed)).containsExactly("رضا احمدی");
    }

    @Test
    void filtersHoldForWhatIsFound() {
        long paper = idOf("Nordic Paper");

        assertThat(found("nord", new Among(CustomerKind.COMPANY, null, null, null, null)))
                .containsExactly("Nordic Paper");
        assertThat(found("nord", new Among(null, "", null, null, paper)))
                .containsExactlyInAnyOrder("Norda Berg", "Anna Müller");
        assertThat(found("nord", new Among(CustomerKind.PERSON, null, null, null, null)))
                .containsExactlyInAnyOrder("Norda Berg", "Anna Müller");
        assertThat(found("nord", new Among(null, "no such segment", null, null, null)))
                .isEmpty();
        assertThat(found("nord", new Among(null, null, "no such tag", null, null)))
                .isEmpty();
        assertThat(found("nord", new Among(null, null, null, "nobody", null))).isEmpty();
    }

    @Test
    void aMailAddressIsFoundByItsBeginning() {
        assertThat(found("p.lars")).containsExactly("Peter Larsen");
        assertThat(found("P.Larsen@Example.com")).containsExactly("Peter Larsen");
        assertThat(found("%@example.com")).isEmpty();
        assertThat(found("p_larsen@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zzzzzz",
                "'; drop table customer; --x",
                "%",
                "_",
                "\u0000",
                "reza zzzz",
                "00000000000000000000000"
            })
    void whatNobodyIsCalledFindsNobody(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        List<Long> paged = new ArrayList<>();
        String after = null;
        do {
            CustomerSearch.Page page = search.page("a", after, 1);
            paged.addAll(page.ids());
            after = page.next();
        } while (after != null);

        assertThat(paged)
                .hasSizeGreaterThan(2)
                .isEqualTo(search.page("a", null, 100).ids());
    }

    @Test
    void aMergedCustomerIsFoundAsTheOneItTurnedOutToBe() {
        long winner = add(Forms.person("Olga Winner"));
        long loser = add(Forms.person("Olga Loser", "0912 777 0001"));
        sql.execute("update customer set merged_into = {0} where id = {1}", winner, loser);

        assertThat(found("loser")).containsExactly("Olga Winner");
        assertThat(found("09127770001")).containsExactly("Olga Winner");
        assertThat(found("olga")).containsExactly("Olga Winner");
    }

    private long add(CustomerForm form) {
        long id = store.create(Forms.checked(form), "test").id();
        names.put(id, String.valueOf(form.name()));
        return id;
    }

    private List<String> found(String typed) {
        return found(typed, Among.ALL);
    }

    private List<String> found(String typed, Among among) {
        return search.page(typed, among, null, 50).ids().stream()
                .map(names::get)
                .toList();
    }

    private long idOf(String name) {
        return names.entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
