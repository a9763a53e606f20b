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
                new Match(none, null, with(Because.of(Rules.MATCH_NONE, "number", none.display()), none.said()));
            case LookUp.Unanswered silent ->
                new Match(
                        silent,
                        null,
                        with(Because.of(Rules.MATCH_UNANSWERED, "reason", silent.reason()), silent.said()));
            case LookUp.Found found -> of(found);
        };
    }

    private static Match of(LookUp.Found found) {
        List<Candidate> candidates = found.candidates();
        if (candidates.size() > 1) {
            String count = Integer.toString(candidates.size());
            var several = Because.of(Rules.MATCH_SEVERAL, "number", found.display(), "candidates", count);
            return new Match(found, learned(found), with(several, found.said()));
        }
        var only = candidates.getFirst();
        if (only.origin() != null) {
            return new Match(found, only.customer().id(), found.said());
        }
        String quality = only.quality().name();
        var one = Because.of(Rules.MATCH_ONE, "number", found.display(), "quality", quality);
        return new Match(found, only.customer().id(), with(one, found.said()));
    }

    /// Of several the one that agents chose before: it stands first, and one click says that it is another.
    private static @Nullable Long learned(LookUp.Found found) {
        Long first = found.candidates().getFirst().customer().id();
        for (Because one : found.said()) {
            if (one.rule().equals(Rules.MATCH_LEARNED)
                    && one.facts().contains(new Because.Fact("customer", first.toString()))) {
                return first;
            }
        }
        return null;
    }

    /// The answer that came later than an agent's choice: the choice stands where it still can.
    public Match keeping(Match before) {
        Long chosen = before.customer;
        for (Because one : before.because) {
            if (one.rule().equals(Rules.MATCH_CHOSEN) && chosen != null && isCandidate(chosen)) {
                var all = new ArrayList<>(because);
                all.add(one);
                return new Match(lookUp, chosen, List.copyOf(all));
            }
        }
        return this;
    }

    private static List<Because> with(Because first, List<Because> more) {
        if (more.isEmpty()) {
            return List.of(first);
        }
        var all = new ArrayList<Because>(more.size() + 1);
        all.add(first);
        all.addAll(more);
        return List.copyOf(all);
    }

    /// An agent knows better; the last word counts.
    public Match chosen(long candidate, AgentId by) {
        var all = new ArrayList<Because>(2);
        for (Because one : because) {
            if (!one.rule().equals(Rules.MATCH_CHOSEN)) {
                all.add(one);
            }
        }
        all.add(Because.of(Rules.MATCH_CHOSEN, "agent", by.value(), "customer", nameOf(candidate)));
        return new Match(lookUp, candidate, List.copyOf(all));
    }

    /// Which customer of ours stands first in the answer, null when none does.
    public @Nullable Long first() {
        return lookUp instanceof LookUp.Found found
                        && found.candidates().getFirst().origin() == null
                ? Long.valueOf(found.candidates().getFirst().customer().id())
                : null;
    }

    private String nameOf(long id) {
        var candidate = candidate(id);
        Origin origin = candidate == null ? null : candidate.origin();
        return origin == null ? Long.toString(id) : origin.directory() + "/" + origin.key();
    }

    public boolean isCandidate(long customerId) {
        return candidate(customerId) != null;
    }

    /// The customer whom the history links to the call: null also for who is known to another directory only
    /// and is no customer of ours.
    public @Nullable Long recorded() {
        if (customer == null) {
            return null;
        }
        var candidate = candidate(customer);
        return candidate != null && candidate.origin() != null ? null : customer;
    }

    private @Nullable Candidate candidate(long id) {
        if (lookUp instanceof LookUp.Found found) {
            for (Candidate candidate : found.candidates()) {
                if (candidate.customer().id() == id) {
                    return candidate;
                }
            }
        }
        return null;
    }
}
