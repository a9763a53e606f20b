package org.santral.pbxconfig.asterisk;

/// `pjsip_notify.conf`: the NOTIFY requests that desk phones obey.
final class PjsipNotifyConf {

    private PjsipNotifyConf() {}

    static String text() {
        Conf conf = new Conf("Requests to desk phones: an agent answers or holds at the screen, the phone does it.");
        conf.section("talk").entry("Event", "talk");
        conf.section("hold").entry("Event", "hold");
        return conf.text();
    }
}
