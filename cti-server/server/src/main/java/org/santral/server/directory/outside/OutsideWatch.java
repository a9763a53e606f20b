package org.santral.server.directory.outside;

import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;
import org.santral.server.directory.outside.http.WriteBack;

/// Tells the switchroom which directory is away and which takes no calls, and sees to it that a trial is made
/// when nobody calls.
final class OutsideWatch implements Watch {
    private final Outsides outsides;

    OutsideWatch(Outsides outsides) {
        this.outsides = outsides;
    }

    @Override
    public void look(Conditions conditions) {
        for (BudgetedOutside one : outsides.inOrder().all()) {
            one.tryAgain();
            String trouble = one.trouble();
            conditions.set(
                    trouble != null,
                    Kind.OUTSIDE_DIRECTORY_AWAY,
                    one.name(),
                    "directory",
                    one.name(),
                    "where",
                    one.where(),
                    "reason",
                    trouble == null ? "" : trouble);
        }
        outsides.writeBacks().forEach((name, one) -> {
            WriteBack.State state = one.state();
            conditions.set(
                    state.trouble() != null && state.waiting() > 0,
                    Kind.CALLS_NOT_WRITTEN_BACK,
                    name,
                    "directory",
                    name,
                    "waiting",
                    Integer.toString(state.waiting()),
                    "given",
                    Long.toString(state.givenUp()),
                    "reason",
                    state.trouble() == null ? "" : state.trouble());
        });
    }
}
