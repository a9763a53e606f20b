package org.santral.server.cases;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CaseCategoryKind;

/// What a case may be about.
///
/// @param team whom its cases go to, null when to nobody by itself
/// @param escalationTeam whom they go to when they are overdue, null when they stay where they are
/// @param firstAnswer how long the customer may wait for a first answer, null when nothing was promised
/// @param solution how long until it is solved, null when nothing was promised
/// @param active whether new cases may have it
public record Category(
        int id,
        String name,
        CaseCategoryKind kind,
        @Nullable Team team,
        @Nullable Team escalationTeam,
        @Nullable Duration firstAnswer,
        @Nullable Duration solution,
        boolean active) {

    public record Team(int id, String name) {}
}
