package org.santral.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.ConnectionState;
import org.santral.call.ConnectionStep;
import org.santral.caller.CleanText;
import org.santral.pbx.PbxEvent;

/// What happens to a connection while it lives: the step by the table, then everybody who must know.
final class Turns {
    private final Board board;
    private final Floor floor;
    private final Queues queues;
    private final Pops pops;
    private final Callers callers;
    private final Endings endings;
    private final Diversions diversions;

    Turns(Board board, Floor floor, Queues queues, Pops pops, Callers callers, Endings endings, Diversions diversions) {
        this.board = board;
        this.floor = floor;
        this.queues = queues;
        this.pops = pops;
        this.callers = callers;
        this.endings = endings;
        this.diversions = diversions;
    }

    void apply(PbxEvent.OfConnection event, Instant at) {
        Leg leg = board.calls.leg(event.connection());
        if (leg == null) {
            board.anomalies.stray(event);
            return;
        }
        if (!leg.in.id().equals(event.call()) && board.calls.find(event.call()) != leg.in) {
            board.anomalies.report(leg.in.id(), Anomalies.OTHER_CALL, event);
            return;
        }
        switch (event) {
            case PbxEvent.Originated again -> board.anomalies.unlisted(leg, again);
            case PbxEvent.Offered again -> board.anomalies.unlisted(leg, again);
            case PbxEvent.Delivered delivered -> delivered(leg, delivered, at);
            case PbxEvent.Established established -> established(leg, established, at);
            case PbxEvent.Joined joined -> joined(leg, joined, at);
            case PbxEvent.Parted parted -> parted(leg, parted, at);
            case PbxEvent.Held held -> step(leg, held, ConnectionStep.HELD, at);
            case PbxEvent.Retrieved retrieved -> step(leg, retrieved, ConnectionStep.RETRIEVED, at);
            case PbxEvent.Queued queued -> queued(leg, queued, at);
            case PbxEvent.Dequeued dequeued -> dequeued(leg, dequeued, at);
            case PbxEvent.Described described -> described(leg, described);
            case PbxEvent.Transferred transferred -> transferred(leg, transferred, at);
            case PbxEvent.PickedUp pickedUp -> diversions.pickedUp(leg, pickedUp);
            case PbxEvent.Forwarded forwarded -> diversions.forwarded(leg, forwarded);
            case PbxEvent.Parked parked -> parked(leg, parked, at);
            case PbxEvent.Unparked unparked -> unparked(leg, unparked, at);
            case PbxEvent.Conferenced conferenced -> diversions.conferenced(leg, conferenced, at);
            case PbxEvent.RecordingStarted started ->
                recorded(leg, started, leg.in.tapes.started(leg, fileOf(started), at));
            case PbxEvent.RecordingPaused paused -> recorded(leg, paused, leg.in.tapes.paused(leg, at));
            case PbxEvent.RecordingResumed resumed -> recorded(leg, resumed, leg.in.tapes.resumed(leg, at));
            case PbxEvent.RecordingStopped stopped -> recorded(leg, stopped, leg.in.tapes.stopped(leg, at));
            case PbxEvent.ConnectionCleared cleared -> endings.cleared(leg, cleared, at);
        }
    }

    private void delivered(Leg leg, PbxEvent.Delivered event, Instant at) {
        if (step(leg, event, ConnectionStep.DELIVERED, at)) {
            floor.reseat(leg);
            pops.ringing(leg);
        }
    }

    private void established(Leg leg, PbxEvent.Established event, Instant at) {
        boolean neverRang = neverRang(leg);
        if (step(leg, event, ConnectionStep.ESTABLISHED, at)) {
            var last = leg.in.lastHandover();
            if (last != null && last.open() && !leg.isOrigin()) {
                last.taken(leg);
                board.records.touch(leg.in);
            }
            answered(leg, neverRang);
            if (!leg.consulted) {
                speaks(leg);
            }
        }
    }

    private void joined(Leg leg, PbxEvent.Joined event, Instant at) {
        boolean neverRang = neverRang(leg);
        if (moves(leg, event, at, () -> leg.in.call.joined(leg.connection, event.peers(), at))) {
            answered(leg, neverRang);
            var caller = leg.in.call.faced();
            if (leg.connection == caller) {
                speaksAlone(leg.in);
            } else if (caller == null || leg.in.call.facesCaller(leg.connection)) {
                speaks(leg);
            }
        }
    }

    private static boolean neverRang(Leg leg) {
        return !leg.dialled && leg.connection.state() == ConnectionState.INITIATED;
    }

    /// A phone that answers by itself, or whose ringing nobody saw, has its card as well.
    private void answered(Leg leg, boolean neverRang) {
        if (neverRang) {
            floor.reseat(leg);
            pops.ringing(leg);
        }
    }

    private void parted(Leg leg, PbxEvent.Parted event, Instant at) {
        if (step(leg, event, ConnectionStep.PARTED, at)) {
            speaksAlone(leg.in);
        }
    }

