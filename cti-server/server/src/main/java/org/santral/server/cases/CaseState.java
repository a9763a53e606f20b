package org.santral.server.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerCasePriority;
import org.santral.server.tables.enums.CustomerCaseState;

/// A case as it stands, without its texts.
///
/// @param team who looks after it, null when nobody does
/// @param person who is in charge, null when nobody is
/// @param due until when it is to be solved, null when nothing was promised
/// @param answerDue until when the customer is to have a first answer
/// @param firstAnswer when the customer had one, null before
/// @param solved when it was, null before and after it was opened again
record CaseState(
        int category,
        String title,
        CustomerCasePriority priority,
        CustomerCaseState state,
        @Nullable Integer team,
        @Nullable Integer person,
        Instant opened,
        @Nullable Instant due,
        @Nullable Instant answerDue,
        @Nullable Instant firstAnswer,
        @Nullable Instant solved,
        @Nullable Instant closed,
        @Nullable Instant escalated) {

    boolean isOpen() {
        return state != CustomerCaseState.SOLVED && state != CustomerCaseState.CLOSED;
    }

    boolean isOverdue(Instant now) {
        return isOpen()
                && (due != null && due.isBefore(now)
                        || answerDue != null && firstAnswer == null && answerDue.isBefore(now));
    }
}
