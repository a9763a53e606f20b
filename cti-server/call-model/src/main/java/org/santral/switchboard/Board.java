package org.santral.switchboard;

import java.time.Instant;
import org.santral.agent.AgentState;
import org.santral.agent.AgentStep;
import org.santral.agent.Roster;
import org.santral.call.ConnectionState;
import org.santral.call.ConnectionStep;
import org.santral.call.Transitions;
import org.santral.pbx.PbxId;
import org.santral.queue.WaitingLines;
import org.santral.site.Site;
import org.santral.site.SiteIndex;

/// The state all rooms of the switchboard work on. One thread, one input at a time.
final class Board {
    final PbxId pbx;
    final Transitions<ConnectionState, ConnectionStep> connectionTable;
    final Calls calls = new Calls();
    final Roster roster;
    final WaitingLines lines = new WaitingLines();
    final Effects effects = new Effects();
    final Records records = new Records(this);
    final Anomalies anomalies = new Anomalies(this);
    final ExchangeClock clock = new ExchangeClock();

    SiteIndex site = new SiteIndex(Site.EMPTY);
    Instant now = Instant.EPOCH;

    Board(
            PbxId pbx,
            Transitions<ConnectionState, ConnectionStep> connectionTable,
            Transitions<AgentState, AgentStep> agentTable) {
        this.pbx = pbx;
        this.connectionTable = connectionTable;
        this.roster = new Roster(agentTable);
    }
}
