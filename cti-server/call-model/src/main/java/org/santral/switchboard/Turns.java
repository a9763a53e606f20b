package org.santral.switchboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Rules;
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
            case PbxEvent.Parted parted -> step(leg, parted, ConnectionStep.PARTED, at);
            case PbxEvent.Held held -> step(leg, held, ConnectionStep.HELD, at);
            case PbxEvent.Retrieved retrieved -> step(leg, retrieved, ConnectionStep.RETRIEVED, at);
            case PbxEvent.Queued queued -> queued(leg, queued, at);
            case PbxEvent.Dequeued dequeued -> dequeued(leg, dequeued, at);
            case PbxEvent.Described described -> described(leg, described);
            case PbxEvent.Transferred transferred -> transferred(leg, transferred);
            case PbxEvent.PickedUp pickedUp -> diversions.pickedUp(leg, pickedUp);
            case PbxEvent.Forwarded forwarded -> diversions.forwarded(leg, forwarded);
            case PbxEvent.Parked parked -> parked(leg, parked, at);
            case PbxEvent.Unparked unparked -> unparked(leg, unparked, at);
            case PbxEvent.Conferenced conferenced -> diversions.conferenced(leg, conferenced, at);
            case PbxEvent.RecordingStarted unused -> {}
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
        if (step(leg, event, ConnectionStep.ESTABLISHED, at)) {
            speaks(leg);
        }
    }

    private void joined(Leg leg, PbxEvent.Joined event, Instant at) {
        if (step(leg, event, ConnectionStep.JOINED, at)) {
            speaks(leg);
        }
    }

    /// Who wanted the call is named elsewhere: this is who spoke with them last.
    private void speaks(Leg leg) {
        if (!leg.isOrigin() && leg.agent != null && !leg.agent.equals(leg.in.spoke)) {
            leg.in.spoke = leg.agent;
            board.records.touch(leg.in);
        }
    }

    private void queued(Leg leg, PbxEvent.Queued event, Instant at) {
        String before = leg.connection.waitingIn();
        diversions.overflows(leg.in, event.queue());
        if (leg.in.call.queued(leg.connection, event.queue(), at)) {
            follow(leg, before, at);
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
        var call = leg.in.call;
        String waitedIn = leg.connection.waitingIn();
        boolean wasAnswered = call.answeredAt() != null;
        if (!call.step(leg.connection, step, at)) {
            board.anomalies.unlisted(leg, event);
            return false;
        }
        if (!wasAnswered && call.answeredAt() != null) {
            board.records.touch(leg.in);
        }
        follow(leg, waitedIn, at);
        return true;
    }

    private void follow(Leg leg, @Nullable String waitedIn, Instant at) {
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

    private void transferred(Leg leg, PbxEvent.Transferred event) {
        String from = leg.extension() == null ? leg.connection.device().name() : leg.extension();
        leg.in.transferredBy = leg.agent;
        leg.in.decided(List.of(
                Because.of(Rules.HISTORY_TRANSFERRED, "from", from, "number", CleanText.number(event.number()))));
        board.records.touch(leg.in);
    }
}
