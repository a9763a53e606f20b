package org.santral.pbxconfig.asterisk;

import org.santral.pbxconfig.site.Exchange;

/// `ledger.sql`: the table of the ledger and the two accounts, to be run once by the database's administrator.
/// Running it again changes nothing but the passwords.
final class LedgerSql {

    static final String TABLE = "santral_cel";

    /// A step's texts are bytes, as Asterisk had them: mostly UTF-8, but a peer may send anything.
    private static final String TEXT = """
            -- The ledger: each step of each channel of an exchange, in the order in which it was written.
            -- Written by pbx-config from site.yaml: change it there. It holds passwords.
            create database if not exists %1$s;

            create table if not exists %1$s.%2$s (
              -- the order of writing; the only order that is certain
              id          bigint unsigned not null auto_increment primary key,
              -- pbx.id of site.yaml
              pbx         varbinary(40)   not null,
              -- by the database's clock, in the session's time zone; only to tell what is old
              written_at  timestamp(6)    not null default current_timestamp(6),
              -- CHAN_START, ANSWER, BRIDGE_ENTER ...; of a dialplan's own event its name
              eventtype   varbinary(64)   not null,
              -- by the exchange's clock, UTC, YYYY-MM-DD HH:MM:SS.microseconds
              eventtime   varbinary(26)   not null,
              uniqueid    varbinary(150)  not null,
              linkedid    varbinary(150)  not null,
              channame    varbinary(255)  not null default '',
              -- of the caller; empty when there is none, never null, and so are all below
              cid_num     varbinary(255)  not null default '',
              cid_name    varbinary(255)  not null default '',
              -- the number that was dialled by the caller
              cid_dnid    varbinary(255)  not null default '',
              exten       varbinary(255)  not null default '',
              context     varbinary(255)  not null default '',
              appname     varbinary(255)  not null default '',
              appdata     varbinary(1023) not null default '',
              peer        varbinary(255)  not null default '',
              userdeftype varbinary(255)  not null default '',
              -- JSON; cel_odbc cuts it at 1023 bytes
              extra       varbinary(1023) not null default '',
              key %2$s_new (pbx, id)
            );

            -- The exchange adds rows and sees none; MariaDB shows it the columns it may fill.
            create user if not exists '%3$s'@'%%' identified by %4$s;
            alter user '%3$s'@'%%' identified by %4$s;
            grant insert on %1$s.%2$s to '%3$s'@'%%';

            -- The CTI server reads, and deletes what it has read and is old.
            create user if not exists '%5$s'@'%%' identified by %6$s;
            alter user '%5$s'@'%%' identified by %6$s;
            grant select, delete on %1$s.%2$s to '%5$s'@'%%';
            """;

    private LedgerSql() {}

    static String text(Exchange.LedgerDatabase database, Secrets secrets) {
        return TEXT.formatted(
                database.name(),
                TABLE,
                database.writer(),
                quoted(secrets.get(Secrets.LEDGER_WRITER)),
                database.reader(),
                quoted(secrets.get(Secrets.LEDGER_READER)));
    }

    private static String quoted(String raw) {
        return "'" + raw.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
