package org.santral.pbxconfig.asterisk;

import java.util.SortedMap;
import java.util.TreeMap;
import org.santral.pbxconfig.site.Exchange;

/// The whole configuration of an Asterisk.
public final class AsteriskConfiguration {

    private AsteriskConfiguration() {}

    /// File name to text, in the order of the names.
    public static SortedMap<String, String> generate(Order order) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("pjsip.conf", PjsipConf.text(order));
        files.put("pjsip_notify.conf", PjsipNotifyConf.text());
        files.put("extensions.conf", ExtensionsConf.text(order));
        files.put("queues.conf", QueuesConf.text(order));
        files.put("manager.conf", ManagerConf.text(order));
        files.put("cdr.conf", CdrConf.text());
        files.put("cdr_manager.conf", CdrConf.managerText());
        files.put("cel.conf", CelConf.text());
        Exchange.Ledger ledger = order.plan().exchange().services().ledger();
        if (ledger.files()) {
            files.put("cel_custom.conf", CelCustomConf.text());
        }
        Exchange.LedgerDatabase database = ledger.database();
        if (database != null) {
            files.put("cel_odbc.conf", CelOdbcConf.text(order.plan().exchange().id()));
            files.put("res_odbc.conf", ResOdbcConf.text(database, order.secrets()));
            files.put("odbc.ini", OdbcIni.text(database, order.installation()));
            files.put("ledger.sql", LedgerSql.text(database, order.secrets()));
        }
        files.put("features.conf", FeaturesConf.text(order));
        files.put("res_parking.conf", ParkingConf.text(order));
        files.put("confbridge.conf", ConfbridgeConf.text());
        files.put("rtp.conf", RtpConf.text(order));
        if (order.version() == AsteriskVersion.V22
                && order.plan().exchange().services().recording()) {
            files.put("codecs.conf", CodecsConf.text());
        }
        Installation installation = order.installation();
        if (installation != null) {
            files.put("asterisk.conf", AsteriskConf.text(installation, order.version()));
            files.put("modules.conf", ModulesConf.text(order.version(), database != null));
            files.put("logger.conf", LoggerConf.text());
            files.put("musiconhold.conf", MusicOnHoldConf.text(installation));
        }
        return files;
    }
}
