package org.santral.server.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CaseStepWhat;
import org.santral.server.tables.enums.CustomerCasePriority;
import org.santral.server.tables.enums.CustomerCaseState;

/// How a case goes: which state may follow which, when it is due, and whom it goes to.
///
/// | from | to |
/// |--|--|
/// | `NEW` | `IN_WORK`, `WAITING` (for the customer), `SOLVED`, `CLOSED` |
/// | `IN_WORK` | `WAITING`, `SOLVED`, `CLOSED` |
/// | `WAITING` | `IN_WORK`, `SOLVED`, `CLOSED` |
/// | `SOLVED` | `IN_WORK` (opened again), `CLOSED` |
/// | `CLOSED` | `IN_WORK` (opened again) |
///
/// The time runs while a case waits for the customer: what was promised to them was a time by their clock. A customer
/// has
/// had a first answer when somebody says so, when a call belongs to the case, or when it is solved.
final class CaseFlow {
    private static final Map<CustomerCaseState, Set<CustomerCaseState>> NEXT = new EnumMap<>(Map.of(
            CustomerCaseState.NEW,
            EnumSet.of(
                    CustomerCaseState.IN_WORK,
                    CustomerCaseState.WAITING,
                    CustomerCaseState.SOLVED,
                    CustomerCaseState.CLOSED),
            CustomerCaseState.IN_WORK,
            EnumSet.of(CustomerCaseState.WAITING, CustomerCaseState.SOLVED, CustomerCaseState.CLOSED),
            CustomerCaseState.WAITING,
            EnumSet.of(CustomerCaseState.IN_WORK, CustomerCaseState.SOLVED, CustomerCaseState.CLOSED),
            CustomerCaseState.SOLVED,
            EnumSet.of(CustomerCaseState.IN_WORK, CustomerCaseState.CLOSED),
            CustomerCaseState.CLOSED,
            EnumSet.of(CustomerCaseState.IN_WORK)));

    private CaseFlow() {}

    sealed interface Result {
        /// @param steps in order, at least one
        record Moved(CaseState now, List<Step> steps) implements Result {}

        /// Everything is as it was wanted already.
        record Same() implements Result {}

        record NotFrom(CustomerCaseState from, CustomerCaseState wanted, Set<CustomerCaseState> possible)
                implements Result {}
    }

    static CaseState opened(Category category, String title, CustomerCasePriority priority, Instant at) {
        return new CaseState(
                category.id(),
                title,
                priority,
                CustomerCaseState.NEW,
                category.team() == null ? null : category.team().id(),
                null,
                at,
                after(at, category.solution()),
                after(at, category.firstAnswer()),
                null,
                null,
                null,
                null);
    }

    /// @param before names of what stands now, for the steps
    static Result apply(CaseState now, Names before, Wish wish, Instant at) {
        CustomerCaseState wanted = wish.state();
        if (wanted != null && wanted != now.state() && !possible(now.state()).contains(wanted)) {
            return new Result.NotFrom(now.state(), wanted, possible(now.state()));
        }
        var draft = new Draft(now);
        if (wish.title() != null) {
            draft.title = wish.title();
        }
        if (wish.category() != null) {
            draft.into(wish.category(), before);
        }
        draft.priority(wish.priority());
        if (wish.team() != null) {
            draft.team(wish.team().id(), before.team(), wish.team().name());
        }
        if (wish.person() != null) {
            draft.person(wish.person().id(), before.person(), wish.person().name());
        }
        if (wish.due() != null) {
            draft.due(wish.due().at());
        }
        if (wish.note() != null && !wish.answered()) {
            draft.steps.add(Step.noted(wish.note()));
        }
        if (wish.answered()) {
            draft.answered(wish.note() == null ? "" : wish.note(), at);
        }
        draft.state(wanted, at);
        CaseState after = draft.done();
        return draft.steps.isEmpty() && after.equals(now)
                ? new Result.Same()
                : new Result.Moved(after, List.copyOf(draft.steps));
    }

    /// A call with the customer belongs to it from now on.
    static Result called(CaseState now, String call, Instant at) {
        var draft = new Draft(now);
        draft.steps.add(new Step(CaseStepWhat.CALL, null, call, ""));
        draft.firstAnswer(at);
        return new Result.Moved(draft.done(), List.copyOf(draft.steps));
    }

    /// Once for each promise; empty when it is not overdue or has been escalated before.
    static Optional<Result.Moved> escalate(CaseState now, Category category, Names before, Instant at) {
        if (now.escalated() != null || !now.isOverdue(at)) {
            return Optional.empty();
        }
        var draft = new Draft(now);
        boolean solution = now.due() != null && now.due().isBefore(at);
        Instant missed = solution ? now.due() : now.answerDue();
        draft.steps.add(
                new Step(CaseStepWhat.ESCALATED, String.valueOf(missed), null, solution ? "solution" : "first-answer"));
        draft.escalated = at;
        draft.handOn(category.escalationTeam(), before);
        draft.priority(higher(now.priority()));
        return Optional.of(new Result.Moved(draft.done(), List.copyOf(draft.steps)));
    }

