package org.santral.agent;

import java.time.Instant;

/// What an agent wrote about a call, while it lived or just after, for whoever takes it next and for later.
///
/// @param at when it was written last
public record Note(AgentId by, Instant at, String text) {}
