package org.santral.server.replay;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.caller.LookUp;
import org.santral.pbx.CallId;
import org.santral.site.Site;
import org.santral.switchboard.Snapshot;

/// One moment of one exchange, rebuilt.
///
/// @param at that was asked for
/// @param site as it was then
/// @param lookUps what the directory had said of the callers of live calls
/// @param last when the last input before it arrived
/// @param next when the first input after it arrived, null when none has come yet
/// @param stopped whether the server was not there at this moment: the next input is its start
/// @param inputs how many were replayed
public record Moment(
        Instant at,
        Snapshot snapshot,
        Site site,
        Map<CallId, LookUp> lookUps,
        Instant last,
        @Nullable Instant next,
        boolean stopped,
        long inputs) {}