    static Set<CustomerCaseState> possible(CustomerCaseState from) {
        return Objects.requireNonNull(NEXT.get(from), "every state has a row");
    }

    private static CustomerCasePriority higher(CustomerCasePriority now) {
        return switch (now) {
            case LOW -> CustomerCasePriority.NORMAL;
            case NORMAL -> CustomerCasePriority.HIGH;
            case HIGH, URGENT -> CustomerCasePriority.URGENT;
        };
    }

    private static @Nullable Instant after(Instant at, @Nullable Duration time) {
        return time == null ? null : at.plus(time);
    }

    /// As people read them; empty for nobody.
    record Names(String category, String team, String person) {}

    /// A case while it changes, and what has to be told of it.
    private static final class Draft {
        private final CaseState was;
        private final List<Step> steps = new ArrayList<>();
        private int category;
        private String title;
        private CustomerCasePriority priority;
        private CustomerCaseState state;
        private @Nullable Integer team;
        private @Nullable Integer person;
        private @Nullable Instant due;
        private @Nullable Instant answerDue;
        private @Nullable Instant firstAnswer;
        private @Nullable Instant solved;
        private @Nullable Instant closed;
        private @Nullable Instant escalated;

        Draft(CaseState was) {
            this.was = was;
            category = was.category();
            title = was.title();
            priority = was.priority();
            state = was.state();
            team = was.team();
            person = was.person();
            due = was.due();
            answerDue = was.answerDue();
            firstAnswer = was.firstAnswer();
            solved = was.solved();
            closed = was.closed();
            escalated = was.escalated();
        }

        /// The rule of a category: its team, its times, counted from when the case was opened. Whoever was in charge
        /// is no longer where it goes to another team.
        void into(Category other, Names before) {
            if (other.id() == category) {
                return;
            }
            steps.add(new Step(CaseStepWhat.CATEGORY, before.category(), other.name(), ""));
            category = other.id();
            due(after(was.opened(), other.solution()));
            answerDue = after(was.opened(), other.firstAnswer());
            handOn(other.team(), before);
        }

        /// By rule, not by a wish.
        void handOn(Category.@Nullable Team to, Names before) {
            if (to != null && !Objects.equals(to.id(), team)) {
                team(to.id(), before.team(), to.name());
                person(null, before.person(), "");
            }
        }

        void priority(@Nullable CustomerCasePriority wanted) {
            if (wanted != null && wanted != priority) {
                steps.add(new Step(CaseStepWhat.PRIORITY, priority.getLiteral(), wanted.getLiteral(), ""));
                priority = wanted;
            }
        }

        void team(@Nullable Integer wanted, String nameBefore, String nameNow) {
            if (!Objects.equals(wanted, team)) {
                steps.add(new Step(CaseStepWhat.TEAM, name(nameBefore), name(nameNow), ""));
                team = wanted;
            }
        }

        void person(@Nullable Integer wanted, String nameBefore, String nameNow) {
            if (!Objects.equals(wanted, person)) {
                steps.add(new Step(CaseStepWhat.PERSON, name(nameBefore), name(nameNow), ""));
                person = wanted;
            }
        }

        void due(@Nullable Instant wanted) {
            if (!Objects.equals(wanted, due)) {
                steps.add(new Step(CaseStepWhat.DUE, text(due), text(wanted), ""));
                due = wanted;
                // Another promise: it can be missed once more.
                escalated = null;
            }
        }

        void answered(String text, Instant at) {
            steps.add(new Step(CaseStepWhat.ANSWERED, null, null, text));
            firstAnswer(at);
        }

        void firstAnswer(Instant at) {
            if (firstAnswer == null) {
                firstAnswer = at;
            }
        }

        void state(@Nullable CustomerCaseState wanted, Instant at) {
            if (wanted == null || wanted == state) {
                return;
            }
            steps.add(new Step(CaseStepWhat.STATE, state.getLiteral(), wanted.getLiteral(), ""));
            state = wanted;
            switch (wanted) {
                case SOLVED -> {
                    solved = at;
                    firstAnswer(at);
                }
                case CLOSED -> closed = at;
                case NEW, IN_WORK, WAITING -> {
                    solved = null;
                    closed = null;
                }
            }
        }

        private static @Nullable String name(String name) {
            return name.isEmpty() ? null : name;
        }

        private static @Nullable String text(@Nullable Instant at) {
            return at == null ? null : at.toString();
        }

        CaseState done() {
            return new CaseState(
                    category,
                    title,
                    priority,
                    state,
                    team,
                    person,
                    was.opened(),
                    due,
                    answerDue,
                    firstAnswer,
                    solved,
                    closed,
                    escalated);
        }
    }
}
