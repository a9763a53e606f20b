package org.santral.pbxconfig.asterisk;

import org.santral.pbxconfig.site.Exchange;

/// `res_odbc.conf`: how Asterisk reaches the database of the ledger.
final class ResOdbcConf {

    static final String CONNECTION = "santral-ledger";

    private ResOdbcConf() {}

    static String text(Exchange.LedgerDatabase database, Secrets secrets) {
        Conf conf = new Conf("The database of the ledger.");
        conf.section(CONNECTION).set("enabled", true).set("dsn", CONNECTION);
        conf.set("username", database.writer()).set("password", secrets.get(Secrets.LEDGER_WRITER));
        conf.set("pre-connect", true);
        conf.comment("while the database is away, steps are lost and calls go on: Asterisk waits this long for it,");
        conf.comment("then tries again after so many seconds; its own default is five minutes");
        conf.set("connect_timeout", OdbcIni.PATIENCE_SECONDS).set("negative_connection_cache", 5);
        return conf.text();
    }
}
