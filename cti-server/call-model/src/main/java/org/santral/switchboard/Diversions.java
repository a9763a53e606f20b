package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.Direction;
import org.santral.caller.CleanText;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxEvent;

/// What leads a call past the way it would have gone: pick-up, forwarding, parking, conference rooms, and the
/// exchange that calls for a phone.
final class Diversions {
    private final Board board;
    private final Floor floor;
    private final Pops pops;
    private final Callers callers;

    Diversions(Board board, Floor floor, Pops pops, Callers callers) {
        this.board = board;
        this.floor = floor;
        this.pops = pops;
        this.callers = callers;
    }

    void pickedUp(Leg leg, PbxEvent.PickedUp event) {
        var from = event.from() == null ? null : board.calls.leg(event.from());
        leg.tookFrom = from;
        floor.reseat(leg);
        String rang = from == null ? "" : name(from);
        decided(leg.in, Because.of(Rules.HISTORY_PICKED_UP, "from", rang, "by", name(leg)));
        pops.cameIn(leg, Because.of(Rules.POP_PICKED_UP, "extension", name(leg), "from", rang));
    }

    void forwarded(Leg leg, PbxEvent.Forwarded event) {
        decided(
                leg.in,
                Because.of(Rules.HISTORY_FORWARDED, "from", name(leg), "number", CleanText.number(event.number())));
    }

    /// Nobody in a queue answered in time: the caller goes on elsewhere.
    void overflows(LiveCall live, String to) {
        String from = live.call.queue();
        if (from != null && !from.equals(to) && live.call.leftQueue() == PbxEvent.Dequeued.Reason.TIMED_OUT) {
            decided(live, Because.of(Rules.HISTORY_OVERFLOWED, "queue", from, "to", to));
        }
    }

    void parked(Leg leg, PbxEvent.Parked event, Instant at) {
        leg.parkedAt = at;
        leg.parkedBy = agentAt(leg.in, event.by());
        if (event.place().isEmpty()) {
            // Found there after the link was lost: the state is all that is known.
            return;
        }
        decided(
                leg.in,
                Because.of(Rules.HISTORY_PARKED, "by", parker(event.by()), "place", CleanText.number(event.place())));
    }

    private static @Nullable AgentId agentAt(LiveCall live, @Nullable DeviceId device) {
        AgentId there = null;
        for (Leg leg : live.legs) {
            if (leg.connection.device().equals(device) && leg.agent != null) {
                there = leg.agent;
            }
        }
        return there;
    }

    /// The hand-over into the parking place ends at who fetched the caller there.
    private static void takes(LiveCall live, Leg by) {
        var last = live.lastHandover();
        if (last != null && last.open()) {
            last.taken(by);
        }
    }

    private String parker(@Nullable DeviceId device) {
        if (device == null) {
            return "";
        }
        var phone = board.site.phone(device);
        return phone == null ? device.name() : phone.extension();
    }

    void unparked(Leg leg, PbxEvent.Unparked event, Instant at) {
        String place = CleanText.number(event.place());
        String seconds = leg.parkedAt == null
                ? ""
                : Long.toString(Duration.between(leg.parkedAt, at).toSeconds());
        switch (event.reason()) {
            case TIMED_OUT ->
                decided(leg.in, Because.of(Rules.HISTORY_PARK_TIMED_OUT, "place", place, "seconds", seconds));
            case GIVEN_UP ->
                decided(leg.in, Because.of(Rules.HISTORY_PARK_GIVEN_UP, "place", place, "seconds", seconds));
            case RETRIEVED -> {
                var by = event.by() == null ? null : board.calls.leg(event.by());
                String who = by == null ? "" : name(by);
                decided(leg.in, Because.of(Rules.HISTORY_UNPARKED, "by", who, "place", place, "seconds", seconds));
                if (by != null) {
                    floor.reseat(by);
                    by.handedBy = leg.parkedBy;
                    takes(leg.in, by);
                    pops.cameIn(by, Because.of(Rules.POP_UNPARKED, "extension", who, "place", place));
                }
            }
        }
    }

    /// The parties of a room stay calls of their own: each has its own beginning, end and caller.
    void conferenced(Leg leg, PbxEvent.Conferenced event, Instant at) {
        leg.in.call.conferenced(leg.connection, at);
        var others = new ArrayList<String>();
        for (ConnectionId id : event.others()) {
            var other = board.calls.leg(id);
            if (other != null) {
                others.add(name(other));
            }
        }
        String room = CleanText.name(event.room());
        decided(
                leg.in,
                others.isEmpty()
                        ? Because.of(Rules.HISTORY_CONFERENCE_OPENED, "extension", name(leg), "room", room)
                        : Because.of(
                                Rules.HISTORY_CONFERENCED,
                                "extension",
                                name(leg),
                                "room",
                                room,
                                "others",
                                String.join(", ", others)));
    }

    /// What a phone wanted to call may be told after it has refused.
    void wanted(PbxEvent.Wanted event) {
        var live = board.calls.find(event.call());
        if (live == null) {
            live = board.calls.endedLately(event.call());
        }
        if (live == null) {
            board.anomalies.report(event.call(), Anomalies.UNKNOWN_CALL, event);
            return;
        }
        boolean colleague = board.site.phoneWithExtension(event.number()) != null;
        boolean outsideCalled = live.call.direction() == Direction.OUTGOING && !live.call.facesNobody();
        if (!colleague && !outsideCalled) {
            live.call.wantsOutside();
            callers.wanted(live, board.site.site().withoutOutsideLine(event.number()));
        }
    }

    /// Phones that send their callers to each other say the same again and again.
    private void decided(LiveCall live, Because because) {
        if (live.because().contains(because)) {
            return;
        }
        live.decided(List.of(because));
        pops.refreshAll(live);
        board.records.touch(live);
    }

    private static String name(Leg leg) {
        String extension = leg.extension();
        if (extension != null) {
            return extension;
        }
        return leg.connection.number().isEmpty()
                ? leg.connection.device().name()
                : CleanText.number(leg.connection.number());
    }
}
