package org.santral.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.pbx.PbxEvent;

/// A party handed the call on.
///
/// @param by who did, null when nobody sat there
/// @param from the extension or device that did
/// @param to who took it, null when nobody did or nobody sits there
/// @param number where to: an extension, an outside number, empty when not known
public record Transfer(
        Instant at,
        PbxEvent.Transferred.Kind kind,
        @Nullable AgentId by,
        String from,
        @Nullable AgentId to,
        String number) {}
