package org.santral.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CALL_BACK;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CASE_CATEGORY;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_CASE;
import static org.santral.server.tables.Tables.PERSON;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.agent.AgentId;
import org.santral.because.Rules;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;
import org.santral.server.database.Pool;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CallRecordCallerClass;
import org.santral.server.tables.enums.CallRecordCertainty;
import org.santral.server.tables.enums.CallRecordDirection;
import org.santral.server.tables.enums.CallRecordOutcome;
import org.santral.server.tables.enums.CaseCategoryKind;

/// Whom a number belongs to, on a real MariaDB.
@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    private final Pool pool = Pool.own();
    private final DSLContext sql = pool.sql();
    private final PhoneNumbers numbers = new PhoneNumbers("IR", "9");
    private final Book book = new Book(sql);
    private final Shelf shelf = new Shelf(sql, numbers);

    @BeforeEach
    void empty() {
        sql.deleteFrom(CALL_RECORD).execute();
        sql.update(CUSTOMER)
                .setNull(CUSTOMER.COMPANY_ID)
                .setNull(CUSTOMER.MERGED_INTO)
                .execute();
        sql.deleteFrom(CUSTOMER).execute();
    }

    BookTest() throws IOException {}

    @AfterAll
    void close() throws IOException {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "021-1234 5678",
                "+98 21 1234 5678",
                "0098 21 1234 5678",
                "(021) 12345678",
                "  02112345678 ",
                "tel:+98-21-1234-5678",
                "۰۲۱ ۱۲۳۴ ۵۶۷۸",
                "٠٢١١٢٣٤٥٦٧٨",
                "02112345678 (John Doe)"
            })
    void theSameCustomerIsFoundHoweverTheNumberWasStoredAndHoweverItIsSignalled(String stored) {
        long reza = shelf.person("رضا احمدی", null, stored);

        for (String signalled : List.of("02112345678", "+982112345678", "982112345678", "2112345678", "902112345678")) {
            assertThat(asked(signalled)).as(signalled).containsExactly(reza);
        }
        assertThat(asked("02112345679")).isEmpty();
    }

    @Test
    void aConcludedCountryIsAWeakerMatch() {
        shelf.person("Anna", null, "02112345678");

        assertThat(qualities("02112345678")).containsExactly(MatchQuality.EXACT);
        assertThat(qualities("2112345678")).containsExactly(MatchQuality.NATIONAL);
    }

    @Test
    void everybodyWhoSharesANumberIsThereWhoWasInContactLastFirst() {
        long never = shelf.person("Never", null, "02122223333");
        long longAgo = shelf.person("Long ago", null, "+98 21 2222 3333");
        long yesterday = shelf.person("Yesterday", null, "021 2222 3333");
        contact(longAgo, NOW.minus(Duration.ofDays(300)));
        contact(yesterday, NOW.minus(Duration.ofDays(1)));
        contact(yesterday, NOW.minus(Duration.ofDays(400)));

        assertThat(asked("02122223333")).containsExactly(yesterday, longAgo, never);
    }

    @Test
    void theCompanyStandsBeforeThoseBehindItsSwitchboardAndNobodyIsLeftOut() {
        long first = shelf.person("First", null, "02188990000 ext 101");
        long second = shelf.person("Second", null, "02188990000 ext 102");
        long company = shelf.company("Nordic Paper", "02188990000");
        contact(second, NOW);

        assertThat(asked("02188990000")).containsExactly(company, second, first);
        assertThat(qualities("02188990000"))
                .containsExactly(
                        MatchQuality.EXACT, MatchQuality.EXTENSION_OF_COMPANY, MatchQuality.EXTENSION_OF_COMPANY);
    }

    @Test
    void whoCallsWithTheirExtensionIsFoundBeforeTheirColleagues() {
        long company = shelf.company("Nordic Paper", "02188990000");
        long colleague = shelf.person("Colleague", company, "02188990000 ext 101");
        long caller = shelf.person("Caller", company, "02188990000 ext 102");

        assertThat(asked("tel:+982188990000;ext=102"))
                .startsWith(company, caller)
                .endsWith(colleague);
        assertThat(found("tel:+982188990000;ext=102"))
                .filteredOn(candidate -> candidate.customer().id() == caller)
                .extracting(Candidate::quality)
                .containsExactly(MatchQuality.EXACT);
    }

    @Test
    void aSwitchboardWithMorePeopleThanAreShownStillFindsWhoOwnsTheNumber() {
        for (int i = 0; i < 30; i++) {
            shelf.person("Behind " + i, null, "02188990000 ext " + (100 + i));
        }
        long company = shelf.company("Nordic Paper", "02188990000");

        assertThat(asked("02188990000")).hasSize(20).startsWith(company);
    }

    @Test
    void aCandidateBringsWhatTheCardShows() {
        long company = shelf.company("Nordic Paper", "02188990000");
        long anna = shelf.person("Anna Larsen", company, "0912 000 0001");
        for (int day = 1; day <= 5; day++) {
            contact(anna, NOW.minus(Duration.ofDays(day)));
        }

        assertThat(found("09120000001")).singleElement().satisfies(candidate -> {
            assertThat(candidate.customer().name()).isEqualTo("Anna Larsen");
            assertThat(candidate.customer().company()).isEqualTo("Nordic Paper");
            assertThat(candidate.customer().lastContacts())
                    .extracting(contact -> contact.at())
                    .containsExactly(
                            NOW.minus(Duration.ofDays(1)),
                            NOW.minus(Duration.ofDays(2)),
                            NOW.minus(Duration.ofDays(3)));
            assertThat(candidate.customer().lastContacts().getFirst().agent()).isEqualTo("sara");
        });
    }

    @Test
    void ofSeveralTheOneThatMattersMostStandsFirst() {
        long plain = shelf.person("Plain", null, "02122223333");
        long promised = shelf.person("Promised", null, "02122223333");
        long complains = shelf.person("Complains", null, "02122223333");
        long owned = shelf.person("Owned", null, "02122223333");
        contact(plain, NOW);
        owner(owned);
        openCase(complains, "It hums");
        promise(promised);

        assertThat(asked("02122223333")).containsExactly(owned, complains, promised, plain);
        assertThat(matters(complains).openCases())
                .extracting(Customer.OpenCase::title)
                .containsExactly("It hums");
        assertThat(matters(promised).callBacks()).hasSize(1);
    }

    @Test
    void whatAnAgentChoseStandsFirstTheNextTimeUntilItProvesWrong() {
        long one = shelf.person("One", null, "02122223333");
        long other = shelf.person("Other", null, "02122223333");
        Lessons lessons = new Lessons(sql, InstantSource.fixed(NOW));
        PhoneNumbers.Reading number = numbers.read("02122223333");

        lessons.learn(number, other, one, new AgentId("sara"));
        assertThat(asked("02122223333")).containsExactly(other, one);
        assertThat(book.ask(number).said())
                .singleElement()
                .satisfies(why -> assertThat(why.rule()).isEqualTo(Rules.MATCH_LEARNED));

        lessons.learn(number, one, other, new AgentId("omid"));
        assertThat(asked("02122223333")).containsExactly(one, other);
    }

    @Test
    void aNumberThatNobodyHasIsWhoseAnAgentSaidItIs() {
        long anna = shelf.person("Anna", null, "02122220000");
        PhoneNumbers.Reading number = numbers.read("02199998888");
        assertThat(book.ask(number).candidates()).isEmpty();

        new Lessons(sql, InstantSource.fixed(NOW)).learn(number, anna, null, new AgentId("sara"));

        assertThat(asked("02199998888")).containsExactly(anna);
        assertThat(qualities("02199998888")).containsExactly(MatchQuality.LEARNED);
    }

    @Test
    void theLastDigitsAreEnoughOnlyWhereThatIsAskedFor() {
        long anna = shelf.person("Anna", null, "02122223333");
        Book generous = new Book(sql, 8);

        assertThat(asked("+492122223333")).isEmpty();
        assertThat(generous.ask(numbers.read("+492122223333")).candidates())
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.customer().id()).isEqualTo(anna);
                    assertThat(candidate.quality()).isEqualTo(MatchQuality.SUFFIX);
                });
        long exact = shelf.person("Exact", null, "+492122223333");
        assertThat(generous.withNumber(numbers.read("+492122223333")))
                .extracting(candidate -> candidate.customer().id())
                .as("never beside an exact one")
                .containsExactly(exact);
    }

    @Test
    void whoWasMergedIsToldAsTheOneTheyBecame() {
        long winner = shelf.person("Anna Larsen", null, "02122220001");
        long loser = shelf.person("A. Larsen", null, "02122220002");
        contact(loser, NOW);
        openCase(loser, "Of before");
        sql.update(CUSTOMER)
                .set(CUSTOMER.MERGED_INTO, winner)
                .where(CUSTOMER.ID.eq(loser))
                .execute();

        assertThat(asked("02122220002")).containsExactly(winner);
        assertThat(found("02122220002").getFirst().customer().lastContacts()).hasSize(1);
        assertThat(matters(winner).openCases()).hasSize(1);
    }

    private Customer.Matters matters(long customer) {
        return Objects.requireNonNull(
                WhatMatters.of(sql, List.of(customer)).getFirst().matters());
    }

    private void owner(long customer) {
        int id = sql.insertInto(PERSON)
                .set(PERSON.LOGIN, "owner-of-" + customer)
                .set(PERSON.NAME, "Owner")
                .set(PERSON.PASSWORD_HASH, "none")
                .set(PERSON.CREATED_AT, Instant.EPOCH)
                .returningResult(PERSON.ID)
                .fetchSingle()
                .value1();
        sql.update(CUSTOMER)
                .set(CUSTOMER.OWNER_ID, id)
                .where(CUSTOMER.ID.eq(customer))
                .execute();
    }

    private void openCase(long customer, String title) {
        int category = sql.insertInto(CASE_CATEGORY)
                .set(CASE_CATEGORY.NAME, "For " + customer)
                .set(CASE_CATEGORY.KIND, CaseCategoryKind.COMPLAINT)
                .returningResult(CASE_CATEGORY.ID)
                .fetchSingle()
                .value1();
        sql.insertInto(CUSTOMER_CASE)
                .set(CUSTOMER_CASE.CUSTOMER_ID, customer)
                .set(CUSTOMER_CASE.CATEGORY_ID, category)
                .set(CUSTOMER_CASE.TITLE, title)
                .set(CUSTOMER_CASE.OPENED_AT, NOW)
                .execute();
    }

    private void promise(long customer) {
        sql.insertInto(CALL_BACK)
                .set(CALL_BACK.CUSTOMER_ID, customer)
                .set(CALL_BACK.NUMBER, "+982122223333")
                .set(CALL_BACK.DUE_AT, NOW)
                .set(CALL_BACK.MADE_AT, NOW)
                .execute();
    }

    private List<Candidate> found(String signalled) {
        return book.withNumber(numbers.read(signalled));
    }

    private List<Long> asked(String signalled) {
        return found(signalled).stream()
                .map(candidate -> candidate.customer().id())
                .toList();
    }

    private List<MatchQuality> qualities(String signalled) {
        return found(signalled).stream().map(Candidate::quality).toList();
    }

    private void contact(long customer, Instant at) {
        sql.insertInto(CALL_RECORD)
                .set(CALL_RECORD.PBX, "made")
                .set(CALL_RECORD.CALL_ID, customer + "-" + at)
                .set(CALL_RECORD.REVISION, 1L)
                .set(CALL_RECORD.DIRECTION, CallRecordDirection.INCOMING)
                .set(CALL_RECORD.CALLER_CLASS, CallRecordCallerClass.NUMBER)
                .set(CALL_RECORD.CALLER_NUMBER, "")
                .set(CALL_RECORD.CALLER_NAME, "")
                .set(CALL_RECORD.CUSTOMER_ID, customer)
                .set(CALL_RECORD.AGENT, "sara")
                .set(CALL_RECORD.STARTED_AT, at)
                .set(CALL_RECORD.ENDED_AT, at.plusSeconds(60))
                .set(CALL_RECORD.WAIT_MILLIS, 0L)
                .set(CALL_RECORD.TALK_MILLIS, 0L)
                .set(CALL_RECORD.OUTCOME, CallRecordOutcome.ANSWERED)
                .set(CALL_RECORD.CERTAINTY, CallRecordCertainty.LIVE)
                .set(CALL_RECORD.BECAUSE, JSON.valueOf("[]"))
                .execute();
    }
}
