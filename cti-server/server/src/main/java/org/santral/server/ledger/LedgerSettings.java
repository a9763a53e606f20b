package org.santral.server.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.settings.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings under `santral.ledger.`.
///
/// Without a folder and without a database there is no ledger; with both, both are read and merged.
///
/// @param folder where the exchange writes `ledger.cel`, as seen from this machine; null or empty: nowhere
/// @param queueLog the file `queue_log`, as seen from this machine; null or empty: it is not read
/// @param database where the exchange writes it over ODBC
/// @param readEvery how long the exchange's newest lines wait
/// @param nightlyAt when the days before are compared once more, in the site's time, such as `03:30`
/// @param keepDays how long lines are kept as evidence
/// @param rotateMegabytes at which size the file is renamed and a new one begun, 0 when others see to that
@ConfigurationProperties("santral.ledger")
record LedgerSettings(
        @Nullable Path folder,
        @Nullable Path queueLog,
        @DefaultValue Database database,
        @DefaultValue("2s") Duration readEvery,
        @DefaultValue("03:30") String nightlyAt,
        @DefaultValue("35") int keepDays,
        @DefaultValue("64") int rotateMegabytes) {

    /// @param url JDBC URL of the database in which the table `santral_cel` is; empty: there is none
    /// @param user the account that `ledger.sql` made for this server
    record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        boolean given() {
            return !url.isBlank();
        }

        /// For people: nothing of it is secret.
        String where() {
            return url.replaceFirst("^jdbc:mariadb:", "")
                    .replaceFirst("\\?.*", "")
                    .replaceFirst("//[^/]*@", "//");
        }

        /// Keeps the password out of logs.
        @Override
        public String toString() {
            return "Database[" + where() + ", " + user + "]";
        }

        private List<String> wrong() {
            List<String> wrong = new ArrayList<>();
            if (!given()) {
                return wrong;
            }
            if (!url.matches("jdbc:mariadb://[^/@?]+/\\w+(\\?.*)?")) {
                wrong.add("santral.ledger.database.url=" + where()
                        + ": is no JDBC URL of a MariaDB. Write jdbc:mariadb://HOST:3306/santral_ledger.");
            }
            if (url.matches("(?i).*[?&](user|password)=.*")) {
                wrong.add("santral.ledger.database.url=" + where()
                        + ": carries an account. Write it into santral.ledger.database.user and .password.");
            }
            if (user.isBlank()) {
                wrong.add("santral.ledger.database.user=: is missing. Name the reader of ledger.sql.");
            }
            if (password.isEmpty()) {
                wrong.add("santral.ledger.database.password=: is missing. It is LEDGER_READER_SECRET of pbx-config's"
                        + " secrets (environment: SANTRAL_LEDGER_DATABASE_PASSWORD).");
            }
            return wrong;
        }
    }

    LedgerSettings {
        if (folder != null && folder.toString().isBlank()) {
            folder = null;
        }
        if (queueLog != null && queueLog.toString().isBlank()) {
            queueLog = null;
        }
    }

    boolean anywhere() {
        return folder != null || database.given();
    }

    /// @throws WrongSetting with a line for each that is wrong
    LedgerSettings checked() {
        List<String> wrong = new ArrayList<>(database.wrong());
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            wrong.add("santral.ledger.folder=" + folder + ": is no folder. Name the folder in which ledger.cel lies.");
        }
        if (queueLog != null && Files.isDirectory(queueLog)) {
            wrong.add("santral.ledger.queue-log=" + queueLog + ": is a folder. Name the file, such as"
                    + " /var/log/asterisk/queue_log.");
        }
        if (queueLog != null && !anywhere()) {
            wrong.add("santral.ledger.queue-log=" + queueLog + ": is of no use alone. Name the ledger too, in"
                    + " santral.ledger.folder or santral.ledger.database.url.");
        }
        if (readEvery.compareTo(Duration.ofMillis(100)) < 0 || readEvery.compareTo(Duration.ofHours(1)) > 0) {
            wrong.add("santral.ledger.read-every=" + readEvery + ": is out of range. Write 100ms to 1h.");
        }
        try {
            LocalTime.parse(nightlyAt);
        } catch (DateTimeParseException e) {
            wrong.add("santral.ledger.nightly-at=" + nightlyAt + ": is no time of day. Write one such as 03:30.");
        }
        if (keepDays < 2) {
            wrong.add("santral.ledger.keep-days=" + keepDays + ": is out of range. Write 2 or more.");
        }
        if (rotateMegabytes < 0) {
            wrong.add("santral.ledger.rotate-megabytes=" + rotateMegabytes
                    + ": is out of range. Write 0 (never) or more.");
        }
        if (!wrong.isEmpty()) {
            throw new WrongSetting(wrong);
        }
        return this;
    }

    LocalTime nightly() {
        return LocalTime.parse(nightlyAt);
    }
}
