package org.santral.pbxconfig.yaml;

import java.util.ArrayList;
import java.util.List;
import org.santral.pbxconfig.site.Agent;
import org.santral.pbxconfig.site.Phone;
import org.santral.pbxconfig.site.Queue;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.pbxconfig.site.Trunk;

/// What a site may say and probably does not mean.
final class Doubts {

    private Doubts() {}

    static List<Problem> about(SitePlan plan) {
        List<Problem> doubts = new ArrayList<>();
        for (Queue queue : plan.queues()) {
            if (plan.membersOf(queue).isEmpty()) {
                doubts.add(new Problem(
                        0, "queues." + queue.name(), "no agent serves this queue", "name it in an agent's queues"));
            }
        }
        for (Phone phone : plan.desks().phones()) {
            if (sitters(plan, phone) > 1) {
                doubts.add(new Problem(
                        0,
                        "phones." + phone.extension(),
                        "more than one agent sits at this phone",
                        "give each agent a phone, unless they share it in shifts"));
            }
        }
        for (Trunk trunk : plan.lines().trunks()) {
            if (plan.lines().dids().stream().noneMatch(did -> did.trunk().equals(trunk.name()))) {
                doubts.add(new Problem(
                        0, "trunks." + trunk.name(), "no number comes in by this trunk", "add one under dids"));
            }
        }
        if (plan.exchange().services().ledger().database() != null
                && !plan.exchange().services().ledger().files()) {
            doubts.add(new Problem(
                    0,
                    "pbx.ledger",
                    "Asterisk keeps nothing for a database that is away: what happens meanwhile is in no ledger",
                    "write `ledger: both`, unless the exchange has no disk to write to"));
        }
        return doubts;
    }

    private static long sitters(SitePlan plan, Phone phone) {
        return plan.desks().agents().stream()
                .map(Agent::extension)
                .filter(phone.extension()::equals)
                .count();
    }
}
