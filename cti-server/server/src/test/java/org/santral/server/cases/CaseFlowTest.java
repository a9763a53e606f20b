package org.santral.server.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.server.tables.enums.CaseCategoryKind;
import org.santral.server.tables.enums.CaseStepWhat;
import org.santral.server.tables.enums.CustomerCasePriority;
import org.santral.server.tables.enums.CustomerCaseState;

class CaseFlowTest {
    private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Category.Team SERVICE = new Category.Team(1, "Service");
    private static final Category.Team CHIEFS = new Category.Team(2, "Chiefs");
    private static final Category BROKEN = new Category(
            7,
            "Broken",
            CaseCategoryKind.COMPLAINT,
            SERVICE,
            CHIEFS,
            Duration.ofMinutes(30),
            Duration.ofHours(8),
            true);
    private static final Category OTHER =
            new Category(8, "Other", CaseCategoryKind.REQUEST, null, null, null, null, true);
    private static final CaseFlow.Names NAMES = new CaseFlow.Names("Broken", "Service", "sara");

    private final CaseState fresh = CaseFlow.opened(BROKEN, "It hums", CustomerCasePriority.NORMAL, NINE);

    @Test
    void itsCategorySaysWhomItGoesToAndUntilWhen() {
        assertThat(fresh.team()).isEqualTo(SERVICE.id());
        assertThat(fresh.person()).isNull();
        assertThat(fresh.answerDue()).isEqualTo(NINE.plus(Duration.ofMinutes(30)));
        assertThat(fresh.due()).isEqualTo(NINE.plus(Duration.ofHours(8)));
        assertThat(CaseFlow.opened(OTHER, "A wish", CustomerCasePriority.LOW, NINE)
                        .due())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NEW,     IN_WORK, true",
        "NEW,     WAITING, true",
        "NEW,     SOLVED,  true",
        "NEW,     CLOSED,  true",
        "IN_WORK, NEW,     false",
        "IN_WORK, WAITING, true",
        "WAITING, NEW,     false",
        "WAITING, IN_WORK, true",
        "SOLVED,  IN_WORK, true",
        "SOLVED,  CLOSED,  true",
        "SOLVED,  WAITING, false",
        "CLOSED,  IN_WORK, true",
        "CLOSED,  SOLVED,  false"
    })
    void itGoesFromStateToState(CustomerCaseState from, CustomerCaseState to, boolean possible) {
        CaseFlow.Result result = CaseFlow.apply(in(from), NAMES, state(to), TEN);

        assertThat(result instanceof CaseFlow.Result.Moved).isEqualTo(possible);
        if (result instanceof CaseFlow.Result.NotFrom no) {
            assertThat(no.possible()).isNotEmpty().doesNotContain(to);
        }
    }

    @Test
    void aSolutionIsAnAnswerAndIsMeasured() {
        CaseState solved = moved(CaseFlow.apply(fresh, NAMES, state(CustomerCaseState.SOLVED), TEN));

        assertThat(solved.solved()).isEqualTo(TEN);
        assertThat(solved.firstAnswer()).isEqualTo(TEN);
        CaseState again = moved(CaseFlow.apply(solved, NAMES, state(CustomerCaseState.IN_WORK), TEN.plusSeconds(60)));
        assertThat(again.solved()).isNull();
        assertThat(again.firstAnswer()).isEqualTo(TEN);
    }

    @Test
    void theFirstAnswerStaysTheFirst() {
        CaseState answered = moved(CaseFlow.apply(fresh, NAMES, answered("We are on it"), TEN));
        CaseState twice = moved(CaseFlow.apply(answered, NAMES, answered("Still"), TEN.plusSeconds(60)));
        CaseState called = moved(CaseFlow.called(twice, "pbx1/1.2", TEN.plusSeconds(90)));

        assertThat(called.firstAnswer()).isEqualTo(TEN);
        assertThat(moved(CaseFlow.called(fresh, "pbx1/1.2", TEN)).firstAnswer()).isEqualTo(TEN);
    }

    @Test
    void anotherCategoryIsAnotherTeamAndAnotherTime() {
        CaseState mine = moved(CaseFlow.apply(fresh, NAMES, person(5, "sara"), TEN));
        Category billing =
                new Category(9, "Bills", CaseCategoryKind.REQUEST, CHIEFS, null, null, Duration.ofHours(2), true);
        CaseFlow.Result.Moved moved = (CaseFlow.Result.Moved) CaseFlow.apply(mine, NAMES, category(billing), TEN);

        assertThat(moved.now().team()).isEqualTo(CHIEFS.id());
        assertThat(moved.now().person()).as("not of that team").isNull();
        assertThat(moved.now().due()).isEqualTo(NINE.plus(Duration.ofHours(2)));
        assertThat(moved.now().answerDue()).isNull();
        assertThat(moved.steps())
                .extracting(Step::what)
                .containsExactly(CaseStepWhat.CATEGORY, CaseStepWhat.DUE, CaseStepWhat.TEAM, CaseStepWhat.PERSON);
        assertThat(moved.steps()).extracting(Step::became).contains("Bills", "Chiefs");
    }

    @Test
    void whatIsOverdueIsHandedOnOnce() {
        CaseState mine = moved(CaseFlow.apply(fresh, NAMES, person(5, "sara"), NINE));
        assertThat(CaseFlow.escalate(mine, BROKEN, NAMES, NINE.plusSeconds(60))).isEmpty();

        CaseFlow.Result.Moved moved =
                CaseFlow.escalate(mine, BROKEN, NAMES, TEN).orElseThrow();
        assertThat(moved.now().team()).isEqualTo(CHIEFS.id());
        assertThat(moved.now().person()).isNull();
        assertThat(moved.now().priority()).isEqualTo(CustomerCasePriority.HIGH);
        assertThat(moved.now().escalated()).isEqualTo(TEN);
        assertThat(moved.steps().getFirst().text()).isEqualTo("first-answer");
        assertThat(CaseFlow.escalate(moved.now(), BROKEN, NAMES, TEN.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void aNewPromiseCanBeMissedAgain() {
        CaseState late = CaseFlow.escalate(fresh, BROKEN, NAMES, NINE.plus(Duration.ofHours(9)))
                .orElseThrow()
                .now();
        CaseState promised = moved(CaseFlow.apply(
                late,
                NAMES,
                new Wish(null, null, null, null, null, null, new Wish.Until(TEN), "sorry", true),
                NINE.plus(Duration.ofHours(9))));

        assertThat(promised.escalated()).isNull();
        assertThat(CaseFlow.escalate(promised, BROKEN, NAMES, TEN.plusSeconds(1))
                        .orElseThrow()
                        .steps()
                        .getFirst()
                        .text())
                .isEqualTo("solution");
    }

    @Test
    void whatIsSolvedIsNotOverdue() {
        CaseState solved = moved(CaseFlow.apply(fresh, NAMES, state(CustomerCaseState.SOLVED), NINE));

        assertThat(CaseFlow.escalate(solved, BROKEN, NAMES, NINE.plus(Duration.ofDays(9))))
                .isEmpty();
    }

    @Test
    void wishingWhatIsSoChangesNothing() {
        assertThat(CaseFlow.apply(
                        fresh,
                        NAMES,
                        new Wish(
                                BROKEN,
                                "It hums",
                                CustomerCasePriority.NORMAL,
                                CustomerCaseState.NEW,
                                new Wish.Whom(SERVICE.id(), "Service"),
                                new Wish.Whom(null, ""),
                                new Wish.Until(fresh.due()),
                                null,
                                false),
                        TEN))
                .isEqualTo(new CaseFlow.Result.Same());
    }

    private CaseState in(CustomerCaseState state) {
        return state == CustomerCaseState.NEW ? fresh : moved(CaseFlow.apply(fresh, NAMES, state(state), NINE));
    }

    private static CaseState moved(CaseFlow.Result result) {
        assertThat(result).isInstanceOf(CaseFlow.Result.Moved.class);
        return ((CaseFlow.Result.Moved) result).now();
    }

    private static Wish state(CustomerCaseState to) {
        return wish(null, to, null, null, false);
    }

    private static Wish answered(String text) {
        return wish(null, null, null, text, true);
    }

    private static Wish person(int id, String login) {
        return wish(null, null, new Wish.Whom(id, login), null, false);
    }

    private static Wish category(Category to) {
        return wish(to, null, null, null, false);
    }

    private static Wish wish(
            @Nullable Category category,
            @Nullable CustomerCaseState state,
            Wish.@Nullable Whom person,
            @Nullable String note,
            boolean answered) {
        return new Wish(category, null, null, state, null, person, null, note, answered);
    }
}
