package org.santral.pbxconfig.asterisk;

/// `confbridge.conf`: the conference room.
final class ConfbridgeConf {

    private ConfbridgeConf() {}

    static String text() {
        Conf conf = new Conf("Conference room.");
        conf.section("general");
        conf.section("default_user")
                .set("type", "user")
                .set("announce_join_leave", false)
                .set("quiet", true);
        conf.section("default_bridge").set("type", "bridge");
        return conf.text();
    }
}
