package org.santral.server.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.santral.agent.AgentId;
import org.santral.pbx.ConnectionId;
import org.santral.switchboard.Snapshot;

/// What lives now and is not to be touched, and who sits where.
///
/// @param connections of living calls
/// @param seats agents by the extension at which they are signed on
record LiveBoard(Set<ConnectionId> connections, Map<String, AgentId> seats) {

    static LiveBoard of(Snapshot snapshot) {
        Set<ConnectionId> connections = new HashSet<>();
        Map<String, AgentId> seats = new HashMap<>();
        for (Snapshot.LiveCallView call : snapshot.calls()) {
            call.connections().forEach(connection -> connections.add(connection.connection()));
        }
        for (Snapshot.AgentView agent : snapshot.agents()) {
            String extension = agent.extension();
            if (extension != null) {
                seats.putIfAbsent(extension, agent.agent());
            }
        }
        return new LiveBoard(connections, seats);
    }
}
