package org.santral.switchboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.agent.Seat;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.CleanText;
import org.santral.pbx.DeviceId;
import org.santral.pbx.DeviceState;
import org.santral.pbx.PbxCommand;
import org.santral.pbx.PbxEvent;
import org.santral.routing.Owners;
import org.santral.site.Site;

/// People and phones: who is signed on, whose phone is in use, who can be tried.
final class Floor implements Owners {
    private final Board board;
    /// Of a pause for which the exchange gives no reason.
    static final String AT_THE_EXCHANGE = "exchange";

    private final Map<DeviceId, DeviceState> deviceStates = new HashMap<>();
    /// The queues each phone serves.
    private final Map<DeviceId, Map<String, Membership>> memberships = new HashMap<>();

    /// What agents wished while the exchange could not be told, their last wish each.
    private final Map<AgentId, Input.AgentReadinessSet> untold = new LinkedHashMap<>();

    private final Link link;

    /// @param pause why the queue does not call it, empty where it does
    /// @param calledBy what the queue calls
    private record Membership(String pause, String calledBy) {}

    Floor(Board board, Link link) {
        this.board = board;
        this.link = link;
    }

    void readiness(Input.AgentReadinessSet wish) {
        String reason = wish.reason() == null ? null : CleanText.name(wish.reason());
        var seat = board.roster.setReady(wish.agent(), wish.ready(), reason, wish.at());
        if (seat == null) {
            board.anomalies.report(null, Anomalies.WISH, wish);
        } else {
            tell(seat);
        }
        if (wish.request() != null) {
            answer(wish, wish.request(), seat);
        }
    }

    /// The exchange can be heard again and has said who serves which queue: what was wished meanwhile is told now.
    void linkIsBack() {
        List<Input.AgentReadinessSet> wishes = List.copyOf(untold.values());
        untold.clear();
        for (Input.AgentReadinessSet wish : wishes) {
            var phone = phoneOf(board.roster.seat(wish.agent()));
            String request = wish.request();
            if (phone != null && request != null && concerns(wish, phone.device())) {
                tellExchange(wish, request, phone.device());
            }
        }
    }

    /// Where queues of the exchange call the agent's phone, the exchange has to know too: it is the one that calls.
    private void answer(Input.AgentReadinessSet wish, String request, @Nullable Seat seat) {
        if (seat == null) {
            board.effects.add(new Effect.Refuse(request, wish.agent(), Because.of(Rules.REFUSE_NOT_SIGNED_ON)));
            return;
        }
        if (!link.up()) {
            untold.put(wish.agent(), wish);
        }
        var phone = phoneOf(seat);
        if (phone == null || !concerns(wish, phone.device())) {
            board.effects.add(new Effect.Done(request, wish.agent()));
        } else if (link.up()) {
            tellExchange(wish, request, phone.device());
        } else {
            board.effects.add(new Effect.Refuse(
                    request, wish.agent(), Because.of(Rules.REFUSE_LINK_DOWN, "reason", link.reason())));
        }
    }

    private boolean concerns(Input.AgentReadinessSet wish, DeviceId device) {
        return memberships.getOrDefault(device, Map.of()).values().stream()
                .anyMatch(one -> !wish.ready() || !one.pause.isEmpty());
    }

    private void tellExchange(Input.AgentReadinessSet wish, String request, DeviceId device) {
        String reason = wish.reason() == null ? "" : CleanText.name(wish.reason());
        memberships.getOrDefault(device, Map.of()).values().stream()
                .map(Membership::calledBy)
                .distinct()
                .map(member -> wish.ready()
                        ? new PbxCommand.ResumeMember(device, member)
                        : new PbxCommand.PauseMember(device, member, reason))
                .forEach(command -> board.effects.add(new Effect.SendCommand(request, command)));
    }

    private Site.@Nullable Phone phoneOf(@Nullable Seat seat) {
        return seat == null || seat.extension() == null ? null : board.site.phoneWithExtension(seat.extension());
    }

