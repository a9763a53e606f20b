package org.santral.switchboard;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.call.Direction;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;

/// The live calls by their ids, and the graves of those that were.
final class Calls {
    private static final int ENDED_KEPT = 16;
    /// An agent has so many calls at hand that end about the same time.
    private static final int EACH_AGENTS_KEPT = 2;

    private final Map<CallId, LiveCall> live = new LinkedHashMap<>();
    private final Map<CallId, LiveCall> aliases = new HashMap<>();
    private final Map<ConnectionId, Leg> legs = new HashMap<>();
    /// Of calls that the exchange began for a phone, what was wanted may be told after the end.
    private final LinkedHashMap<CallId, LiveCall> endedLately = new LinkedHashMap<>();

    /// The latest calls each agent talked in that are over: their cards stay on screens, to be written on.
    private final Map<AgentId, Deque<LiveCall>> wrapUps = new HashMap<>();

    private final Tombstones<CallId> endedCalls = new Tombstones<>();
    private final Tombstones<ConnectionId> endedLegs = new Tombstones<>();

    @Nullable
    LiveCall find(CallId id) {
        var call = live.get(id);
        return call != null || aliases.isEmpty() ? call : aliases.get(id);
    }

    @Nullable
    Leg leg(ConnectionId id) {
        return legs.get(id);
    }

    boolean hasEnded(CallId id) {
        return endedCalls.holds(id);
    }

    boolean hasEnded(ConnectionId id) {
        return endedLegs.holds(id);
    }

    Collection<LiveCall> all() {
        return live.values();
    }

    /// A copy, for those who clear legs while they walk.
    List<Leg> allLegs() {
        return List.copyOf(legs.values());
    }

    void enrol(LiveCall call) {
        live.put(call.id(), call);
    }

    void enrol(Leg leg) {
        leg.in.add(leg);
        legs.put(leg.connection.id(), leg);
    }

    /// What speaks of this connection from now on comes too late.
    void bury(ConnectionId id, Instant at) {
        legs.remove(id);
        endedLegs.bury(id, at);
    }

    /// @return a call that the exchange began for a phone and that nobody else answered, shortly after its end
    @Nullable
    LiveCall endedLately(CallId id) {
        return endedLately.remove(id);
    }

    /// @return a call that is over and that this agent talked in lately
    @Nullable
    LiveCall wrapUp(AgentId agent, CallId id) {
        for (LiveCall call : wrapUps.getOrDefault(agent, new ArrayDeque<>(0))) {
            if (call.id().equals(id) || call.aliases.contains(id)) {
                return call;
            }
        }
        return null;
    }

    /// @return a call that is over, of which somebody said since who it was
    @Nullable
    LiveCall attaching(CallId id) {
        for (Deque<LiveCall> latest : wrapUps.values()) {
            for (LiveCall call : latest) {
                if (call.attached != null && call.id().equals(id)) {
                    return call;
                }
            }
        }
        return null;
    }

    private void keep(LiveCall call) {
        for (Card card : call.left) {
            Deque<LiveCall> latest = wrapUps.computeIfAbsent(card.agent, unused -> new ArrayDeque<>());
            latest.addFirst(call);
            if (latest.size() > EACH_AGENTS_KEPT) {
                latest.removeLast();
            }
        }
        boolean forAPhone = call.call.origin() != null && !call.legs.getFirst().dialled;
        if (forAPhone && call.call.direction() == Direction.INTERNAL && call.call.answeredAt() == null) {
            endedLately.put(call.id(), call);
            if (endedLately.size() > ENDED_KEPT) {
                endedLately.pollFirstEntry();
            }
        }
    }

    void bury(LiveCall call, Instant at) {
        keep(call);
        live.remove(call.id());
        endedCalls.bury(call.id(), at);
        for (CallId alias : call.aliases) {
            aliases.remove(alias);
            endedCalls.bury(alias, at);
        }
    }

    /// Everything of `absorbed` belongs to `into` from now on, and so does its id.
    void merge(LiveCall absorbed, LiveCall into) {
        live.remove(absorbed.id());
        into.aliases.add(absorbed.id());
        into.aliases.addAll(absorbed.aliases);
        for (CallId alias : into.aliases) {
            aliases.put(alias, into);
        }
        for (Leg leg : absorbed.legs) {
            leg.in = into;
            into.legs.add(leg);
        }
    }

    int size() {
        return live.size();
    }
}
