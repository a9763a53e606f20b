package org.santral.server.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CustomerCasePriority;
import org.santral.server.tables.enums.CustomerCaseState;

/// What somebody wants to change in a case; null is what they leave as it is.
///
/// @param team with `nobody` for none
/// @param note what they write down
/// @param answered whether the customer has been given an answer with this
record Wish(
        @Nullable Category category,
        @Nullable String title,
        @Nullable CustomerCasePriority priority,
        @Nullable CustomerCaseState state,
        @Nullable Whom team,
        @Nullable Whom person,
        @Nullable Until due,
        @Nullable String note,
        boolean answered) {

    /// @param id null: nobody
    /// @param name as steps tell it
    record Whom(@Nullable Integer id, String name) {}

    /// @param at null: no longer promised
    record Until(@Nullable Instant at) {}

    boolean isEmpty() {
        return category == null
                && title == null
                && priority == null
                && state == null
                && team == null
                && person == null
                && due == null
                && note == null
                && !answered;
    }
}
