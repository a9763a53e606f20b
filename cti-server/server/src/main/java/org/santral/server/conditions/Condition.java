package org.santral.server.conditions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;

/// Something that is wrong, or was.
///
/// @param about which of several: an exchange, for example; empty where there is only one
/// @param facts what the sentences name; the newest, while it stands
/// @param until null while it stands
/// @param happened true for what took a moment and has no end of its own: it stands until somebody has noted it
public record Condition(
        Kind kind, String about, Instant since, @Nullable Instant until, boolean happened, List<Because.Fact> facts) {

    Condition ended(Instant at) {
        return new Condition(kind, about, since, at, happened, facts);
    }
}
