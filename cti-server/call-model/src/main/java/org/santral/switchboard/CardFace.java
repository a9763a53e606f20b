package org.santral.switchboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.santral.because.Because;
import org.santral.screenpop.Pop;

/// What a card shows: its call, its leg and its reasons as they are now.
final class CardFace {
    private final Board board;

    CardFace(Board board) {
        this.board = board;
    }

    /// As it stands when the call goes on as part of another.
    Pop ended(Card card, Instant at) {
        var now = of(card);
        var times = new Pop.Times(
                now.times().waitingSince(),
                now.times().ringingSince(),
                now.times().answeredAt(),
                at);
        return new Pop(
                now.call(),
                now.agent(),
                Pop.State.ENDED,
                now.direction(),
                now.caller(),
                now.lookUp(),
                now.chosen(),
                now.reach(),
                now.notes(),
                times,
                null,
                now.because());
    }

    Pop of(Card card) {
        LiveCall live = card.leg.in;
        var connection = card.leg.connection;
        var ringingAt = connection.ringingAt();
        return new Pop(
                live.id(),
                card.agent,
                stateOf(card.leg),
                live.call.direction(),
                live.caller,
                live.match().lookUp(),
                live.match().customer(),
                reachOf(card),
                live.notes(),
                new Pop.Times(
                        live.call.startedAt(),
                        ringingAt == null ? connection.startedAt() : ringingAt,
                        connection.answeredAt(),
                        connection.endedAt()),
                connection.live() ? live.tapes.state() : null,
                because(card));
    }

    private static Pop.State stateOf(Leg leg) {
        return switch (leg.connection.state()) {
            case INITIATED, ALERTING -> Pop.State.RINGING;
            case CONNECTED, QUEUED -> Pop.State.TALKING;
            case HELD, PARKED -> Pop.State.HELD;
            case NULL, FAILED -> Pop.State.ENDED;
        };
    }

    private Pop.Reach reachOf(Card card) {
        Leg leg = card.leg;
        Leg rang = leg.tookFrom == null ? leg : leg.tookFrom;
        String queue = rang.connection.offeredByQueue();
        var queueOfSite = queue == null ? null : board.site.queue(queue);
        String did = leg.in.call.did();
        var didOfSite = did == null ? null : board.site.did(did);
        return new Pop.Reach(
                queue,
                queueOfSite == null ? null : queueOfSite.label(),
                did,
                didOfSite == null ? null : didOfSite.label(),
                card.handedBy());
    }

    private static List<Because> because(Card card) {
        List<Because> more = card.leg.in.because();
        if (more.isEmpty()) {
            return card.because;
        }
        var all = new ArrayList<Because>(card.because.size() + more.size());
        all.addAll(card.because);
        all.addAll(more);
        return List.copyOf(all);
    }
}