    void signedOn(Input.AgentSignedOn event) {
        tell(board.roster.signOn(event.agent(), event.extension(), event.at()));
    }

    void signedOff(AgentId agent, Instant at) {
        untold.remove(agent);
        tell(board.roster.signOff(agent, at));
    }

    void deviceChanged(PbxEvent.DeviceStateChanged event) {
        if (board.site.phone(event.device()) != null) {
            deviceStates.put(event.device(), event.state());
        }
    }

    void memberChanged(PbxEvent.QueueMemberChanged member, Instant at) {
        if (board.site.phone(member.device()) != null) {
            String given = CleanText.name(member.pausedReason());
            String calledBy = member.calledBy();
            memberships
                    .computeIfAbsent(member.device(), unused -> new LinkedHashMap<>())
                    .put(
                            member.queue(),
                            new Membership(
                                    !member.paused() ? "" : given.isEmpty() ? AT_THE_EXCHANGE : given,
                                    calledBy == null ? member.device().name() : calledBy));
            follow(member.device(), at);
        }
    }

    void memberRemoved(PbxEvent.QueueMemberRemoved gone, Instant at) {
        Map<String, Membership> queues = memberships.get(gone.device());
        if (queues != null && queues.remove(gone.queue()) != null) {
            follow(gone.device(), at);
        }
    }

    /// A phone that one queue still calls is not paused.
    private void follow(DeviceId device, Instant at) {
        var phone = board.site.phone(device);
        List<String> queues = memberships.getOrDefault(device, Map.of()).values().stream()
                .map(Membership::pause)
                .toList();
        if (phone != null) {
            boolean paused = !queues.isEmpty() && !queues.contains("");
            String why = paused ? queues.getFirst() : null;
            tellAll(board.roster.phonePaused(phone.extension(), why, at));
        }
    }

    /// A connection came into being at a phone: who sits there answers for it.
    void seat(Leg leg, Instant at) {
        if (leg.extension() != null) {
            board.roster.phoneReserved(leg.extension());
            leg.agent = first(leg.extension());
            used(leg, at);
        }
    }

    /// The agent who sits at the phone now, at the moment that counts.
    void reseat(Leg leg) {
        if (leg.extension() != null && leg.agent == null) {
            leg.agent = first(leg.extension());
        }
    }

    private @Nullable AgentId first(String extension) {
        List<Seat> there = board.roster.at(extension);
        return there.isEmpty() ? null : there.getFirst().agent();
    }

    /// Whether the phone is in use may have changed with this leg.
    void used(Leg leg, Instant at) {
        String extension = leg.extension();
        boolean talking = leg.usesPhone();
        if (extension == null || talking == leg.talking) {
            return;
        }
        leg.talking = talking;
        tellAll(talking ? board.roster.phoneTaken(extension, at) : board.roster.phoneFreed(extension, at));
    }

    void released(Leg leg, Instant at) {
        if (leg.extension() != null) {
            used(leg, at);
            board.roster.phoneReleased(leg.extension());
        }
    }

    @Override
    public Availability of(AgentId owner) {
        var seat = board.roster.seat(owner);
        if (seat == null || seat.state() != AgentState.READY || seat.extension() == null) {
            return new Availability.Away(
                    seat == null ? AgentState.LOGGED_OFF.name() : seat.state().name());
        }
        if (!board.roster.phoneIdle(seat.extension())) {
            return new Availability.Away("phone in use");
        }
        var phone = board.site.phoneWithExtension(seat.extension());
        if (phone == null || deviceStates.get(phone.device()) == DeviceState.UNAVAILABLE) {
            return new Availability.Away("phone unreachable");
        }
        return new Availability.Free(seat.extension());
    }

    private void tell(Seat seat) {
        board.effects.add(new Effect.AgentChanged(seat.agent(), seat.state(), seat.extension(), seat.reason()));
    }

    private void tellAll(List<Seat> seats) {
        for (int i = 0; i < seats.size(); i++) {
            tell(seats.get(i));
        }
    }
}
