package org.santral.routing;

import org.jspecify.annotations.Nullable;
import org.santral.caller.Caller;
import org.santral.caller.LookUp;

/// Where shall this caller go?
///
/// @param did what the caller dialled
/// @param lookUp null when there is nothing to look up
public record RouteQuestion(
        String did, Caller caller, @Nullable LookUp lookUp) {}
