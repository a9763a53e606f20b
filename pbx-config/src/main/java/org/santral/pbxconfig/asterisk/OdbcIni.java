package org.santral.pbxconfig.asterisk;

import org.jspecify.annotations.Nullable;
import org.santral.pbxconfig.site.Exchange;

/// `odbc.ini`: the data source of the ledger, for unixODBC. An Asterisk that is already installed takes it from
/// `/etc/odbc.ini`; the password stands in `res_odbc.conf`.
final class OdbcIni {

    /// A database that does not answer holds up Asterisk's event log, and behind it, when too much of it waits,
    /// new calls.
    static final int PATIENCE_SECONDS = 2;

    private static final String DEBIANS_DRIVER = "MariaDB Unicode";

    private OdbcIni() {}

    static String text(Exchange.LedgerDatabase database, @Nullable Installation installation) {
        Conf conf = new Conf("The database of the ledger, for unixODBC; of Debian's package odbc-mariadb.");
        conf.section(ResOdbcConf.CONNECTION);
        conf.set("Driver", installation == null ? DEBIANS_DRIVER : ownDriver(installation));
        conf.set("SERVER", database.host()).set("PORT", database.port()).set("DATABASE", database.name());
        conf.comment("bytes go through as they come: a caller's name that is no UTF-8 would cost the whole row");
        conf.set("CHARSET", "latin1");
        conf.set("CONN_TIMEOUT", PATIENCE_SECONDS).set("READ_TIMEOUT", PATIENCE_SECONDS);
        conf.set("WRITE_TIMEOUT", PATIENCE_SECONDS);
        return conf.text();
    }

    private static String ownDriver(Installation installation) {
        return installation.rootfs() + "/usr/lib/x86_64-linux-gnu/odbc/libmaodbc.so";
    }
}
