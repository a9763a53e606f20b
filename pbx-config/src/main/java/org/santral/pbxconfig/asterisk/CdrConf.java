package org.santral.pbxconfig.asterisk;

/// `cdr.conf` and `cdr_manager.conf`: Asterisk's own call records, also for calls that nobody answered.
final class CdrConf {

    private CdrConf() {}

    static String text() {
        Conf conf = new Conf("Call detail records.");
        conf.section("general").set("enable", true).set("unanswered", true).set("congestion", true);
        conf.set("endbeforehexten", false);
        return conf.text();
    }

    static String managerText() {
        Conf conf = new Conf("Call detail records as manager events.");
        conf.section("general").set("enabled", true);
        conf.section("mappings").comment("a Cdr event names neither its call nor the number dialled otherwise");
        conf.entry("linkedid", "LinkedID").entry("did", "Did");
        return conf.text();
    }
}
