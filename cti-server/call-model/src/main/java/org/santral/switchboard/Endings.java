package org.santral.switchboard;

import java.time.Instant;
import java.util.List;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.Direction;
import org.santral.pbx.ClearCause;
import org.santral.pbx.PbxEvent;

/// How connections and calls end, one by one, by becoming part of another call, or all at once.
final class Endings {
    private final Board board;
    private final Floor floor;
    private final Queues queues;
    private final Pops pops;
    private final Routes routes;

    Endings(Board board, Floor floor, Queues queues, Pops pops, Routes routes) {
        this.board = board;
        this.floor = floor;
        this.queues = queues;
        this.pops = pops;
        this.routes = routes;
    }

    void cleared(Leg leg, PbxEvent.ConnectionCleared event, Instant at) {
        LiveCall live = leg.in;
        String waitedIn = leg.connection.waitingIn();
        live.call.clear(leg.connection, event, at);
        live.tapes.cleared(leg, at);
        board.calls.bury(leg.connection.id(), at);
        if (event.cause() == ClearCause.LOST_TRACK) {
            live.unknowns.end(leg.connection.device(), at);
            board.records.touch(live);
        } else if (event.cause() == ClearCause.PBX_RESTARTED) {
            live.unknowns.restarted(at);
            board.records.touch(live);
        }
        ownPhoneUnanswered(leg, event);
        pops.cleared(leg);
        floor.released(leg, at);
        queues.follow(leg, waitedIn);
        if (live.call.ended()) {
            over(live, at);
        }
    }

    /// Click-to-call: who wanted to call did not take the phone that rang for it.
    private void ownPhoneUnanswered(Leg leg, PbxEvent.ConnectionCleared event) {
        String extension = leg.phone == null ? leg.connection.device().name() : leg.phone.extension();
        if (leg.isOrigin() && !leg.dialled && leg.connection.answeredAt() == null) {
            leg.in.decided(List.of(Because.of(
                    Rules.HISTORY_OWN_PHONE_UNANSWERED,
                    "extension",
                    extension,
                    "cause",
                    event.cause().name())));
            board.records.touch(leg.in);
        }
    }

    private void over(LiveCall live, Instant at) {
        routes.over(live);
        live.unknowns.closed(at);
        board.records.touch(live);
        board.calls.bury(live, at);
    }

    /// Two calls turned out to be one: the one that is absorbed ends in the history and lives on in the other.
    void merged(PbxEvent.CallsMerged event, Instant at) {
        var into = board.calls.find(event.call());
        var absorbed = board.calls.find(event.absorbed());
        if (into == null || absorbed == null || into == absorbed) {
            board.anomalies.report(
                    event.call(), into == absorbed ? Anomalies.DUPLICATE : Anomalies.UNKNOWN_CALL, event);
        } else if (into.call.direction() == Direction.INTERNAL && absorbed.call.direction() != Direction.INTERNAL) {
            // A customer who comes into a talk among colleagues is who the call is about, however long they talked.
            merge(into, absorbed, at);
        } else {
            merge(absorbed, into, at);
        }
    }

    private void merge(LiveCall absorbed, LiveCall into, Instant at) {
        var cards = List.copyOf(absorbed.cards);
        absorbed.cards.clear();
        pops.endUnderOldId(cards, at);
        into.call.absorb(absorbed.call, at);
        into.unknowns.takeOver(absorbed.unknowns);
        into.tapes.absorb(absorbed.tapes);
        absorbed.call.endAsPartOf(at);
        absorbed.unknowns.closed(at);
        if (absorbed.call.direction() != Direction.INCOMING) {
            // Who called from outside keeps a row, whatever became of the call.
            absorbed.partOf = into.id();
        }
        absorbed.decided(
                List.of(Because.of(Rules.HISTORY_MERGED_INTO, "call", into.id().toString())));
        into.remember(absorbed);
        var there = absorbed.legs.stream()
                .filter(leg -> leg.answered() && leg.agent != null && !into.concerns(leg.agent))
                .toList();
        board.records.touch(absorbed);
        board.records.touch(into);
        board.calls.merge(absorbed, into);
        pops.standUnderNewId(cards);
        if (into.call.direction() != Direction.INTERNAL) {
            pops.facesCaller(there);
        }
    }

    /// The exchange started anew: nothing of before is left, whether it was seen to end or not.
    ///
    /// @param linkWasDown whether the loss of the link was seen; if it was not, only a snapshot tells what is
    ///     new
    void restarted(int linkGeneration, boolean linkWasDown, Instant at) {
        for (Leg leg : board.calls.allLegs()) {
            boolean ofBefore = leg.linkGeneration < linkGeneration || (!linkWasDown && leg.seenLive);
            if (ofBefore) {
                var connection = leg.connection;
                cleared(
                        leg,
                        new PbxEvent.ConnectionCleared(
                                leg.in.id(), connection.id(), connection.device(), ClearCause.PBX_RESTARTED, 0, false),
                        at);
            }
        }
    }

    /// Nobody sees what happens from now on.
    void linkLost(String why, Instant at) {
        for (LiveCall live : board.calls.all()) {
            if (live.unknowns.linkLost(why, at)) {
                board.records.touch(live);
            }
        }
    }

    /// What still lives has lived through the silence; whose end was hidden by it is closed by now.
    void linkIsBack(Instant at) {
        for (LiveCall live : board.calls.all()) {
            if (live.unknowns.linkIsBack(at)) {
                board.records.touch(live);
            }
        }
    }
}
