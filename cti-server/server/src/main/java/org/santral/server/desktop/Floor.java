package org.santral.server.desktop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.screenpop.Pop;
import org.santral.server.history.CallRow;
import org.santral.server.history.CallRows;
import org.santral.server.people.Person;
import org.santral.site.Site;
import org.santral.switchboard.Effect;
import org.springframework.util.function.SingletonSupplier;

/// What the effects have told so far, as people see it: the one state behind every screen. On the loop's thread
/// only.
final class Floor {
    /// An ended card stays for a reload so long; the next call takes its place earlier.
    private static final long KEEP_ENDED_SECONDS = 600;

    private final Site site;
    private final Map<String, Map<String, String>> labels;
    private final CallRows rows;
    private final InstantSource clock;
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<AgentId, Map<CallId, Pop>> pops = new LinkedHashMap<>();
    private final Map<String, Wire.AgentView> agents = new LinkedHashMap<>();
    private final Map<String, Wire.QueueView> queues = new LinkedHashMap<>();
    private final Map<String, Wire.LinkView> links = new LinkedHashMap<>();
    private final Map<CallId, CallRecord> live = new LinkedHashMap<>();

    /// One message and whom it is for.
    ///
    /// @param delta made only when somebody is there whom it is for, and once
    /// @param card whether a ringing phone's card comes or goes with it
    /// @param shown the card that comes
    record Told(
            Supplier<Delta> delta,
            Audience to,
            boolean card,
            @Nullable Pop shown) {
        static Told of(Supplier<Delta> delta, Audience to) {
            return new Told(SingletonSupplier.of(delta), to, false, null);
        }

        static Told card(Supplier<Delta> delta, AgentId agent, @Nullable Pop shown) {
            return new Told(SingletonSupplier.of(delta), Audience.only(agent), true, shown);
        }
    }

    Floor(Site site, Map<String, Map<String, String>> labels, CallRows rows, InstantSource clock) {
        this.site = site;
        this.labels = labels;
        this.rows = rows;
        this.clock = clock;
        Instant now = clock.instant();
        for (Site.Agent agent : site.agents()) {
            agents.put(agent.id().value(), offline(agent, now));
            agent.queues()
                    .forEach(queue -> members.computeIfAbsent(queue, unused -> new HashSet<>())
                            .add(agent.id().value()));
        }
        for (Site.Queue queue : site.queues()) {
            queues.put(queue.name(), new Wire.QueueView(queue.name(), queue.label(), 0));
        }
    }

    private static Wire.AgentView offline(Site.Agent agent, Instant since) {
        return new Wire.AgentView(
                agent.id().value(), agent.name(), null, org.santral.agent.AgentState.LOGGED_OFF, null, since);
    }

    List<Told> take(Effect effect) {
        return switch (effect) {
            case Effect.ShowPop show -> isGone(show.pop()) ? List.of() : List.of(show(show.pop()));
            case Effect.WithdrawPop gone -> withdraw(gone);
            case Effect.AgentChanged changed -> List.of(agent(changed));
            case Effect.QueueChanged changed -> List.of(queue(changed));
            case Effect.LinkChanged changed -> List.of(link(changed));
            case Effect.RecordCall record -> List.of(call(record.record()));
            default -> List.of();
        };
    }

    /// The card of an ended call, written on after another took its place.
    private boolean isGone(Pop pop) {
        return pop.state() == Pop.State.ENDED
                && !pops.getOrDefault(pop.agent(), Map.of()).containsKey(pop.call());
    }

    private Told show(Pop pop) {
        Map<CallId, Pop> mine = pops.computeIfAbsent(pop.agent(), unused -> new LinkedHashMap<>());
        Instant old = clock.instant().minusSeconds(KEEP_ENDED_SECONDS);
        mine.values()
                .removeIf(other -> other.state() == Pop.State.ENDED
                        && (pop.state() == Pop.State.RINGING
                                || other.times().endedAt() == null
                                || other.times().endedAt().isBefore(old)));
        mine.put(pop.call(), pop);
        return Told.card(() -> Delta.of("pop", "pop", Wire.PopView.of(pop)), pop.agent(), pop);
    }

