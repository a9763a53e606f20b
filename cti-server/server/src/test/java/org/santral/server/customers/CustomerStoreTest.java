package org.santral.server.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_ACCESS;
import static org.santral.server.tables.Tables.CUSTOMER_CHANGE;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.CUSTOMER_WORD;

import java.io.IOException;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.santral.server.customers.CustomerStore.Written;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.database.Pool;
import org.santral.server.rest.Refusal;
import org.springframework.http.HttpStatus;

/// What becomes of customers in a real MariaDB.
@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private final Pool pool = Pool.own();
    private final DSLContext sql = pool.sql();
    private final CustomerStore store = new CustomerStore(sql, () -> NOW);
    private final CustomerRows rows = new CustomerRows(sql, Forms.NUMBERS);

    CustomerStoreTest() throws IOException {}

    @AfterAll
    void close() throws IOException {
        pool.close();
    }

    @Test
    void aCustomerIsReadBackAsItWasWritten() {
        long company = create(Forms.company("Nordic Paper"));
        long id = create(Forms.employee("Anna Larsen", company, "021 1234 5678 ext 12", "nonsense"));

        FullCustomer anna = full(id);

        assertThat(anna.version()).isEqualTo(1);
        assertThat(anna.company()).isEqualTo(new CustomerSummary.Named(company, "Nordic Paper"));
        assertThat(anna.numbers())
                .extracting(number -> number.raw() + "|" + number.e164() + "|" + number.extension())
                .containsExactly("021 1234 5678 ext 12|+982112345678|12", "nonsense|null|null");
        assertThat(anna.createdAt()).isEqualTo(NOW);
        assertThat(words(id)).containsExactlyInAnyOrder("anna", "larsen", "nordic", "paper");
        assertThat(changes(id)).containsExactly("CREATED by sara");
        assertThat(accesses(id)).containsExactly("CREATED ");
    }

    @Test
    void onlyWhatDiffersIsChangedAndNumbersKeepTheirIds() {
        long id = create(Forms.person("Anna Larsen", "021 1234 5678", "0912 345 6789"));
        List<Long> before = numberIds(id);

        Written same = store.replace(
                id, 1, Forms.checked(Forms.person("Anna Larsen", "021 1234 5678", "09123456789")), "omid");
        Written other = store.replace(id, 2, Forms.checked(Forms.person("Anna Berg", "+98 21 1234 5678")), "omid");

        assertThat(same.changed()).isTrue();
        assertThat(other.version()).isEqualTo(3);
        assertThat(numberIds(id)).containsExactly(before.getFirst());
        assertThat(full(id).numbers().getFirst().raw()).isEqualTo("+98 21 1234 5678");
        assertThat(words(id)).containsExactlyInAnyOrder("anna", "berg");
        assertThat(accesses(id)).containsExactly("CREATED ", "EDITED numbers", "EDITED name, numbers");
    }

    @Test
    void whatIsSentAgainChangesNothing() {
        CheckedCustomer anna = Forms.checked(Forms.withMail("Anna", "anna@example.com"));
        long id = store.create(anna, "sara").id();

        Written again = store.replace(id, 1, anna, "sara");

        assertThat(again).isEqualTo(new Written(id, 1, false, false));
        assertThat(changes(id)).containsExactly("CREATED by sara");
    }

    @Test
    void whoReadAnOlderVersionOverwritesNobody() {
        long id = create(Forms.person("Anna"));
        store.replace(id, 1, Forms.checked(Forms.person("Anna Berg")), "sara");

        assertThatThrownBy(() -> store.replace(id, 1, Forms.checked(Forms.person("Anna Larsen")), "omid"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.PRECONDITION_FAILED));
        assertThat(full(id).name()).isEqualTo("Anna Berg");
    }

    @Test
    void thoseOfARenamedCompanyAreFoundByItsNewNameAndAreNotChangedThemselves() {
        long company = create(Forms.company("Nordic Paper"));
        List<Long> people = store.createAll(
                java.util.stream.IntStream.range(0, 1_203)
                        .mapToObj(i -> Forms.checked(Forms.employee("Person " + i, company)))
                        .toList(),
                "sara");

        store.replace(company, 1, Forms.checked(Forms.company("Southern Board")), "sara");

        for (long person : List.of(people.getFirst(), people.get(600), people.getLast())) {
            assertThat(words(person)).contains("southern", "board", "person").doesNotContain("nordic", "paper");
            assertThat(full(person).version()).isEqualTo(1);
        }
        assertThat(sql.fetchCount(CUSTOMER_WORD, CUSTOMER_WORD.WORD.eq("nordic")))
                .isZero();
    }

    @Test
    void thousandsAreWrittenAtOnceOrNotAtAll() {
        List<CheckedCustomer> many = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            many.add(Forms.checked(Forms.person("Many " + i, "0912 555 " + (1000 + i))));
        }
        int before = sql.fetchCount(CUSTOMER);
        List<CheckedCustomer> withABadOne = new ArrayList<>(many);
        withABadOne.add(Forms.checked(Forms.employee("Nobody's", 999_999_999)));

        assertThatThrownBy(() -> store.createAll(withABadOne, "sara")).isInstanceOf(Refusal.class);
        assertThat(sql.fetchCount(CUSTOMER)).isEqualTo(before);

        List<Long> ids = store.createAll(many, "sara");
        assertThat(ids).hasSize(3_000).doesNotHaveDuplicates();
        assertThat(full(ids.get(1_234)).name()).isEqualTo("Many 1234");
        assertThat(full(ids.get(2_999)).numbers().getFirst().e164()).isEqualTo("+989125553999");
    }

    @Test
    void anotherProgramsRecordIsMadeThenChangedThenLeft() {
        Written made = store.upsert(ofSource("crm", "A-1", "Anna"), null, "crm");
        Written changed = store.upsert(ofSource("crm", "A-1", "Anna Berg"), null, "crm");
        Written left = store.upsert(ofSource("crm", "A-1", "Anna Berg"), null, "crm");

        assertThat(made.created()).isTrue();
        assertThat(changed).isEqualTo(new Written(made.id(), 2, false, true));
        assertThat(left).isEqualTo(new Written(made.id(), 2, false, false));
        assertThatThrownBy(() -> store.create(ofSource("crm", "A-1", "Another"), "sara"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.CONFLICT));
    }

    @Test
    void aRecordThatTwoProgramsBringAtTheSameMomentIsOne() {
        List<CompletableFuture<Written>> both = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "Writer " + i;
            both.add(CompletableFuture.supplyAsync(
                    () -> store.upsert(ofSource("crm", "A-2", name), null, "crm"), Thread::startVirtualThread));
        }
        List<Written> written = both.stream().map(CompletableFuture::join).toList();

        assertThat(written)
                .extracting(Written::id)
                .containsOnly(written.getFirst().id());
        assertThat(written).filteredOn(Written::created).hasSize(1);
    }

    @Test
    void aDeletedCompanyLeavesItsPeopleAndTheDeletionIsTold() {
        long company = create(Forms.company("Nordic Paper"));
        long anna = create(Forms.employee("Anna", company, "02122220000"));

        store.delete(company, 1, "boss");

        assertThat(full(anna).company()).isNull();
        assertThat(words(anna)).containsExactly("anna");
        assertThat(changes(company)).containsExactly("CREATED by sara", "DELETED by boss");
        assertThat(accesses(company)).containsExactly("CREATED ", "DELETED ");
        assertThatThrownBy(() -> store.delete(company, null, "boss")).isInstanceOf(Refusal.class);
    }

    @Test
    void aMergedCustomerIsShownAtTheOneItTurnedOutToBe() {
        long winner = create(Forms.person("Anna Larsen", "02133330001"));
        long loser = create(Forms.person("A. Larsen", "02133330002"));
        long stranger = create(Forms.person("Stranger", "02133330002"));
        sql.update(CUSTOMER)
                .set(CUSTOMER.MERGED_INTO, winner)
                .where(CUSTOMER.ID.eq(loser))
                .execute();

        FullCustomer anna = full(winner);

        assertThat(anna.numbers())
                .extracting(FullCustomer.Number::e164)
                .containsExactly("+982133330001", "+982133330002");
        assertThat(anna.numbers().getLast().sharedWith())
                .containsExactly(new CustomerSummary.Named(stranger, "Stranger"));
        assertThat(full(loser).mergedInto()).isEqualTo(winner);
        store.replace(winner, 1, Forms.checked(Forms.person("Anna Larsen", "02133330001", "02133330002")), "sara");
        assertThat(numberIds(loser)).as("nothing is moved").hasSize(1);
        assertThatThrownBy(() -> store.replace(loser, null, Forms.checked(Forms.person("X")), "sara"))
                .isInstanceOf(Refusal.class);
        store.delete(winner, null, "boss");
        assertThat(changes(loser)).contains("DELETED by boss");
    }

    @Test
    void nobodyReadsPastAChangeThatIsStillBeingWritten() throws Exception {
        long last = sql.fetchCount(CUSTOMER_CHANGE) == 0
                ? 0
                : sql.select(org.jooq.impl.DSL.max(CUSTOMER_CHANGE.SEQ))
                        .from(CUSTOMER_CHANGE)
                        .fetchSingle()
                        .value1();
        Changes changes = new Changes(sql, () -> NOW);
        CompletableFuture<List<Changes.Change>> read;
        try (Connection slow = pool.another()) {
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute("insert into customer_change (customer_id, what, at) values (1, 'CREATED', '2026-11-25')");
            long quick = create(Forms.person("Quick"));
            read = CompletableFuture.supplyAsync(() -> changes.after(last, 10), Thread::startVirtualThread);
            assertThat(sql.fetchCount(CUSTOMER_CHANGE, CUSTOMER_CHANGE.CUSTOMER_ID.eq(quick)))
                    .isEqualTo(1);
            slow.commit();
        }
        assertThat(read.join()).extracting(Changes.Change::seq).containsExactly(last + 1, last + 2);
    }

    @Test
    void aNumberOfAChangeThatIsMissingStopsTheReaderUntilItIsKnownToHaveComeToNothing() throws Exception {
        long before = create(Forms.person("Before"));
        long last = seqOf(before);
        try (Connection undone = pool.another()) {
            undone.setAutoCommit(false);
            undone.createStatement()
                    .execute("insert into customer_change (customer_id, what, at) values (1, 'CREATED', '2026-11-25')");
            undone.rollback();
        }
        long after = create(Forms.person("After"));

        assertThat(new Changes(sql, () -> NOW).after(last, 10)).isEmpty();
        assertThat(new Changes(sql, () -> NOW.plus(Changes.UNTIL_IT_CAME_TO_NOTHING)).after(last, 10))
                .extracting(Changes.Change::customer)
                .containsExactly(after);
    }

    private long create(CustomerForm form) {
        return store.create(Forms.checked(form), "sara").id();
    }

    private FullCustomer full(long id) {
        return rows.full(id).orElseThrow();
    }

    private static CheckedCustomer ofSource(String source, String key, String name) {
        return Forms.checked(new CustomerForm(
                null, name, null, null, null, null, null, null, false, List.of(), List.of(), List.of(), List.of(),
                List.of(), Map.of(), source, key));
    }

    private List<String> words(long id) {
        return sql.select(CUSTOMER_WORD.WORD)
                .from(CUSTOMER_WORD)
                .where(CUSTOMER_WORD.CUSTOMER_ID.eq(id))
                .fetch(CUSTOMER_WORD.WORD);
    }

    private List<Long> numberIds(long id) {
        return sql.select(CUSTOMER_NUMBER.ID)
                .from(CUSTOMER_NUMBER)
                .where(CUSTOMER_NUMBER.CUSTOMER_ID.eq(id))
                .orderBy(CUSTOMER_NUMBER.ID)
                .fetch(CUSTOMER_NUMBER.ID);
    }

    private long seqOf(long customer) {
        return sql.select(CUSTOMER_CHANGE.SEQ)
                .from(CUSTOMER_CHANGE)
                .where(CUSTOMER_CHANGE.CUSTOMER_ID.eq(customer))
                .fetchSingle()
                .value1();
    }

    private List<String> changes(long id) {
        return sql.selectFrom(CUSTOMER_CHANGE)
                .where(CUSTOMER_CHANGE.CUSTOMER_ID.eq(id))
                .orderBy(CUSTOMER_CHANGE.SEQ)
                .fetch(row -> row.getWhat() + " by " + row.getLogin());
    }

    private List<String> accesses(long id) {
        return sql.selectFrom(CUSTOMER_ACCESS)
                .where(CUSTOMER_ACCESS.CUSTOMER_ID.eq(id))
                .orderBy(CUSTOMER_ACCESS.ID)
                .fetch(row -> row.getWhat() + " " + row.getDetail());
    }
}
