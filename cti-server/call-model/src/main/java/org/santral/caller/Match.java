package org.santral.caller;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;

/// Who the caller is taken for, and why.
///
/// @param lookUp null while the directory has not answered
/// @param customer the chosen or only candidate, null while undecided
public record Match(@Nullable LookUp lookUp, @Nullable Long customer, List<Because> because) {
    public static final Match NONE = new Match(null, null, List.of());

    public static Match of(LookUp answer) {
        return switch (answer) {
            case LookUp.NotFound none ->
                new Match(none, null, List.of(Because.of(Rules.MATCH_NONE, "number", none.display())));
            case LookUp.Unanswered silent ->
                new Match(silent, null, List.of(Because.of(Rules.MATCH_UNANSWERED, "reason", silent.reason())));
            case LookUp.Found found -> of(found);
        };
    }

    private static Match of(LookUp.Found found) {
        List<Candidate> candidates = found.candidates();
        if (candidates.size() > 1) {
            String count = Integer.toString(candidates.size());
            var several = Because.of(Rules.MATCH_SEVERAL, "number", found.display(), "candidates", count);
            return new Match(found, null, List.of(several));
        }
        var only = candidates.getFirst();
        String quality = only.quality().name();
        var one = Because.of(Rules.MATCH_ONE, "number", found.display(), "quality", quality);
        return new Match(found, only.customer().id(), List.of(one));
    }

    /// An agent knows better; the last word counts.
    public Match chosen(long candidate, AgentId by) {
        var all = new ArrayList<Because>(2);
        for (Because one : because) {
            if (!one.rule().equals(Rules.MATCH_CHOSEN)) {
                all.add(one);
            }
        }
        all.add(Because.of(Rules.MATCH_CHOSEN, "agent", by.value(), "customer", Long.toString(candidate)));
        return new Match(lookUp, candidate, List.copyOf(all));
    }

    /// Who stands first in the book's answer, null when nobody does.
    public @Nullable Long first() {
        return lookUp instanceof LookUp.Found found
                ? Long.valueOf(found.candidates().getFirst().customer().id())
                : null;
    }

    public boolean isCandidate(long customerId) {
        if (lookUp instanceof LookUp.Found found) {
            for (Candidate candidate : found.candidates()) {
                if (candidate.customer().id() == customerId) {
                    return true;
                }
            }
        }
        return false;
    }
}
