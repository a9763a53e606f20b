package org.santral.pbxconfig.asterisk;

/// `logger.conf` of an Asterisk of our own.
final class LoggerConf {

    private LoggerConf() {}

    static String text() {
        Conf conf = new Conf("Logs.");
        conf.section("general").set("dateformat", "%F %T.%3q").set("queue_log", true);
        conf.section("logfiles").entry("console", "notice,warning,error");
        conf.entry("full", "notice,warning,error,verbose").entry("security", "security");
        return conf.text();
    }
}
