package org.santral.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.Candidate;
import org.santral.caller.Customer;
import org.santral.caller.LookUp;
import org.santral.site.SiteIndex;

/// Where a caller goes: the segment's own queue if it has one, the customer's owner before the group, else what
/// the number that was dialled leads to. What the candidates of a number do not share decides nothing.
public final class RoutingPolicy {
    private static final String VIP_SEGMENT = "VIP";
    private static final String VIP_QUEUE = "vip";
    private static final int OWNER_SECONDS = 15;

    private final SiteIndex site;
    private final Owners owners;

    public RoutingPolicy(SiteIndex site, Owners owners) {
        this.site = site;
        this.owners = owners;
    }

    public RouteDecision decide(RouteQuestion question) {
        return switch (question.lookUp()) {
            case null ->
                byDefault(
                        question,
                        Because.of(
                                Rules.ROUTE_NO_NUMBER,
                                "class",
                                question.caller().kind().name()));
            case LookUp.NotFound none ->
                byDefault(question, Because.of(Rules.ROUTE_UNKNOWN_CALLER, "number", none.display()));
            case LookUp.Unanswered silent ->
                byDefault(question, Because.of(Rules.ROUTE_DIRECTORY_AWAY, "reason", silent.reason()));
            case LookUp.Found found -> forCandidates(question, found.candidates());
        };
    }

    /// The answer when the budget is used up.
    public static RouteDecision late(String budget) {
        return new RouteDecision.UseDefault(List.of(Because.of(Rules.ROUTE_LATE, "budget", budget)));
    }

    /// The answer when nobody is left to be sent anywhere.
    public static RouteDecision callerGone() {
        return new RouteDecision.UseDefault(List.of(Because.of(Rules.ROUTE_CALLER_GONE)));
    }

    private RouteDecision forCandidates(RouteQuestion question, List<Candidate> candidates) {
        var because = new ArrayList<Because>(3);
        String segment = shared(candidates, Customer::segment);
        AgentId owner = shared(candidates, Customer::owner);
        sayWhatDiffers(candidates, because);

        String group = groupOf(question.did());
        boolean vip = VIP_SEGMENT.equalsIgnoreCase(segment) && site.queue(VIP_QUEUE) != null;
        if (vip) {
            group = VIP_QUEUE;
            because.add(Because.of(Rules.ROUTE_SEGMENT, "segment", VIP_SEGMENT, "queue", VIP_QUEUE));
        }
        if (owner != null && group != null) {
            switch (owners.of(owner)) {
                case Owners.Availability.Free free -> {
                    String extension = free.extension();
                    because.add(Because.of(
                            Rules.ROUTE_OWNER_FIRST,
                            "owner",
                            owner.value(),
                            "extension",
                            extension,
                            "seconds",
                            Integer.toString(OWNER_SECONDS)));
                    if (!vip) {
                        because.add(Because.of(Rules.ROUTE_DID_QUEUE, "did", question.did(), "queue", group));
                    }
                    return new RouteDecision.OwnerFirst(owner, extension, OWNER_SECONDS, group, List.copyOf(because));
                }
                case Owners.Availability.Away away ->
                    because.add(Because.of(Rules.ROUTE_OWNER_AWAY, "owner", owner.value(), "state", away.state()));
            }
        }
        if (vip) {
            return new RouteDecision.ToQueue(VIP_QUEUE, List.copyOf(because));
        }
        because.add(didDefault(question));
        return new RouteDecision.UseDefault(List.copyOf(because));
    }

    private static void sayWhatDiffers(List<Candidate> candidates, List<Because> because) {
        boolean segments = differ(candidates, Customer::segment);
        boolean owners = differ(candidates, Customer::owner);
        if (segments || owners) {
            String what = segments && owners ? "segment, owner" : segments ? "segment" : "owner";
            because.add(Because.of(
                    Rules.ROUTE_AMBIGUOUS, "candidates", Integer.toString(candidates.size()), "differ", what));
        }
    }

    private @Nullable String groupOf(String number) {
        var did = site.did(number);
        return did == null ? null : did.queue();
    }

    private static RouteDecision byDefault(RouteQuestion question, Because why) {
        return new RouteDecision.UseDefault(List.of(why, didDefault(question)));
    }

    private static Because didDefault(RouteQuestion question) {
        return Because.of(Rules.ROUTE_DID_DEFAULT, "did", question.did());
    }

    private static <T> @Nullable T shared(List<Candidate> candidates, Function<Customer, @Nullable T> of) {
        return differ(candidates, of) ? null : of.apply(candidates.getFirst().customer());
    }

    private static <T> boolean differ(List<Candidate> candidates, Function<Customer, @Nullable T> of) {
        var first = of.apply(candidates.getFirst().customer());
        for (Candidate candidate : candidates) {
            if (!Objects.equals(first, of.apply(candidate.customer()))) {
                return true;
            }
        }
        return false;
    }
}
