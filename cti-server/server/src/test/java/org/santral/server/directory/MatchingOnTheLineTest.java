package org.santral.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CUSTOMER;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.caller.LookUp;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.pbx.Party;
import org.santral.screenpop.Pop;
import org.santral.server.database.Pool;
import org.santral.server.history.KeptHistory;

/// The complaints of [MatchingComplaintsTest] that are about the card and the history: the real switchboard
/// asks the real directory, and the real history writes ([Line]).
@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchingOnTheLineTest {
    private final Pool pool = Pool.own();
    private final DSLContext sql = pool.sql();
    private final House iran = new House(sql, "IR", "9");
    private final KeptHistory history;

    MatchingOnTheLineTest(@TempDir Path folder) throws IOException {
        history = new KeptHistory(sql, folder);
    }

    private Line line(String... extensions) {
        return new Line(iran.directory(), history, "IR", extensions);
    }

    @BeforeEach
    void empty() {
        House.empty(sql);
    }

    @AfterAll
    void close() throws IOException {
        history.close();
        pool.close();
    }

    /// "Matched in the log, not in the pop; trailing blanks in the stored number." (asterlink#19)
    @Test
    void matchedInTheLogAndNotInThePopBecauseOfTrailingBlanks() throws Exception {
        long anna = iran.shelf().person("Anna", null, "021 4445 0001   ");
        Line line = line("1001");

        CallId call = line.rings("1001", "02144450001");
        Pop card = line.answered(call);
        CallRecord record = line.ends(call);

        assertThat(Line.candidates(card.lookUp())).containsExactly(anna);
        assertThat(card.chosen()).isEqualTo(anna);
        assertThat(record.customer()).isEqualTo(anna);
        assertThat(rows(call)).containsExactly(anna);
    }

    /// "The same number in customer A's phone and B's mobile: no result at all." (OCA connector-telephony#235)
    @Test
    void theSameNumberAsOnesPhoneAndAnothersMobileGivesNoResultAtAll() throws Exception {
        long one = iran.shelf().person("A", null, "021 4445 0002", "0912 000 0001");
        long other = iran.shelf().person("B", null, "0912 000 0002", "+98 21 44450002");
        Line line = line("1001");

        CallId first = line.rings("1001", "02144450002");
        assertThat(Line.candidates(line.answered(first).lookUp())).containsExactly(one, other);
        assertThat(line.card(first).chosen()).as("nobody decides for the agent").isNull();
        line.chooses(first, other);
        assertThat(line.card(first).chosen()).isEqualTo(other);
        assertThat(line.ends(first).customer()).isEqualTo(other);

        CallId second = line.rings("1001", "+982144450002");
        Pop card = line.answered(second);
        assertThat(Line.candidates(card.lookUp()))
                .as("the choice is remembered")
                .containsExactly(other, one);
        assertThat(card.chosen()).isEqualTo(other);
        assertThat(line.ends(second).customer()).isEqualTo(other);
        assertThat(line.anomalies()).isEmpty();
    }

    /// "One call logged four times, once per contact that shares the number."
    /// (hubspot-embeddable-ringcentral-phone#238)
    @Test
    void oneCallIsLoggedFourTimesOncePerContactThatSharesTheNumber() throws Exception {
        List<Long> four = Stream.of("021 4445 0003", "+982144450003", "0098 21 4445 0003", "۰۲۱۴۴۴۵۰۰۰۳")
                .map(written -> iran.shelf().person("Of " + written, null, written))
                .toList();
        Line line = line("1001");

        CallId call = line.rings("1001", "02144450003");
        assertThat(Line.candidates(line.answered(call).lookUp())).containsExactlyElementsOf(four);
        line.picksUp(call);
        line.chooses(call, four.get(2));
        line.ends(call);
        CallId undecided = line.rings("1001", "0912 999 8877");
        line.answered(undecided);
        line.ends(undecided);

        assertThat(rows(call)).containsExactly(four.get(2));
        assertThat(rows(undecided)).containsExactly((Long) null);
        assertThat(sql.fetchCount(CALL_RECORD)).isEqualTo(2);
    }

    /// "`<unknown>` or anonymous pops the first contact of the database, or throws." (SugarAsterisk#5, OCA#93)
    @ParameterizedTest
    @MethodSource
    void anAnonymousCallerPopsTheFirstContactOfTheDatabaseOrThrows(String signalled, CallerClass kind)
            throws Exception {
        iran.shelf().person("First", null, "unknown", "anonymous", "0", "00", "-", "+", "n/a", "<unknown>", "021");
        iran.shelf().person("Second", null, "02144450004");
        Line line = line("1001");

        CallId call = line.rings("1001", signalled);
        Pop card = kind == CallerClass.NUMBER ? line.answered(call) : line.card(call);
        CallRecord record = line.ends(call);

        assertThat(card.caller().kind()).isEqualTo(kind);
        assertThat(Line.candidates(card.lookUp())).isEmpty();
        assertThat(card.chosen()).isNull();
        assertThat(record.customer()).isNull();
        assertThat(rows(call)).containsExactly((Long) null);
        assertThat(line.askedNobody()).isEqualTo(kind != CallerClass.NUMBER);
        assertThat(line.anomalies()).isEmpty();
    }

    static Stream<Arguments> anAnonymousCallerPopsTheFirstContactOfTheDatabaseOrThrows() {
        return Stream.of(
                        kind(
                                CallerClass.WITHHELD,
                                "anonymous",
                                "Anonymous",
                                "ANONYMOUS",
                                "anonymous@anonymous.invalid",
                                "sip:anonymous@anonymous.invalid",
                                "restricted",
                                "Restricted",
                                "private",
                                "PRIVATE",
                                "withheld"),
                        kind(
                                CallerClass.UNAVAILABLE,
                                "",
                                " ",
                                "<unknown>",
                                "unknown",
                                "Unknown",
                                "unavailable",
                                "Unavailable",
                                "unknown@unknown.invalid"),
                        kind(
                                CallerClass.NUMBER,
                                "0",
                                "00",
                                "000000000000",
                                "-",
                                "+",
                                "s",
                                "n/a",
                                "null",
                                "%",
                                "_",
                                "*",
                                "' or '1'='1",
                                "1001"))
                .flatMap(same -> same);
    }

    private static Stream<Arguments> kind(CallerClass kind, String... signalled) {
        return Stream.of(signalled).map(one -> Arguments.of(one, kind));
    }

    /// The same for a number that is there and may not be shown.
    @Test
    void aNumberThatMayNotBeShownIsNotLookedUp() throws Exception {
        iran.shelf().person("Anna", null, "02144450005");
        Line line = line("1001");

        CallId call = line.rings("1001", new Party("02144450005", "Anna", Party.Presentation.RESTRICTED));
        CallRecord record = line.ends(call);

        assertThat(line.askedNobody()).isTrue();
        assertThat(line.card(call).caller()).isEqualTo(new Caller(CallerClass.WITHHELD, "", ""));
        assertThat(record.customer()).isNull();
        assertThat(record.e164()).isNull();
    }

    /// "Whether a pop appears depends on the number of digits of the extension." (yaai#224)
    @ParameterizedTest
    @ValueSource(strings = {"7", "42", "101", "1001", "10001", "100001", "1000001", "10000001", "02188880011"})
    void whetherAPopAppearsDependsOnTheNumberOfDigitsOfTheExtension(String extension) throws Exception {
        long anna = iran.shelf().person("Anna", null, "021 4445 0006");
        Line line = line("1001", extension.equals("1001") ? "1002" : extension);

        CallId call = line.rings(extension, "02144450006");

        assertThat(line.cards(call)).hasSize(1);
        assertThat(line.card(call).state()).isEqualTo(Pop.State.RINGING);
        assertThat(Line.candidates(line.answered(call).lookUp())).containsExactly(anna);
        line.picksUp(call);
        assertThat(line.ends(call).agent()).isEqualTo(line.card(call).agent());
    }

    /// "Slow directories delay ringing." (superfecta#247) The card is there before the answer, a route has an
    /// answer within the budget, and the card is completed when the customer is known.
    @Test
    void aSlowDirectoryDelaysRinging() throws Exception {
        long anna = iran.shelf().person("Anna", null, "021 4445 0008");
        BudgetedDirectory hurried = iran.directory(House.BUDGET);
        warm(hurried);
        Line line = new Line(hurried, history, "IR", "1001");
        try (Connection other = pool.another()) {
            other.createStatement().execute("lock tables customer_number write, customer write");
            long began = System.nanoTime();
            CallId call = line.rings("1001", "02144450008");
            assertThat(line.card(call).state()).isEqualTo(Pop.State.RINGING);
            assertThat(line.card(call).lookUp()).as("the card comes first").isNull();

            assertThat(line.answered(call).lookUp()).isInstanceOf(LookUp.Unanswered.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(House.BUDGET, Duration.ofSeconds(2));
            other.createStatement().execute("unlock tables");

            Pop card = line.answered(call);
            assertThat(Line.candidates(card.lookUp()))
                    .as("the record is filled in")
                    .containsExactly(anna);
            assertThat(line.ends(call).customer()).isEqualTo(anna);
        }
    }

    /// The first question of a JVM loads classes for longer than the budget.
    private static void warm(BudgetedDirectory hurried) throws Exception {
        CompletableFuture<LookUp> late = new CompletableFuture<>();
        if (hurried.lookUp(new Caller(CallerClass.NUMBER, "02139999999", ""), late::complete)
                instanceof LookUp.Unanswered) {
            late.get(10, TimeUnit.SECONDS);
        }
    }

    /// "A known caller becomes a new lead" (ActingOffice#632); "a successful call is titled missed"
    /// (asterlink#3).
    @ParameterizedTest
    @ValueSource(strings = {"0912 300 0001", "+98 912 300 0001", "989123000001", "09123000001 "})
    void aKnownCallerBecomesANewLeadAndASuccessfulCallIsTitledMissed(String signalled) throws Exception {
        long anna = iran.shelf().person("Anna", null, "۰۹۱۲ ۳۰۰ ۰۰۰۱");
        int customers = sql.fetchCount(CUSTOMER);
        Line line = line("1001");

        CallId call = line.rings("1001", signalled);
        line.picksUp(call);
        line.answered(call);
        CallRecord record = line.ends(call);

        assertThat(record.outcome()).isEqualTo(CallRecord.Outcome.ANSWERED);
        assertThat(record.talkMillis()).isPositive();
        assertThat(sql.select(CALL_RECORD.OUTCOME, CALL_RECORD.CUSTOMER_ID)
                        .from(CALL_RECORD)
                        .where(CALL_RECORD.CALL_ID.eq(call.value()))
                        .fetch(row -> row.value1().getLiteral() + " " + row.value2()))
                .containsExactly("ANSWERED " + anna);
        assertThat(sql.fetchCount(CUSTOMER)).isEqualTo(customers);
    }

    /// The customers of the rows that the history has of the call.
    private List<Long> rows(CallId call) {
        return sql.select(CALL_RECORD.CUSTOMER_ID)
                .from(CALL_RECORD)
                .where(CALL_RECORD.CALL_ID.eq(call.value()))
                .fetch(CALL_RECORD.CUSTOMER_ID);
    }
}
