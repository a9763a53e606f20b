package org.santral.switchboard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.Call;
import org.santral.call.Connection;
import org.santral.caller.Caller;
import org.santral.caller.Candidate;
import org.santral.caller.LookUp;
import org.santral.history.CallRecord.Certainty;
import org.santral.pbx.CallId;

/// A call that lives, with all that is known of it beside its connections.
final class LiveCall {
    final Call call;
    final List<Leg> legs = new ArrayList<>(4);
    final List<Card> cards = new ArrayList<>(2);
    final List<CallId> aliases = new ArrayList<>(0);

    Caller caller;

    @Nullable
    LookUp lookUp;

    int lookUpsOut;

    @Nullable
    Long chosen;

    @Nullable
    AgentId chosenBy;

    @Nullable
    AgentId spoke;

    @Nullable
    AgentId transferredBy;

    Certainty certainty = Certainty.LIVE;
    long revision;
    boolean touched;
    private List<Because> decided = List.of();

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

    void decided(List<Because> because) {
        var all = new ArrayList<>(decided);
        all.addAll(because);
        decided = List.copyOf(all);
    }

    /// The chosen or only candidate, null while undecided.
    @Nullable
    Long customer() {
        if (chosen == null
                && lookUp instanceof LookUp.Found found
                && found.candidates().size() == 1) {
            return found.candidates().getFirst().customer().id();
        }
        return chosen;
    }

    boolean isCandidate(long customer) {
        if (lookUp instanceof LookUp.Found found) {
            for (Candidate candidate : found.candidates()) {
                if (candidate.customer().id() == customer) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Who the caller is taken for, and what was decided since.
    List<Because> because() {
        var match = match();
        if (match == null && chosen == null) {
            return decided;
        }
        var all = new ArrayList<Because>(decided.size() + 2);
        if (match != null) {
            all.add(match);
        }
        if (chosen != null && chosenBy != null) {
            all.add(Because.of(Rules.MATCH_CHOSEN, "agent", chosenBy.value(), "customer", Long.toString(chosen)));
        }
        all.addAll(decided);
        return List.copyOf(all);
    }

    private @Nullable Because match() {
        return switch (lookUp) {
            case null -> null;
            case LookUp.NotFound none -> Because.of(Rules.MATCH_NONE, "number", none.display());
            case LookUp.Unanswered silent -> Because.of(Rules.MATCH_UNANSWERED, "reason", silent.reason());
            case LookUp.Found found
            when found.candidates().size() == 1 ->
                Because.of(
                        Rules.MATCH_ONE,
                        "number",
                        found.display(),
                        "quality",
                        found.candidates().getFirst().quality().name());
            case LookUp.Found found ->
                Because.of(
                        Rules.MATCH_SEVERAL,
                        "number",
                        found.display(),
                        "candidates",
                        Integer.toString(found.candidates().size()));
        };
    }
}
