package org.santral.pbxconfig.asterisk;

/// `asterisk.conf` of an Asterisk of our own: where everything lies.
final class AsteriskConf {

    private AsteriskConf() {}

    static String text(Installation installation, AsteriskVersion version) {
        String home = installation.home();
        String share = installation.rootfs() + "/usr/share/asterisk";
        Conf conf = new Conf("Directories.");
        conf.section("directories");
        conf.entry("astetcdir", home + "/etc");
        conf.entry("astmoddir", installation.rootfs() + "/usr/lib/" + modules(version));
        conf.entry("astvarlibdir", home + "/lib")
                .entry("astdbdir", home + "/db")
                .entry("astkeydir", home);
        conf.entry("astdatadir", share).entry("astagidir", home + "/agi-bin");
        conf.entry("astspooldir", home + "/spool")
                .entry("astrundir", home + "/run")
                .entry("astlogdir", home + "/log");
        conf.entry("astcachedir", home + "/cache").entry("astsbindir", installation.rootfs() + "/usr/sbin");
        conf.section("options")
                .set("documentation_language", "en_US")
                .set("nocolor", true)
                .set("verbose", 3);
        return conf.text();
    }

    /// As Debian's packages have it.
    private static String modules(AsteriskVersion version) {
        return switch (version) {
            case V16 -> "asterisk/modules";
            case V22 -> "x86_64-linux-gnu/asterisk/modules";
        };
    }
}
