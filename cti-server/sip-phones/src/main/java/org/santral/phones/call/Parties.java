package org.santral.phones.call;

/// Who called, and what was dialled.
public record Parties(Caller caller, String dialled) {}
