package org.santral.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;
import org.santral.caller.LookUp;
import org.santral.routing.Owners.Availability;
import org.santral.site.Site;
import org.santral.site.SiteIndex;

class RoutingPolicyTest {
    private static final Caller NUMBER = new Caller(CallerClass.NUMBER, "0211", "");
    private static final Site SITE = new Site(
            "IR",
            "Asia/Tehran",
            List.of(),
            List.of(new Site.Did("5001", "Sales", "sales", null), new Site.Did("5003", "Sara", null, "1001")),
            List.of(
                    new Site.Queue("sales", "Sales", Site.Queue.Strategy.RING_ALL),
                    new Site.Queue("vip", "VIP", Site.Queue.Strategy.IN_TURN)),
            List.of(),
            List.of());
    private static final Because VIP = Because.of(Rules.ROUTE_SEGMENT, "segment", "VIP", "queue", "vip");
    private static final Because DEFAULT = Because.of(Rules.ROUTE_DID_DEFAULT, "did", "5001");

    @Test
    void aVipGoesToTheQueueOfVips() {
        assertThat(decide(customer("VIP", null))).isEqualTo(new RouteDecision.ToQueue("vip", List.of(VIP)));
    }

    @Test
    void aSiteWithoutThatQueueTreatsVipsLikeAnyone() {
        var plain = new Site("IR", "UTC", List.of(), SITE.dids(), List.of(), List.of(), List.of());
        var policy = new RoutingPolicy(new SiteIndex(plain), RoutingPolicyTest::free);

        assertThat(policy.decide(new RouteQuestion("5001", NUMBER, found(customer("VIP", null)))))
                .isEqualTo(new RouteDecision.UseDefault(List.of(DEFAULT)));
    }

    @Test
    void theOwnerIsTriedBeforeTheGroupOfTheNumber() {
        assertThat(decide(customer(null, "sara")))
                .isEqualTo(new RouteDecision.OwnerFirst(
                        new AgentId("sara"),
                        "1001",
                        15,
                        "sales",
                        List.of(
                                Because.of(
                                        Rules.ROUTE_OWNER_FIRST, "owner", "sara", "extension", "1001", "seconds", "15"),
                                Because.of(Rules.ROUTE_DID_QUEUE, "did", "5001", "queue", "sales"))));
    }

    @Test
    void theOwnerOfAVipIsTriedBeforeTheQueueOfVips() {
        var decision = decide(customer("vip", "sara"));

        assertThat(decision).isInstanceOfSatisfying(RouteDecision.OwnerFirst.class, first -> {
            assertThat(first.queue()).isEqualTo("vip");
            assertThat(first.because())
                    .extracting(Because::rule)
                    .containsExactly(Rules.ROUTE_SEGMENT, Rules.ROUTE_OWNER_FIRST);
        });
    }

    @Test
    void anOwnerWhoIsAwayIsSaidAndPassedOver() {
        assertThat(decide(owner -> new Availability.Away("BUSY"), customer(null, "sara")))
                .isEqualTo(new RouteDecision.UseDefault(
                        List.of(Because.of(Rules.ROUTE_OWNER_AWAY, "owner", "sara", "state", "BUSY"), DEFAULT)));
    }

    @Test
    void aNumberWithoutAGroupStaysWithTheDialplan() {
        var policy = new RoutingPolicy(new SiteIndex(SITE), RoutingPolicyTest::free);
        var decision = policy.decide(new RouteQuestion("5003", NUMBER, found(customer(null, "sara"))));

        assertThat(decision)
                .isEqualTo(new RouteDecision.UseDefault(List.of(Because.of(Rules.ROUTE_DID_DEFAULT, "did", "5003"))));
    }

    @Test
    void whatCandidatesDoNotShareDecidesNothing() {
        var decision = decide(customer("VIP", "sara"), customer("partner", "sara"));

        assertThat(decision).isInstanceOfSatisfying(RouteDecision.OwnerFirst.class, first -> {
            assertThat(first.queue()).isEqualTo("sales");
            assertThat(first.because())
                    .contains(Because.of(Rules.ROUTE_AMBIGUOUS, "candidates", "2", "differ", "segment"));
        });
        assertThat(decide(customer("VIP", "sara"), customer("VIP", null)))
                .isEqualTo(new RouteDecision.ToQueue(
                        "vip", List.of(Because.of(Rules.ROUTE_AMBIGUOUS, "candidates", "2", "differ", "owner"), VIP)));
        assertThat(decide(customer("VIP", "sara"), customer(null, null))
                        .because()
                        .getFirst())
                .isEqualTo(Because.of(Rules.ROUTE_AMBIGUOUS, "candidates", "2", "differ", "segment, owner"));
    }

    @Test
    void strangersAndSilenceGoTheDefaultWayAndSayWhy() {
        assertThat(answer(new LookUp.NotFound("+98211", "0211")))
                .isEqualTo(new RouteDecision.UseDefault(
                        List.of(Because.of(Rules.ROUTE_UNKNOWN_CALLER, "number", "0211"), DEFAULT)));
        assertThat(answer(new LookUp.Unanswered("0211", "down")))
                .isEqualTo(new RouteDecision.UseDefault(
                        List.of(Because.of(Rules.ROUTE_DIRECTORY_AWAY, "reason", "down"), DEFAULT)));
    }

    private static RouteDecision decide(Customer... customers) {
        return decide(RoutingPolicyTest::free, customers);
    }

    private static RouteDecision decide(Owners owners, Customer... customers) {
        return new RoutingPolicy(new SiteIndex(SITE), owners)
                .decide(new RouteQuestion("5001", NUMBER, found(customers)));
    }

    private static RouteDecision answer(LookUp lookUp) {
        return new RoutingPolicy(new SiteIndex(SITE), RoutingPolicyTest::free)
                .decide(new RouteQuestion("5001", NUMBER, lookUp));
    }

    private static Availability free(AgentId owner) {
        return new Availability.Free("1001");
    }

    private static LookUp found(Customer... customers) {
        return new LookUp.Found(
                "+98211",
                "0211",
                Arrays.stream(customers)
                        .map(one -> new Candidate(one, MatchQuality.EXACT, ""))
                        .toList());
    }

    private static Customer customer(@Nullable String segment, @Nullable String owner) {
        return new Customer(1, "A", null, segment, null, owner == null ? null : new AgentId(owner), null, List.of());
    }
}
