package org.santral.routing;

/// One question of the dialplan; the answer carries it back.
public record RouteRequestId(String value) {}
