package org.santral.pbxconfig.yaml;

import java.util.List;
import java.util.stream.Stream;
import org.santral.pbxconfig.site.CtiServer;
import org.santral.pbxconfig.site.Exchange;
import org.santral.pbxconfig.site.SitePlan;

/// The shape of `site.yaml`: the keys of its first level and those that stand once.
final class SiteReader {

    private SiteReader() {}

    static SitePlan read(Section root, Problems problems) {
        SitePlan.About about = about(root.section("site"));
        Exchange exchange = exchange(root.section("pbx"));
        ListsReader lists = new ListsReader(exchange, about.languages());
        var trunks = lists.trunks(root.sections("trunks"));
        var queues = lists.queues(root.sections("queues"));
        var phones = lists.phones(root.sections("phones"));
        var dids = lists.dids(root.sections("dids"));
        var agents = lists.agents(root.sections("agents"));
        CtiServer cti = cti(root.section("cti"), exchange.address());
        root.nothingElse();
        return new SitePlan(
                about, exchange, new SitePlan.Lines(trunks, dids), queues, new SitePlan.Desks(phones, agents), cti);
    }

    private static SitePlan.About about(Section site) {
        String name = site.text("name", Rule.TEXT);
        String country = site.text("country", Rule.COUNTRY);
        String zone = site.text("timezone", Rule.ZONE);
        List<String> languages = site.texts("languages", Rule.LANGUAGE);
        site.nothingElse();
        return new SitePlan.About(name, country, zone, languages);
    }

    private static Exchange exchange(Section pbx) {
        String id = pbx.text("id", Rule.NAME);
        pbx.text("kind", Rule.KIND);
        String address = pbx.text("address", Rule.ADDRESS);
        int sip = pbx.number("sip-port", 1, 65535, 5060);
        int[] rtp = range(pbx, "rtp-ports", "10000-19999");
        Section ami = pbx.section("ami");
        Exchange.Ports ports = new Exchange.Ports(sip, ami.number("port", 1, 65535, 5038), rtp[0], rtp[1]);
        Exchange.Ami accounts = ami(ami);
        String outside = pbx.text("outside-line", Rule.PREFIX, "9");
        Exchange.Services services = new Exchange.Services(
                pbx.flag("recording", false),
                pbx.flag("park", true),
                pbx.number("park-seconds", 2, 3600, 45),
                pbx.flag("conference", true),
                pbx.flag("transfer", true),
                pbx.flag("pick-up", true),
                ledger(pbx));
        pbx.nothingElse();
        return new Exchange(id, address, ports, accounts, outside, services);
    }

    private static Exchange.Ledger ledger(Section pbx) {
        String where = pbx.text("ledger", Rule.LEDGER, "files");
        boolean wanted = where.equals("database") || where.equals("both");
        boolean described = pbx.has("ledger-database");
        if (wanted && !described) {
            pbx.wrong(
                    "ledger-database",
                    "the ledger is to go into a database, and nothing says which",
                    "write `ledger-database: {host: ...}`");
        } else if (!wanted && described) {
            pbx.wrong(
                    "ledger-database",
                    "this database would not be used, because ledger is " + where,
                    "write `ledger: both` or `ledger: database`, or leave it out");
        }
        return new Exchange.Ledger(
                where.equals("files") || where.equals("both"),
                described ? ledgerDatabase(pbx.section("ledger-database")) : null);
    }

    private static Exchange.LedgerDatabase ledgerDatabase(Section database) {
        Exchange.LedgerDatabase read = new Exchange.LedgerDatabase(
                database.text("host", Rule.HOST),
                database.number("port", 1, 65535, 3306),
                database.text("name", Rule.DATABASE_NAME, "santral_ledger"),
                database.text("writer", Rule.DATABASE_NAME, "santral_pbx"),
                database.text("reader", Rule.DATABASE_NAME, "santral_reader"));
        if (read.writer().equals(read.reader())) {
            database.wrong(
                    "reader",
                    "the exchange and the CTI server share one account",
                    "give each its own: one only inserts, the other reads and deletes");
        }
        for (String secret : List.of("password", "secret", "writer-password", "reader-password")) {
            if (database.has(secret)) {
                database.wrong(
                        secret,
                        "a password does not belong into this file",
                        "write it into the secrets file, as LEDGER_WRITER_SECRET or LEDGER_READER_SECRET");
                database.optional(secret, Rule.ANYTHING);
            }
        }
        database.nothingElse();
        return read;
    }

    private static Exchange.Ami ami(Section ami) {
        List<String> allowFrom = ami.texts("allow-from", Rule.NETWORK);
        Exchange.Ami accounts = new Exchange.Ami(
                ami.text("events-user", Rule.NAME, "santral"),
                ami.text("commands-user", Rule.NAME, "santral-cmd"),
                ami.text("recorder-user", Rule.NAME, "recorder"),
                allowFrom.isEmpty() ? List.of("127.0.0.0/8") : allowFrom);
        if (Stream.of(accounts.events(), accounts.commands(), accounts.recorder())
                        .distinct()
                        .count()
                < 3) {
            ami.wrong(
                    "events-user",
                    "two accounts have one name",
                    "give events-user, commands-user, recorder-user three names");
        }
        ami.nothingElse();
        return accounts;
    }

    private static CtiServer cti(Section cti, String exchangeAddress) {
        String address = cti.text("address", Rule.ADDRESS, exchangeAddress);
        int port = cti.number("port", 1, 65535, 4573);
        int budget = cti.number("budget-ms", 10, 5000, 250);
        int giveUp = cti.number("give-up-ms", 10, 30000, 1000);
        if (giveUp < budget) {
            cti.wrong(
                    "give-up-ms",
                    giveUp + " is less than budget-ms (" + budget + ")",
                    "give the CTI server its budget");
        }
        cti.nothingElse();
        return new CtiServer(address, port, budget, giveUp);
    }

    private static int[] range(Section section, String key, String fallback) {
        String[] ends = section.text(key, Rule.RANGE, fallback).split("-", 2);
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[1]);
        if (first < 1024 || last > 65535 || last - first < 20) {
            section.wrong(
                    key,
                    first + "-" + last + " is no usable port range",
                    "use ports 1024 to 65535, at least 20 of them");
        }
        return new int[] {first, last};
    }
}
