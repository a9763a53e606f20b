package org.santral.asterisk.command;

/// How a command went. Done means that Asterisk took it, not that the phone obeyed: that shows in the events.
public sealed interface CommandResult {
    record Done() implements CommandResult {}

    /// @param reason in Asterisk's words
    record Refused(String reason) implements CommandResult {}

    record LinkDown(String reason) implements CommandResult {}

    record TimedOut() implements CommandResult {}
}
