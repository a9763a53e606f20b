package org.santral.caller;

/// The caller as the call brought them.
///
/// @param kind which class of identity
/// @param number as signalled, cleaned of control characters; empty unless it may be shown
/// @param name as signalled, cleaned of control and bidirectional characters; may be empty
public record Caller(CallerClass kind, String number, String name) {}
