package org.santral.pbxconfig.asterisk;

/// `cel.conf`: Asterisk's log of each channel's steps, for the recorder and for cross-checks.
final class CelConf {

    private CelConf() {}

    static String text() {
        Conf conf = new Conf("Channel event log.");
        conf.section("general")
                .set("enable", true)
                .set("apps", "dial,queue,park,confbridge")
                .set("events", "ALL");
        conf.set("dateformat", "%F %T.%6q");
        conf.section("manager").set("enabled", true);
        return conf.text();
    }
}
