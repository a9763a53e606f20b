package org.santral.server.directory.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;
import org.santral.caller.LookUp;
import org.santral.caller.Match;
import org.santral.caller.Origin;
import org.santral.server.directory.Directory;

/// Never whoever answers first: the book, then the others in the order of the settings.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WiderDirectoryTest {
    private static final String NUMBER = "02130000001";
    private static final String E164 = "+982130000001";
    private static final String DISPLAY = "021 3000 0001";
    private static final Because BOOK_HAS_NONE = Because.of(Rules.MATCH_NONE, "number", DISPLAY);

    private final HandClock clock = new HandClock();
    private final Fake staff = new Fake();
    private final Fake crm = new Fake();
    /// Two clocks: the second directory answers whenever it likes, the first only when its clock is told.
    private final HandClock crmClock = new HandClock();

    private final List<LookUp> late = new ArrayList<>();
    private LookUp inBook = new LookUp.NotFound(E164, DISPLAY);
    private @Nullable Consumer<LookUp> bookLate;

    @Test
    void whomTheBookKnowsNobodyElseIsAskedAbout() {
        inBook = new LookUp.Found(E164, DISPLAY, List.of(ours(7, "Anna of ours")));

        assertThat(wider(false).lookUp(caller(), late::add)).isEqualTo(inBook);
        clock.runStarted();
        crmClock.runStarted();

        assertThat(staff.asked).isEmpty();
        assertThat(crm.asked).isEmpty();
        assertThat(late).isEmpty();
    }

    @Test
    void theCardHasTheBooksAnswerAtOnceAndIsCompletedByTheOthers() {
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));

        LookUp first = wider(false).lookUp(caller(), late::add);
        assertThat(first)
                .isEqualTo(new LookUp.NotFound(
                        E164, DISPLAY, List.of(Because.of(Rules.MATCH_OUTSIDE_ASKED, "directories", "staff, crm"))));
        clock.runStarted();

        assertThat(late).singleElement().isInstanceOfSatisfying(LookUp.Found.class, found -> {
            assertThat(found.candidates()).singleElement().satisfies(one -> {
                assertThat(one.customer().name()).isEqualTo("Anna");
                assertThat(one.origin()).isEqualTo(new Origin("staff", "uid=anna"));
            });
            assertThat(Match.of(found).because())
                    .containsExactly(
                            BOOK_HAS_NONE, Because.of(Rules.MATCH_OUTSIDE, "directory", "staff", "candidates", "1"));
            assertThat(Match.of(found).recorded()).isNull();
        });
    }

    @Test
    void theQuickerOneIsNotBelievedBeforeTheOneThatStandsBeforeIt() {
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));
        crm.knows = List.of(Fake.entry("4711", "Anne", NUMBER));
        wider(false).lookUp(caller(), late::add);

        crmClock.runStarted();
        assertThat(crm.asked).as("asked at the same time").hasSize(1);
        assertThat(late).as("but not believed yet").isEmpty();
        clock.runStarted();

        assertThat(names(late.getFirst())).containsExactly("Anna");
    }

    @Test
    void whenTheFirstHasNoneTheSecondCountsAndTheReasonSaysBoth() {
        crm.knows = List.of(Fake.entry("4711", "Anne", NUMBER));
        wider(false).lookUp(caller(), late::add);
        crmClock.runStarted();
        clock.runStarted();

        assertThat(names(late.getFirst())).containsExactly("Anne");
        assertThat(late.getFirst().said())
                .containsExactly(
                        BOOK_HAS_NONE,
                        Because.of(Rules.MATCH_OUTSIDE_NONE, "directory", "staff"),
                        Because.of(Rules.MATCH_OUTSIDE, "directory", "crm", "candidates", "1"));
    }

    @Test
    void whoIsLateIsPassedOverAndTheReasonSaysSo() {
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));
        crm.knows = List.of(Fake.entry("4711", "Anne", NUMBER));
        wider(false).lookUp(caller(), late::add);
        crmClock.runStarted();
        clock.pass(Fake.BUDGET);

        assertThat(names(late.getFirst())).containsExactly("Anne");
        assertThat(late.getFirst().said())
                .contains(Because.of(Rules.MATCH_OUTSIDE_LATE, "directory", "staff", "millis", "300"));
    }

    @Test
    void whoIsAwayIsPassedOverAndTheReasonSaysWhy() {
        staff.fails = "connection refused";
        wider(false).lookUp(caller(), late::add);
        clock.runStarted();
        crmClock.runStarted();

        assertThat(late)
                .containsExactly(new LookUp.NotFound(
                        E164,
                        DISPLAY,
                        List.of(
                                Because.of(
                                        Rules.MATCH_OUTSIDE_AWAY, "directory", "staff", "reason", "connection refused"),
                                Because.of(Rules.MATCH_OUTSIDE_NONE, "directory", "crm"))));
        assertThat(Match.of(late.getFirst()).because().getFirst()).isEqualTo(BOOK_HAS_NONE);
    }

    @Test
    void whomOthersAreRememberedToKnowIsThereAtOnce() {
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));
        WiderDirectory wider = wider(false);
        wider.lookUp(caller(), late::add);
        clock.runStarted();
        crmClock.runStarted();
        late.clear();

        assertThat(names(wider.lookUp(caller(), late::add))).containsExactly("Anna");
        assertThat(late).isEmpty();
        assertThat(staff.asked).hasSize(1);
    }

    @Test
    void theBookComesBeforeOthersAlsoWhenItComesAfterThem() {
        inBook = new LookUp.Unanswered(DISPLAY, "no answer within 200 ms");
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));
        LookUp first = wider(false).lookUp(caller(), late::add);
        assertThat(first).isInstanceOf(LookUp.Unanswered.class);
        clock.runStarted();
        assertThat(names(late.getFirst())).containsExactly("Anna");
        assertThat(late.getFirst().said())
                .startsWith(Because.of(Rules.MATCH_UNANSWERED, "reason", "no answer within 200 ms"));

        bookAnswersLate(new LookUp.Found(E164, DISPLAY, List.of(ours(7, "Anna of ours"))));

        assertThat(names(late.getLast())).containsExactly("Anna of ours");
        assertThat(Match.of(late.getLast()).recorded()).isEqualTo(7);
        assertThat(late).hasSize(2);
    }

    @Test
    void onceTheBookHasAnsweredLateOthersChangeNothing() {
        inBook = new LookUp.Unanswered(DISPLAY, "no answer within 200 ms");
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));
        wider(false).lookUp(caller(), late::add);
        bookAnswersLate(new LookUp.Found(E164, DISPLAY, List.of(ours(7, "Anna of ours"))));
        clock.runStarted();

        assertThat(late)
                .singleElement()
                .satisfies(only -> assertThat(names(only)).containsExactly("Anna of ours"));
    }

    @Test
    void askedAlwaysTheyAreAskedBesideTheBookAndTheBookIsStillBelievedFirst() {
        inBook = new LookUp.Found(E164, DISPLAY, List.of(ours(7, "Anna of ours")));
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));

        LookUp answer = wider(true).lookUp(caller(), late::add);
        clock.runStarted();

        assertThat(names(answer)).containsExactly("Anna of ours");
        assertThat(staff.asked).hasSize(1);
        assertThat(late).isEmpty();
    }

    @Test
    void whatTheBookSaysOfItsOrderIsNotLostBesideWhatOthersSay() {
        Because learned = Because.of(Rules.MATCH_LEARNED, "number", DISPLAY, "customer", "7", "times", "1");
        inBook = new LookUp.Found(
                E164, DISPLAY, List.of(ours(7, "Anna of ours"), ours(8, "Nima of ours")), List.of(learned));
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));
        WiderDirectory wider = wider(true);
        LookUp first = wider.lookUp(caller(), late::add);
        clock.runStarted();
        crmClock.runStarted();
        LookUp remembered = wider.lookUp(caller(), late::add);

        assertThat(first.said()).containsExactly(learned);
        assertThat(Match.of(first).customer()).isEqualTo(7);
        assertThat(remembered.said())
                .containsExactly(learned, Because.of(Rules.MATCH_OUTSIDE, "directory", "staff", "candidates", "1"));
        assertThat(Match.of(remembered).customer()).isEqualTo(7);
    }

    @Test
    void aRouteWaitsForThemOnlyWhereTheSettingsSaySo() {
        staff.knows = List.of(Fake.entry("uid=anna", "Anna", NUMBER));
        InOrder others = new InOrder(List.of(staff.named("staff", Clockwork.real())));
        Directory waiting = new WiderDirectory(this::book, Fake.NUMBERS, others, false, Duration.ofSeconds(20));

        assertThat(names(waiting.lookUp(caller(), late::add))).containsExactly("Anna");
        assertThat(late).isEmpty();
    }

    @Test
    void aTextThatIsNoNumberIsAskedNowhereElse() {
        wider(true).lookUp(new Caller(CallerClass.NUMBER, "*)(uid=*", ""), late::add);

        assertThat(staff.asked).isEmpty();
    }

    private WiderDirectory wider(boolean always) {
        InOrder others = new InOrder(List.of(staff.named("staff", clock), crm.named("crm", crmClock)));
        return new WiderDirectory(this::book, Fake.NUMBERS, others, always, Duration.ZERO);
    }

    private LookUp book(Caller caller, Consumer<LookUp> answersLate) {
        bookLate = answersLate;
        return inBook;
    }

    private void bookAnswersLate(LookUp answer) {
        assertThat(bookLate).isNotNull();
        if (bookLate != null) {
            bookLate.accept(answer);
        }
    }

    private static Caller caller() {
        return new Caller(CallerClass.NUMBER, NUMBER, "");
    }

    private static Candidate ours(long id, String name) {
        return new Candidate(
                new Customer(id, name, null, null, null, null, null, List.of()), MatchQuality.EXACT, "mobile");
    }

    private static List<String> names(LookUp answer) {
        return answer instanceof LookUp.Found found
                ? found.candidates().stream()
                        .map(candidate -> candidate.customer().name())
                        .toList()
                : List.of();
    }
}
