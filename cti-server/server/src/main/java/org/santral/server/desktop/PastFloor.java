package org.santral.server.desktop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.screenpop.Pop;
import org.santral.server.history.CallRow;
import org.santral.server.history.CallRows;
import org.santral.site.Site;
import org.santral.switchboard.Snapshot;

/// The floor of a moment that is over, as the live one is shown: `PastFloor` of the web client's `wire.ts`.
public record PastFloor(
        List<Wire.LinkView> link,
        List<Wire.AgentView> agents,
        List<Wire.QueueView> queues,
        List<CallRow> calls,
        List<CardOf> cards) {

    /// @param agent whose desk showed it
    record CardOf(String agent, Wire.PopView pop) {}

    /// @param site as it was then
    public static PastFloor of(Snapshot snapshot, Site site, CallRows rows) {
        Snapshot.LinkView link = snapshot.link();
        return new PastFloor(
                List.of(new Wire.LinkView(snapshot.pbx().value(), link.up(), link.reason(), link.since())),
                agents(snapshot, site),
                snapshot.queues().stream()
                        .map(queue -> new Wire.QueueView(
                                queue.name(),
                                site.queue(queue.name()).map(Site.Queue::label).orElse(queue.name()),
                                queue.waiting()))
                        .toList(),
                snapshot.calls().stream().map(call -> rows.of(call.record())).toList(),
                snapshot.pops().stream().map(PastFloor::card).toList());
    }

    private static CardOf card(Pop pop) {
        return new CardOf(pop.agent().value(), Wire.PopView.of(pop));
    }

    /// Everybody of the site, in its order, and whoever else was signed on.
    private static List<Wire.AgentView> agents(Snapshot snapshot, Site site) {
        Map<AgentId, Snapshot.AgentView> there = new HashMap<>();
        snapshot.agents().forEach(agent -> there.put(agent.agent(), agent));
        List<Wire.AgentView> views = new ArrayList<>();
        for (Site.Agent agent : site.agents()) {
            Snapshot.AgentView view = there.remove(agent.id());
            views.add(
                    view == null
                            ? new Wire.AgentView(
                                    agent.id().value(), agent.name(), null, AgentState.LOGGED_OFF, null, snapshot.at())
                            : view(view, agent.name()));
        }
        snapshot.agents().stream()
                .filter(agent -> there.containsKey(agent.agent()))
                .forEach(agent -> views.add(view(agent, agent.agent().value())));
        return List.copyOf(views);
    }

    private static Wire.AgentView view(Snapshot.AgentView agent, String name) {
        return new Wire.AgentView(
                agent.agent().value(), name, agent.extension(), agent.state(), agent.reason(), agent.since());
    }
}
