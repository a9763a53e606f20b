package org.santral.pbxconfig.asterisk;

import org.santral.pbxconfig.site.Agent;
import org.santral.pbxconfig.site.Queue;
import org.santral.pbxconfig.site.SitePlan;

/// `queues.conf`: the groups, and who belongs to them.
final class QueuesConf {

    private QueuesConf() {}

    static String text(Order order) {
        Conf conf = new Conf("Queues and their members.");
        conf.section("general").set("persistentmembers", true).set("autofill", true);
        conf.comment("wrap-up after a call of one queue holds for all of the agent's queues");
        conf.set("shared_lastcall", true).set("log_membername_as_agent", true);
        order.plan().queues().forEach(queue -> queue(conf, queue, order.plan()));
        return conf.text();
    }

    private static void queue(Conf conf, Queue queue, SitePlan plan) {
        conf.section(queue.name()).comment(queue.label().fallback());
        conf.set("strategy", queue.strategy().word());
        conf.set("timeout", queue.timing().ringSeconds()).set("retry", 1);
        conf.set("wrapuptime", queue.timing().wrapUpSeconds());
        conf.comment("a phone that is in a call is not rung, and a ringing one stays told apart from a busy one");
        conf.set("ringinuse", false).set("musicclass", "default");
        conf.set("joinempty", true).set("leavewhenempty", false);
        plan.membersOf(queue).forEach(agent -> {
            String phone = "PJSIP/" + agent.extension();
            String rung = byDialplan(queue, agent, plan)
                    ? "Local/" + agent.extension() + "@" + InternalDialplan.MEMBERS + "/n"
                    : phone;
            conf.entry("member", rung + ",0," + ConfText.quoted(agent.name()) + "," + phone);
        });
    }

    /// Whether a member is rung through a Local channel: a queue by itself rings only the first device of an
    /// extension.
    static boolean byDialplan(Queue queue, Agent agent, SitePlan plan) {
        return queue.manner().membersByDialplan()
                || plan.desks().phones().stream()
                        .anyMatch(
                                phone -> phone.extension().equals(agent.extension()) && phone.secondAddress() != null);
    }
}
