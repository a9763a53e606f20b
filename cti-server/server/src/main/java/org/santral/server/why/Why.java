package org.santral.server.why;

import java.util.List;
import org.santral.because.Because;

/// Every step of a call, oldest first: `Why` of the web client's `wire.ts`.
public record Why(String call, List<Step> steps) {

    /// @param at milliseconds since 1970, UTC
    /// @param afterMillis after the first step
    /// @param kind `line`, `event`, `transition`, `decision`, `delivered`, `anomaly`
    public record Step(long at, double afterMillis, String kind, String what, List<Because.Fact> facts) {}
}
