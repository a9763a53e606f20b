package org.santral.server.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CaseCategoryKind;
import org.santral.server.tables.enums.CaseStepWhat;
import org.santral.server.tables.enums.CustomerCasePriority;
import org.santral.server.tables.enums.CustomerCaseState;

/// A case as pages and other programs are given it.
///
/// @param version the ETag
/// @param dueAt until when it is to be solved, null when nothing was promised
/// @param answerDueAt until when the customer is to have a first answer, null when nothing was promised
/// @param firstAnswerAt null while there was none
/// @param solvedAt null while it is not
/// @param escalatedAt when a rule handed it on because it was overdue, null when none did
/// @param overdue as it stood when it was read
/// @param firstAnswerSeconds from the opening to the first answer, null while there was none
/// @param solutionSeconds from the opening to the solution, null while there is none
/// @param next the states that may follow
public record CaseView(
        long id,
        int version,
        Named customer,
        Named category,
        CaseCategoryKind kind,
        String title,
        String text,
        CustomerCasePriority priority,
        CustomerCaseState state,
        @Nullable Named team,
        @Nullable Who person,
        Instant openedAt,
        @Nullable String openedBy,
        @Nullable Instant dueAt,
        @Nullable Instant answerDueAt,
        @Nullable Instant firstAnswerAt,
        @Nullable Instant solvedAt,
        @Nullable Instant closedAt,
        @Nullable Instant escalatedAt,
        boolean overdue,
        @Nullable Long firstAnswerSeconds,
        @Nullable Long solutionSeconds,
        List<CustomerCaseState> next) {

    public record Named(long id, String name) {}

    public record Who(String login, String name) {}

    /// With everything that happened to it.
    ///
    /// @param steps oldest first
    public record Whole(CaseView whole, List<StepView> steps, List<CallOf> calls) {}

    /// @param by login, null where a rule did it
    public record StepView(
            Instant at,
            @Nullable String by,
            CaseStepWhat what,
            @Nullable String was,
            @Nullable String became,
            String text) {}

    /// A call that belongs to the case; its row may still be on its way into the history.
    public record CallOf(String pbx, String id) {}

    /// @param next where the next page begins, null on the last one
    public record Page(List<CaseView> cases, @Nullable String next) {}
}
