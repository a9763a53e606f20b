package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.agent.AgentTable;
import org.santral.call.ConnectionTable;
import org.santral.pbx.PbxId;

/// No row of a table stands there unproved: the scenarios and an agent's day go through every one of them.
class EveryRowIsVisitedTest {
    private static final AgentId SARA = new AgentId("sara");
    private static final AgentId OMID = new AgentId("omid");

    private final Watched<org.santral.call.ConnectionState, org.santral.call.ConnectionStep> connections =
            new Watched<>(ConnectionTable.TABLE);
    private final Watched<org.santral.agent.AgentState, org.santral.agent.AgentStep> agents =
            new Watched<>(AgentTable.TABLE);

    @Test
    void everyRowOfAConnectionIsVisitedByTheScenariosAndByWhatNoAsteriskTells() {
        for (String name : Scenarios.names()) {
            new Rehearsal(switchboard()).applyAll(Scenarios.inputs(name));
        }
        List.<Function<Exchange, List<Input>>>of(
                        LostOnTheWayTest::answersNotSeen,
                        LostOnTheWayTest::heardBeforeAnythingAnswered,
                        LostOnTheWayTest::movesUp)
                .forEach(told -> new Rehearsal(switchboard()).applyAll(told.apply(new Exchange())));

        assertThat(ConnectionTable.TABLE.rows())
                .allSatisfy(row -> assertThat(connections.visited()).contains(row));
    }

    @Test
    void everyRowOfAnAgentIsVisitedInADay() {
        var day = new Day(new Rehearsal(switchboard()));
        day.signOff().signOff().ready(true).signOn().signOn().ready(true).ready(false);
        day.ready(false).signOn().dials().hangsUp().ready(true);
        day.dials().signOn().ready(false).ready(true).hangsUp();
        day.dials().ready(false).hangsUp().signOff().signOn().dials().signOff().hangsUp();
        day.ready(false).signOn().ready(false).signOff();

        assertThat(AgentTable.TABLE.rows())
                .allSatisfy(row -> assertThat(agents.visited()).contains(row));
        assertThat(day.rehearsal.switchboard.snapshot().agents())
                .extracting(Snapshot.AgentView::agent)
                .containsExactly(SARA, OMID);
    }

    private Switchboard switchboard() {
        return new Switchboard(new PbxId("pbx1"), connections, agents);
    }

    /// What Sara does, one thing after the other.
    private static final class Day {
        private final Rehearsal rehearsal;
        private final Exchange exchange = new Exchange();
        private int calls;

        Day(Rehearsal rehearsal) {
            this.rehearsal = rehearsal;
        }

        Day signOn() {
            rehearsal.apply(new Input.AgentSignedOn(SARA, "1001", now()));
            return this;
        }

        Day signOff() {
            rehearsal.apply(new Input.AgentSignedOff(SARA, now()));
            return this;
        }

        Day ready(boolean ready) {
            rehearsal.apply(new Input.AgentReadinessSet(SARA, ready, ready ? null : "lunch", now(), "q"));
            return this;
        }

        Day dials() {
            exchange.call("day." + ++calls);
            rehearsal.apply(exchange.originated("day." + calls, "PJSIP/1001", "1001", "600"));
            return this;
        }

        Day hangsUp() {
            rehearsal.apply(exchange.cleared("day." + calls));
            return this;
        }

        private Instant now() {
            return exchange.tick();
        }
    }
}
