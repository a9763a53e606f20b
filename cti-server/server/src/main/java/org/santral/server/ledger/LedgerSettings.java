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
/// @param folder where the exchange writes `ledger.cel`, as seen from this machine; null: there is no ledger
/// @param readEvery how long the exchange's newest lines wait
/// @param nightlyAt when the days before are compared once more, in the site's time, such as `03:30`
/// @param keepDays how long lines are kept as evidence
/// @param rotateMegabytes at which size the file is renamed and a new one begun, 0 when others see to that
@ConfigurationProperties("santral.ledger")
record LedgerSettings(
        @Nullable Path folder,
        @DefaultValue("2s") Duration readEvery,
        @DefaultValue("03:30") String nightlyAt,
        @DefaultValue("35") int keepDays,
        @DefaultValue("64") int rotateMegabytes) {

    /// @throws WrongSetting with a line for each that is wrong
    LedgerSettings checked() {
        List<String> wrong = new ArrayList<>();
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            wrong.add("santral.ledger.folder=" + folder + ": is no folder. Name the folder in which ledger.cel lies.");
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
