package org.santral.pbxconfig.asterisk;

/// `cel.conf`: Asterisk's log of each channel's steps, for the ledger and the recorder.
final class CelConf {

    private CelConf() {}

    static String text() {
        Conf conf = new Conf("Channel event log.");
        conf.section("general")
                .set("enable", true)
                .set("apps", "dial,queue,park,confbridge")
                .set("events", "ALL");
        conf.comment("seconds since 1970: a clock that is set back for winter tells no hour twice");
        conf.set("dateformat", "%s.%6q");
        conf.section("manager").set("enabled", true);
        return conf.text();
    }
}
