package org.santral.server.conditions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;

/// A condition as it is told outside, with its English sentences for who has none of their own.
///
/// @param since milliseconds since 1970, UTC
/// @param until null while it stands
public record Told(
        String kind,
        String about,
        Kind.Weight weight,
        long since,
        @Nullable Long until,
        boolean happened,
        List<Because.Fact> facts,
        String what,
        String means,
        String mend) {

    public static Told of(Condition condition) {
        Words.Sentences said = Words.of(condition.kind(), condition.facts());
        return new Told(
                condition.kind().key(),
                condition.about(),
                condition.kind().weight(),
                condition.since().toEpochMilli(),
                condition.until() == null ? null : condition.until().toEpochMilli(),
                condition.happened(),
                condition.facts(),
                said.what(),
                said.means(),
                said.mend());
    }
}
