package org.santral.pbxconfig.asterisk;

import java.util.List;
import org.santral.pbxconfig.site.Exchange;

/// `manager.conf`: the three accounts of the manager interface.
final class ManagerConf {

    /// Events that say nothing of a call's course and would double the traffic: Debian builds Asterisk with its
    /// test framework, CEL is a second telling of the same story.
    private static final List<String> NOISE = List.of("TestEvent", "CEL", "RTCPSent", "RTCPReceived");

    private ManagerConf() {}

    static String text(Order order) {
        Exchange pbx = order.plan().exchange();
        Exchange.Ami ami = pbx.ami();
        Conf conf = new Conf("Manager interface.");
        conf.section("general").set("enabled", true).set("webenabled", false);
        conf.set("bindaddr", pbx.address()).set("port", pbx.ports().ami());
        conf.set("timestampevents", true).set("displayconnects", true);

        account(conf, ami, ami.events(), order.secrets().get(Secrets.EVENTS));
        conf.comment("what happens to calls, queues and devices, but no variables, no dialplan steps");
        conf.set("read", "system,call,agent,user,cdr").set("write", "reporting");
        NOISE.forEach(event -> exclude(conf, order.version(), event));

        account(conf, ami, ami.commands(), order.secrets().get(Secrets.COMMANDS));
        conf.comment("answering at a desk phone is PJSIPNotify, which asks for system,");
        conf.comment("and system may do nearly everything: keep this secret well");
        conf.set("read", "system,call,agent,user").set("write", "system,call,agent,user,reporting,originate");

        account(conf, ami, ami.recorder(), order.secrets().get(Secrets.RECORDER));
        conf.comment("hears everything, does nothing");
        conf.set("read", "all").set("write", "reporting");
        return conf.text();
    }

    private static void account(Conf conf, Exchange.Ami ami, String name, String secret) {
        conf.section(name).set("secret", secret).set("deny", "0.0.0.0/0");
        ami.allowFrom().forEach(network -> conf.set("permit", network));
        conf.comment("an event session that cannot take one event in this time is cut off: the default is 100 ms");
        conf.set("writetimeout", 5000);
    }

    private static void exclude(Conf conf, AsteriskVersion version, String event) {
        switch (version) {
            case V16 -> conf.set("eventfilter", "!Event: " + event);
            case V22 -> conf.line("eventfilter(action(exclude),name(" + event + "))=");
        }
    }
}
