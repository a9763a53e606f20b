package org.santral.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.call.Call;
import org.santral.call.Connection;
import org.santral.caller.Caller;
import org.santral.caller.Match;
import org.santral.pbx.CallId;

/// A call that lives, with all that is known of it beside its connections.
final class LiveCall {
    final Call call;
    final List<Leg> legs = new ArrayList<>(4);
    final List<Card> cards = new ArrayList<>(2);
    /// Cards of who talked and has left: they stay to be read, and written on.
    final List<Card> left = new ArrayList<>(1);
    final List<CallId> aliases = new ArrayList<>(0);
    final Tapes tapes = new Tapes();

    Caller caller;

    @Nullable
    AgentId spoke;

    /// Somebody whom the book did not know the number of, until it answers with them.
    @Nullable
    Attached attached;

    /// The call this one became a part of.
    @Nullable
    CallId partOf;

    final List<Handover> handovers = new ArrayList<>(0);
    final Unknowns unknowns = new Unknowns();
    long revision;
    boolean touched;
    /// How far the exchange's clock had been set, all in all, when the call began.
    Duration stepsBefore = Duration.ZERO;
    private Match match = Match.NONE;
    private List<Note> notes = List.of();
    private List<Because> decided = List.of();
    private List<Because> because = List.of();

    /// @param by who said that it is this customer
    record Attached(long customer, AgentId by) {}

    LiveCall(Call call, Caller caller) {
        this.call = call;
        this.caller = caller;
    }

    CallId id() {
        return call.id();
    }

    void add(Leg leg) {
        legs.add(leg);
        if (legs.size() > call.connections().size()) {
            forgetLeftOut();
        }
    }

    private void forgetLeftOut() {
        for (int i = 0; i < legs.size(); i++) {
            if (!call.connections().contains(legs.get(i).connection)) {
                legs.remove(i);
                return;
            }
        }
    }

    @Nullable
    AgentId agentAt(Connection connection) {
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i).connection == connection) {
                return legs.get(i).agent;
            }
        }
        return null;
    }

    @Nullable
    Card cardOf(AgentId agent) {
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i).agent.equals(agent)) {
                return cards.get(i);
            }
        }
        return null;
    }

    /// A card of it stands on this agent's screens, also one that is left to be read.
    boolean isShownTo(AgentId agent) {
        if (cardOf(agent) != null) {
            return true;
        }
        for (Card card : left) {
            if (card.agent.equals(agent)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Handover lastHandover() {
        return handovers.isEmpty() ? null : handovers.getLast();
    }

    boolean concerns(AgentId agent) {
        for (int i = 0; i < legs.size(); i++) {
            if (agent.equals(legs.get(i).agent)) {
                return true;
            }
        }
        return cardOf(agent) != null;
    }

    List<Note> notes() {
        return notes;
    }

    /// Each agent has one note: a new one takes the place of the one before, an empty one takes it away.
    void noted(Note note) {
        var now = new ArrayList<>(notes);
        now.removeIf(one -> one.by().equals(note.by()));
        if (!note.text().isEmpty()) {
            now.add(note);
        }
        notes = List.copyOf(now);
    }

    /// Takes over what people did and wrote in a call that turned out to be part of this one.
    void remember(LiveCall absorbed) {
        handovers.addAll(absorbed.handovers);
        handovers.sort(Comparator.comparing(Handover::at));
        absorbed.notes.forEach(this::noted);
    }

    Match match() {
        return match;
    }

    void matched(Match now) {
        match = now;
        because = joined(match.because(), decided);
    }

    void decided(List<Because> reasons) {
        decided = joined(decided, reasons);
        because = joined(match.because(), decided);
    }

    /// Who the caller is taken for, and what was decided since.
    List<Because> because() {
        return because;
    }

    private static List<Because> joined(List<Because> first, List<Because> then) {
        if (first.isEmpty() || then.isEmpty()) {
            return first.isEmpty() ? then : first;
        }
        var all = new ArrayList<Because>(first.size() + then.size());
        all.addAll(first);
        all.addAll(then);
        return List.copyOf(all);
    }
}
