package org.santral.pbxconfig.asterisk;

/// `musiconhold.conf` of an Asterisk of our own.
final class MusicOnHoldConf {

    private MusicOnHoldConf() {}

    static String text(Installation installation) {
        Conf conf = new Conf("What a waiting or held party hears.");
        conf.section("default").set("mode", "files").set("directory", installation.home() + "/moh");
        return conf.text();
    }
}
