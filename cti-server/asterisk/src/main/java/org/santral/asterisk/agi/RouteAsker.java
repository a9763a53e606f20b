package org.santral.asterisk.agi;

import java.util.concurrent.CompletableFuture;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.Party;
import org.santral.routing.RouteDecision;
import org.santral.routing.RouteRequestId;

/// Who decides: the server's loop.
public interface RouteAsker {
    /// Must not block. The future is completed once, on any thread.
    CompletableFuture<RouteDecision> ask(RouteRequestId request, ConnectionId connection, String did, Party from);
}
