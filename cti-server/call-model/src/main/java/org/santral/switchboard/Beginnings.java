package org.santral.switchboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.Call;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.caller.CallerPolicy;
import org.santral.caller.CleanText;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.site.Site;

/// How calls begin and how parties come into them.
final class Beginnings {
    private static final Caller NOT_SEEN = new Caller(CallerClass.UNAVAILABLE, "", "");

    private final Board board;
    private final Link link;
    private final Floor floor;
    private final Callers callers;
    private final Routes routes;
    private final Diversions diversions;

    Beginnings(Board board, Link link, Floor floor, Callers callers, Routes routes, Diversions diversions) {
        this.board = board;
        this.link = link;
        this.floor = floor;
        this.callers = callers;
        this.routes = routes;
        this.diversions = diversions;
    }

    void originated(PbxEvent.Originated event, Instant at, boolean seenLive) {
        if (!isNew(event, at)) {
            return;
        }
        var phone = board.site.phone(event.device());
        var live = board.calls.find(event.call());
        boolean begins = live == null;
        if (live == null) {
            var direction = phone == null ? Direction.INCOMING : Direction.INTERNAL;
            live = open(event, direction, callers.of(event, phone), at);
            if (phone == null && !event.dialled().isEmpty()) {
                live.call.cameInBy(CleanText.number(event.dialled()));
            }
        }
        var connection = live.call.begin(event, board.site.known(event.device()), at);
        enrol(Leg.dialled(live, connection, phone, sight(seenLive)), at);
        if (begins) {
            routes.begun(live);
        }
    }

    void offered(PbxEvent.Offered event, Instant at, boolean seenLive) {
        if (!isNew(event, at)) {
            return;
        }
        var phone = board.site.phone(event.device());
        var live = board.calls.find(event.call());
        if (live == null) {
            live = event.by() == null ? openForTheExchange(event, phone, at) : openUnseen(event, at);
        }
        var connection = live.call.offer(event, board.site.known(event.device()), at);
        var leg = Leg.called(live, connection, phone, sight(seenLive));
        handed(leg, event.by());
        enrol(leg, at);
        boolean outside = board.site.trunk(event.device()) != null;
        if (outside && (live.call.direction() == Direction.INTERNAL || live.call.facesNobody())) {
            callers.callsOutside(live, connection, event.number());
        } else if (outside) {
            diversions.overflows(live, CleanText.number(event.number()));
        }
    }

    /// A phone is called because a colleague handed the call on, or asks before doing so.
    private void handed(Leg leg, @Nullable ConnectionId by) {
        var last = leg.in.lastHandover();
        var asking = by == null ? null : board.calls.leg(by);
        if (last != null && last.open()) {
            leg.handedBy = last.by.agent;
        } else if (asking != null && asking.phone != null && asking.connection != leg.in.call.faced()) {
            leg.handedBy = asking.agent;
            leg.consulted = true;
        }
    }

    /// Click-to-call: the exchange rings a phone so that it can call on its behalf.
    private LiveCall openForTheExchange(PbxEvent.Offered event, Site.@Nullable Phone phone, Instant at) {
        if (board.site.trunk(event.device()) == null) {
            Caller wanted = phone == null ? CallerPolicy.stranger(Party.NONE) : callers.colleague(phone);
            var live = open(event, Direction.INTERNAL, wanted, at);
            String extension = phone == null ? event.device().name() : phone.extension();
            live.decided(List.of(Because.of(Rules.HISTORY_CLICK_TO_CALL, "extension", extension)));
            return live;
        }
        var live = open(event, Direction.OUTGOING, CallerPolicy.called(event.number()), at);
        callers.lookUp(live);
        return live;
    }

    private LiveCall openUnseen(PbxEvent.Offered event, Instant at) {
        board.anomalies.report(event.call(), Anomalies.BEGINNING_UNSEEN, event);
        boolean outside = board.site.trunk(event.device()) != null;
        var live = outside ? openForTheExchange(event, null, at) : open(event, Direction.INCOMING, NOT_SEEN, at);
        live.unknowns.beginning(event.device());
        return live;
    }

    private LiveCall open(PbxEvent.OfConnection event, Direction direction, Caller caller, Instant at) {
        var live = new LiveCall(new Call(event.call(), direction, at, board.connectionTable), caller);
        board.calls.enrol(live);
        board.records.touch(live);
        return live;
    }

    private void enrol(Leg leg, Instant at) {
        board.calls.enrol(leg);
        floor.seat(leg, at);
        if (!leg.seenLive) {
            leg.in.unknowns.beginning(leg.connection.device());
            board.records.touch(leg.in);
        }
    }

    private Leg.Sight sight(boolean seenLive) {
        return new Leg.Sight(link.generation(), seenLive);
    }

    private boolean isNew(PbxEvent.OfConnection event, Instant at) {
        var calls = board.calls;
        if (calls.leg(event.connection()) != null) {
            board.anomalies.report(event.call(), Anomalies.DUPLICATE, event);
            return false;
        }
        boolean callIsOver = calls.find(event.call()) == null && calls.hasEnded(event.call());
        if (callIsOver || calls.hasEnded(event.connection())) {
            // An exchange may still ring a queue's member after the caller has gone: no card for that.
            board.anomalies.report(event.call(), Anomalies.LATE, event);
            calls.bury(event.connection(), at);
            return false;
        }
        return true;
    }
}
