package org.santral.switchboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.Seat;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.pbx.ClearCause;
import org.santral.screenpop.Pop;
import org.santral.screenpop.PopDecision;
import org.santral.screenpop.Ring;
import org.santral.screenpop.ScreenPopPolicy;
import org.santral.screenpop.WithdrawalPolicy;

/// The cards on the screens, kept in step with the legs they speak of.
final class Pops {
    private final Board board;
    private final CardFace face;

    Pops(Board board) {
        this.board = board;
        this.face = new CardFace(board);
    }

    /// A device rings: who sees it?
    void ringing(Leg leg) {
        if (board.site.trunk(leg.connection.device()) != null) {
            return;
        }
        List<Seat> there = leg.extension() == null ? List.of() : board.roster.at(leg.extension());
        switch (ScreenPopPolicy.decide(ringOf(leg), !there.isEmpty())) {
            case PopDecision.Show show -> {
                for (int i = 0; i < there.size(); i++) {
                    show(there.get(i).agent(), leg, show.because());
                }
            }
            case PopDecision.ShowNothing nothing ->
                board.effects.add(new Effect.NoPop(
                        leg.in.id(), leg.agent, leg.connection.device().name(), nothing.because()));
        }
    }

    private static Ring ringOf(Leg leg) {
        return new Ring(
                leg.connection.device().name(),
                leg.phone,
                leg.connection.offeredByQueue(),
                leg.in.caller,
                leg.isOrigin(),
                leg.connection.number());
    }

    /// A desk was opened at a phone that may ring or talk already.
    void deskOpened(AgentId agent, String extension) {
        for (LiveCall call : board.calls.all()) {
            for (Leg leg : call.legs) {
                if (extension.equals(leg.extension()) && !leg.isOrigin() && (leg.rings() || leg.answered())) {
                    takesTheSeat(agent, leg);
                    show(agent, leg, List.of(Because.of(Rules.POP_DESK_OPENED, "extension", extension)));
                }
            }
        }
    }

    /// A phone nobody sat at: from now on it is this agent's, in the history too.
    private void takesTheSeat(AgentId agent, Leg leg) {
        if (leg.agent == null) {
            leg.agent = agent;
            if (leg.answered() && leg.in.spoke == null) {
                leg.in.spoke = agent;
                board.records.touch(leg.in);
            }
        }
    }

    private void show(AgentId agent, Leg leg, List<Because> because) {
        if (leg.in.cardOf(agent) == null) {
            var card = new Card(agent, leg, because);
            leg.in.cards.add(card);
            refresh(card);
        }
    }

    /// The leg has moved: its cards follow.
    void moved(Leg leg) {
        List<Card> cards = leg.in.cards;
        for (int i = 0; i < cards.size(); i++) {
            var card = cards.get(i);
            if (card.leg != leg && card.agent.equals(leg.agent) && leg.answered() && !card.leg.answered()) {
                card.leg = leg;
            }
            if (card.leg == leg) {
                refresh(card);
            }
        }
    }

    /// Somebody came into the call without being called: took it over where it rang, or fetched it from parking.
    void cameIn(Leg leg, Because because) {
        if (!leg.answered()) {
            return;
        }
        for (Seat seat : leg.extension() == null ? List.<Seat>of() : board.roster.at(leg.extension())) {
            var card = leg.in.cardOf(seat.agent());
            if (card == null) {
                show(seat.agent(), leg, List.of(because));
            } else if (card.leg == leg) {
                card.because = List.of(because);
                refresh(card);
            }
        }
    }

    /// More is known of the call: all its cards say so.
    void refreshAll(LiveCall call) {
        for (int i = 0; i < call.cards.size(); i++) {
            refresh(call.cards.get(i));
        }
    }

    /// Something was written on the call: also who has left it reads so, where nothing newer of it stands there.
    void written(LiveCall call) {
        refreshAll(call);
        for (Card card : call.left) {
            if (call.cardOf(card.agent) == null) {
                refresh(card);
            }
        }
    }

    /// The leg has ended: the card of who talked stays as a card of an ended call, all others leave.
    void cleared(Leg leg) {
        if (leg.in.cards.isEmpty()) {
            return;
        }
        for (Card card : List.copyOf(leg.in.cards)) {
            if (card.leg == leg) {
                Leg other = stillRings(card);
                if (other != null) {
                    card.leg = other;
                    refresh(card);
                    continue;
                }
                leg.in.cards.remove(card);
                if (leg.connection.answeredAt() != null) {
                    leg.in.left.removeIf(before -> before.agent.equals(card.agent));
                    leg.in.left.add(card);
                    refresh(card);
                } else {
                    withdraw(card);
                }
            }
        }
    }

    /// Another device of the same agent that rings or talks, where this one was not answered.
    private static @Nullable Leg stillRings(Card card) {
        if (card.leg.connection.answeredAt() != null) {
            return null;
        }
        for (Leg leg : card.leg.in.legs) {
            if (leg != card.leg && card.agent.equals(leg.agent) && (leg.rings() || leg.answered())) {
                return leg;
            }
        }
        return null;
    }

    /// A call goes on as part of another: its cards end under its own id ...
    void endUnderOldId(List<Card> cards, Instant at) {
        for (Card card : cards) {
            board.effects.add(new Effect.ShowPop(face.ended(card, at)));
        }
    }

    /// ... and stand again under the new one.
    void standUnderNewId(List<Card> cards) {
        for (Card card : cards) {
            show(card.agent, card.leg, card.because);
        }
    }

    /// Colleagues who talked among themselves have the caller with them now.
    void facesCaller(List<Leg> legs) {
        for (Leg leg : legs) {
            if (leg.agent != null && leg.extension() != null) {
                show(leg.agent, leg, List.of(Because.of(Rules.POP_JOINED, "extension", leg.extension())));
            }
        }
    }

    private void withdraw(Card card) {
        var connection = card.leg.connection;
        Leg winner = talkingLeg(card.leg);
        var why = WithdrawalPolicy.decide(
                connection.cause() == null ? ClearCause.LOST_TRACK : connection.cause(),
                connection.endedByParty(),
                winner != null,
                card.leg.consulted && card.leg.in.call.callerTalks());
        board.effects.add(
                new Effect.WithdrawPop(card.leg.in.id(), card.agent, why, winner == null ? null : winner.agent));
    }

    /// Who answered while this one rang: who talked before has handed the call on, or asks.
    private static @Nullable Leg talkingLeg(Leg except) {
        for (Leg leg : except.in.legs) {
            var answeredAt = leg.connection.answeredAt();
            boolean since = answeredAt != null && !answeredAt.isBefore(except.connection.startedAt());
            if (leg != except && !leg.isOrigin() && leg.answered() && since) {
                return leg;
            }
        }
        return null;
    }

    private void refresh(Card card) {
        Pop pop = face.of(card);
        if (!pop.equals(card.shown)) {
            card.shown = pop;
            board.effects.add(new Effect.ShowPop(pop));
        }
    }
}
