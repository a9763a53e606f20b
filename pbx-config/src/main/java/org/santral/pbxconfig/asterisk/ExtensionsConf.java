package org.santral.pbxconfig.asterisk;

/// `extensions.conf`: where a call goes.
final class ExtensionsConf {

    private ExtensionsConf() {}

    static String text(Order order) {
        Conf conf = new Conf("Dialplan.");
        conf.section("general").set("static", true).set("writeprotect", true).set("clearglobalvars", true);
        Dialplan dialplan = new Dialplan(conf);
        IncomingDialplan.write(dialplan, order.plan());
        InternalDialplan.write(dialplan, order.plan());
        RecordingDialplan.write(dialplan, order.plan());
        return conf.text();
    }
}