    private List<Told> withdraw(Effect.WithdrawPop gone) {
        Map<CallId, Pop> mine = pops.get(gone.agent());
        if (mine == null || mine.remove(gone.call()) == null) {
            return List.of();
        }
        Wire.Withdrawn told =
                new Wire.Withdrawn(gone.call().toString(), gone.why().name(), gone.answeredBy());
        return List.of(Told.card(() -> Delta.flat("popWithdrawn", told), gone.agent(), null));
    }

    private Told agent(Effect.AgentChanged changed) {
        String login = changed.agent().value();
        Wire.AgentView view = new Wire.AgentView(
                login,
                nameOf(changed.agent()),
                changed.extension(),
                changed.state(),
                changed.reason(),
                clock.instant());
        agents.put(login, view);
        return Told.of(() -> Delta.of("agent", "agent", view), Audience.floorAnd(Set.of(login)));
    }

    private Told queue(Effect.QueueChanged changed) {
        Wire.QueueView view = new Wire.QueueView(changed.queue(), label(changed.queue()), changed.waiting());
        queues.put(changed.queue(), view);
        return Told.of(() -> Delta.of("queue", "queue", view), seeQueue(changed.queue()));
    }

    private Told link(Effect.LinkChanged changed) {
        Wire.LinkView view = new Wire.LinkView(changed.pbx().value(), changed.up(), changed.reason(), clock.instant());
        links.put(view.pbx(), view);
        return Told.of(() -> Delta.of("link", "link", view), Audience.EVERYBODY);
    }

    private Told call(CallRecord record) {
        if (record.endedAt() == null) {
            live.put(record.call(), record);
        } else {
            live.remove(record.call());
        }
        if (record.partOf() != null) {
            pops.values().forEach(cards -> cards.remove(record.call()));
        }
        return Told.of(() -> Delta.of("call", "call", rows.of(record)), seeCall(record));
    }

    String snapshotFor(Person person, boolean demo) {
        List<Wire.PopView> mine = new ArrayList<>();
        pops.getOrDefault(new AgentId(person.login()), Map.of())
                .values()
                .forEach(pop -> mine.add(Wire.PopView.of(pop)));
        return Json.write(new SnapshotView(
                clock.instant(),
                Wire.MeView.of(person, demo),
                site.zone(),
                labels,
                names(),
                List.copyOf(links.values()),
                mine,
                agents.values().stream()
                        .filter(agent -> person.seesTheFloor() || agent.login().equals(person.login()))
                        .toList(),
                queues.values().stream()
                        .filter(queue -> seeQueue(queue.name()).includes(person))
                        .toList(),
                live.values().stream()
                        .filter(record -> seeCall(record).includes(person))
                        .map(rows::of)
                        .toList()));
    }

    private record SnapshotView(
            Instant now,
            Wire.MeView me,
            String zone,
            Map<String, Map<String, String>> labels,
            Map<String, String> people,
            List<Wire.LinkView> link,
            List<Wire.PopView> pops,
            List<Wire.AgentView> agents,
            List<Wire.QueueView> queues,
            List<CallRow> calls) {}

    /// Everybody who takes calls here: an agent is told by name who has a call, or looks after a customer.
    private Map<String, String> names() {
        return site.agents().stream()
                .collect(Collectors.toMap(agent -> agent.id().value(), Site.Agent::name, (first, _) -> first));
    }

    List<Wire.LinkView> links() {
        return List.copyOf(links.values());
    }

    private Audience seeQueue(String queue) {
        return Audience.floorAnd(members.getOrDefault(queue, Set.of()));
    }

    private static Audience seeCall(CallRecord record) {
        Set<String> logins = new HashSet<>();
        if (record.agent() != null) {
            logins.add(record.agent().value());
        }
        record.legs().stream()
                .map(CallRecord.Leg::agent)
                .filter(Objects::nonNull)
                .forEach(agent -> logins.add(agent.value()));
        return Audience.floorAnd(logins);
    }

    private String nameOf(AgentId agent) {
        return site.agent(agent).map(Site.Agent::name).orElse(agent.value());
    }

    private String label(String queue) {
        return site.queue(queue).map(Site.Queue::label).orElse(queue);
    }
}