    /// Who wanted the call is named elsewhere: this is who spoke with them last.
    private void speaks(Leg leg) {
        if (!leg.isOrigin() && leg.agent != null && !leg.agent.equals(leg.in.spoke)) {
            leg.in.spoke = leg.agent;
            board.records.touch(leg.in);
        }
    }

    /// Somebody came or left: if one agent is with the caller now, it is this one.
    private void speaksAlone(LiveCall live) {
        Leg only = null;
        for (int i = 0; i < live.legs.size(); i++) {
            var leg = live.legs.get(i);
            if (leg.agent != null && live.call.facesCaller(leg.connection)) {
                if (only != null) {
                    return;
                }
                only = leg;
            }
        }
        if (only != null) {
            speaks(only);
        }
    }

    private void queued(Leg leg, PbxEvent.Queued event, Instant at) {
        String before = leg.connection.waitingIn();
        String queue = leg.in.call.queue();
        diversions.overflows(leg.in, event.queue());
        if (leg.in.call.queued(leg.connection, event.queue(), at)) {
            follow(leg, before, at);
            // Who came from a call that became part of this one waited there already.
            if (!event.queue().equals(queue)) {
                board.records.touch(leg.in);
            }
        } else {
            board.anomalies.unlisted(leg, event);
        }
    }

    private void dequeued(Leg leg, PbxEvent.Dequeued event, Instant at) {
        String before = leg.connection.waitingIn();
        if (leg.in.call.dequeued(leg.connection, event.reason(), at)) {
            follow(leg, before, at);
        } else {
            board.anomalies.unlisted(leg, event);
        }
    }

    private void parked(Leg leg, PbxEvent.Parked event, Instant at) {
        if (step(leg, event, ConnectionStep.PARKED, at)) {
            diversions.parked(leg, event, at);
        }
    }

    /// Who gives up while parked stays there until the line is cleared.
    private void unparked(Leg leg, PbxEvent.Unparked event, Instant at) {
        boolean leaves = event.reason() != PbxEvent.Unparked.Reason.GIVEN_UP;
        if (!leaves || step(leg, event, ConnectionStep.UNPARKED, at)) {
            diversions.unparked(leg, event, at);
        }
    }

    private boolean step(Leg leg, PbxEvent event, ConnectionStep step, Instant at) {
        return moves(leg, event, at, () -> leg.in.call.step(leg.connection, step, at));
    }

    private boolean moves(Leg leg, PbxEvent event, Instant at, BooleanSupplier step) {
        String waitedIn = leg.connection.waitingIn();
        boolean wasAnswered = leg.in.call.answeredAt() != null;
        if (!step.getAsBoolean()) {
            board.anomalies.unlisted(leg, event);
            return false;
        }
        if (!wasAnswered && leg.in.call.answeredAt() != null) {
            board.records.touch(leg.in);
        }
        follow(leg, waitedIn, at);
        return true;
    }

    /// A name from the exchange, never a path.
    private static String fileOf(PbxEvent.RecordingStarted event) {
        String file = event.file();
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /// What is written of a recording is written with the call's next turn; a pause and its end are worth a turn.
    private void recorded(Leg leg, PbxEvent.OfConnection event, boolean fits) {
        if (!fits) {
            board.anomalies.unlisted(leg, event);
            return;
        }
        pops.refreshAll(leg.in);
        if (!(event instanceof PbxEvent.RecordingStarted)) {
            board.records.touch(leg.in);
        }
    }

    private void follow(Leg leg, @Nullable String waitedIn, Instant at) {
        leg.in.tapes.follow(leg, at);
        pops.moved(leg);
        floor.used(leg, at);
        if (queues.follow(leg, waitedIn) && leg.connection.waitingIn() != null) {
            board.records.touch(leg.in);
        }
    }

    private void described(Leg leg, PbxEvent.Described event) {
        String did = event.did();
        if (did != null && !did.isEmpty() && leg.isOrigin() && !did.equals(leg.in.call.did())) {
            leg.in.call.cameInBy(CleanText.number(did));
            pops.refreshAll(leg.in);
            board.records.touch(leg.in);
        }
        if (event.from() != null && leg.isOrigin()) {
            callers.described(leg.in, event.from());
        }
    }

    private void transferred(Leg leg, PbxEvent.Transferred event, Instant at) {
        var target = event.target() == null ? null : board.calls.leg(event.target());
        var handover = new Handover(leg, event, at);
        leg.in.handovers.add(handover);
        for (int i = 0; i < leg.in.legs.size(); i++) {
            var other = leg.in.legs.get(i);
            // Who was asked before has the call from here on; a phone that still rings, when it answers.
            if (other == target || (target == null && other.rings())) {
                other.handedBy = leg.agent;
                handover.meant(other);
            }
        }
        leg.in.decided(List.of(Because.of(
                Rules.HISTORY_TRANSFERRED,
                "from",
                leg.name(),
                "number",
                handover.told().number())));
        pops.refreshAll(leg.in);
        board.records.touch(leg.in);
    }
}
