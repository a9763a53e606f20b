package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.santral.agent.AgentId;
import org.santral.lines.Lines;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.routing.RouteRequestId;

/// A bad day from a seed: several scenarios at once, events lost, doubled, swapped, delayed, the stream cut,
/// the link broken, the exchange started anew, and agents who come, go and click in between.
final class Mischief {
    private static final PbxId PBX = new PbxId("pbx1");
    private static final List<AgentId> AGENTS = List.of(new AgentId("sara"), new AgentId("omid"), new AgentId("leila"));
    private static final List<String> PHONES = List.of("1001", "1002", "1003");

    private static final Instant START = Instant.parse("2026-11-21T19:00:00Z");
    private static final int NEIGHBOURS = 7;
    private static final Duration LATEST = Duration.ofSeconds(5);

    private final Random random;

    Mischief(long seed) {
        random = new Random(seed);
    }

    List<Input> day() {
        var inputs = interleaved();
        for (int i = random.nextInt(12); i > 0; i--) {
            tamper(inputs);
        }
        for (int i = random.nextInt(10); i > 0; i--) {
            int at = random.nextInt(inputs.size());
            inputs.add(at, somethingAt(inputs.get(at)));
        }
        if (random.nextInt(4) == 0) {
            inputs.subList(1 + random.nextInt(inputs.size()), inputs.size()).clear();
        }
        return inputs;
    }

    /// Several scenarios that begin within the same minute, each with ids of its own.
    private List<Input> interleaved() {
        var names = Scenarios.names();
        var all = new ArrayList<Input.FromPbx>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            all.addAll(renumbered(names.get(random.nextInt(names.size())), "s" + i));
        }
        all.sort(Comparator.comparing(Input.FromPbx::at));
        return new ArrayList<>(all);
    }

    private List<Input.FromPbx> renumbered(String name, String prefix) {
        var inputs = Scenarios.inputs(name);
        var shift = Duration.between(inputs.getFirst().at(), START).plusMillis(random.nextInt(60_000));
        return inputs.stream()
                .map(input -> Lines.write(input).replaceAll("pbx1/(?=[0-9c])", "pbx1/" + prefix + "-"))
                .map(line -> (Input.FromPbx) Lines.readInput(line))
                .map(input ->
                        new Input.FromPbx(input.event(), input.at().plus(shift), input.receivedAt(), input.origin()))
                .toList();
    }

    /// Nothing is late by more than a few events and seconds: an exchange reorders its neighbours, not its
    /// hours.
    private void tamper(List<Input> inputs) {
        int at = random.nextInt(inputs.size());
        int near = Math.min(inputs.size() - 1, at + random.nextInt(NEIGHBOURS));
        var latest = inputs.get(at).at().plus(LATEST);
        while (near > at && inputs.get(near).at().isAfter(latest)) {
            near--;
        }
        switch (random.nextInt(3)) {
            case 0 -> inputs.add(near, inputs.get(at));
            case 1 -> {
                if (inputs.size() > 1) {
                    inputs.remove(at);
                }
            }
            default -> inputs.add(near, inputs.remove(at));
        }
    }

    private Input somethingAt(Input neighbour) {
        boolean ofCall = neighbour instanceof Input.FromPbx from && from.event() instanceof PbxEvent.OfConnection;
        return ofCall && random.nextBoolean()
                ? somebodyClicks((Input.FromPbx) neighbour)
                : somethingElse(neighbour.at());
    }

    private Input somethingElse(Instant at) {
        return switch (random.nextInt(6)) {
            case 0 -> new Input.AgentSignedOn(anyone(), PHONES.get(random.nextInt(PHONES.size())), at);
            case 1 -> new Input.AgentSignedOff(anyone(), at);
            case 2 -> new Input.AgentReadinessSet(anyone(), random.nextBoolean(), "pause", at, "q");
            case 3 -> new Input.LinkDown(PBX, "closed", at);
            case 4 -> new Input.LinkUp(PBX, random.nextBoolean(), at);
            default -> new Input.TimerFired("route/r" + random.nextInt(3), at);
        };
    }

    private Input somebodyClicks(Input.FromPbx near) {
        var event = (PbxEvent.OfConnection) near.event();
        return switch (random.nextInt(4)) {
            case 0 ->
                new Input.RouteAsked(
                        new RouteRequestId("r" + random.nextInt(3)),
                        event.call(),
                        event.connection(),
                        "5001",
                        new Party("0214444000" + random.nextInt(6), "", Party.Presentation.ALLOWED),
                        near.at());
            case 1 -> {
                var wish = Input.CommandAsked.Wish.values()[random.nextInt(Input.CommandAsked.Wish.values().length)];
                yield new Input.CommandAsked("q", anyone(), event.call(), wish, near.at());
            }
            case 2 -> new Input.CustomerAttached("q", anyone(), event.call(), random.nextInt(8), near.at());
            default -> new Input.CustomerChosen(event.call(), anyone(), random.nextInt(8), near.at());
        };
    }

    private AgentId anyone() {
        return AGENTS.get(random.nextInt(AGENTS.size()));
    }
}
