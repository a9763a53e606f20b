package org.santral.server.rest;

/// One thing that is wrong with what was sent.
///
/// @param field where, as `numbers[1].raw`
/// @param reason one word that pages translate, as `too-long`
/// @param detail in English, with the mend
public record Fault(String field, String reason, String detail) {}
