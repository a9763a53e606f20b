package org.santral.switchboard;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.agent.Seat;
import org.santral.caller.CleanText;
import org.santral.pbx.DeviceId;
import org.santral.pbx.DeviceState;
import org.santral.pbx.PbxEvent;
import org.santral.routing.Owners;

/// People and phones: who is signed on, whose phone is in use, who can be tried.
final class Floor implements Owners {
    private final Board board;
    /// Of a pause for which the exchange gives no reason.
    static final String AT_THE_EXCHANGE = "exchange";

    private final Map<DeviceId, DeviceState> deviceStates = new HashMap<>();
    /// Why a phone is paused in each queue it serves, empty where it is not.
    private final Map<DeviceId, Map<String, String>> pauses = new HashMap<>();

    Floor(Board board) {
        this.board = board;
    }

    void readiness(Input.AgentReadinessSet wish) {
        var seat = board.roster.setReady(wish.agent(), wish.ready(), wish.reason(), wish.at());
        if (seat == null) {
            board.anomalies.report(null, Anomalies.WISH, wish);
        } else {
            tell(seat);
        }
    }

    void signedOn(Input.AgentSignedOn event) {
        tell(board.roster.signOn(event.agent(), event.extension(), event.at()));
    }

    void signedOff(AgentId agent, Instant at) {
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
            pauses.computeIfAbsent(member.device(), unused -> new LinkedHashMap<>())
                    .put(member.queue(), !member.paused() ? "" : given.isEmpty() ? AT_THE_EXCHANGE : given);
            follow(member.device(), at);
        }
    }

    void memberRemoved(PbxEvent.QueueMemberRemoved gone, Instant at) {
        Map<String, String> queues = pauses.get(gone.device());
        if (queues != null && queues.remove(gone.queue()) != null) {
            follow(gone.device(), at);
        }
    }

    /// A phone that one queue still calls is not paused.
    private void follow(DeviceId device, Instant at) {
        var phone = board.site.phone(device);
        Collection<String> queues = pauses.getOrDefault(device, Map.of()).values();
        if (phone != null) {
            boolean paused = !queues.isEmpty() && !queues.contains("");
            String why = paused ? queues.iterator().next() : null;
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
