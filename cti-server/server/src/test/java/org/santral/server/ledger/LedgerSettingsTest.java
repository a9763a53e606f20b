package org.santral.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.server.settings.WrongSetting;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/// The settings under `santral.ledger.`, as Spring reads them.
class LedgerSettingsTest {
    private static final String URL = "database.url=jdbc:mariadb://db:3306/santral_ledger";
    private static final String USER = "database.user=santral_reader";
    private static final String PASSWORD = "database.password=sesame";

    @TempDir
    private Path folder;

    @Test
    void withoutAnythingThereIsNoLedger() {
        assertThat(read().checked().anywhere()).isFalse();
        assertThat(read("folder=", "queue-log=", "database.url=").checked().anywhere())
                .isFalse();
    }

    @Test
    void aFolderOrADatabaseOrBothMakeOne() {
        assertThat(read("folder=" + folder).checked().anywhere()).isTrue();
        assertThat(read(URL, USER, PASSWORD).checked().anywhere()).isTrue();
        LedgerSettings both = read("folder=" + folder, "queue-log=" + folder + "/queue_log", URL, USER, PASSWORD)
                .checked();
        assertThat(both.folder()).isEqualTo(folder);
        assertThat(both.queueLog()).isEqualTo(folder.resolve("queue_log"));
        assertThat(both.database().where()).isEqualTo("//db:3306/santral_ledger");
        assertThat(both.keepDays()).isEqualTo(35);
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(read(URL, USER, PASSWORD).toString())
                .contains("santral_reader", "//db:3306/santral_ledger")
                .doesNotContain("sesame");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            database.url=db:3306              | santral.ledger.database.url=db:3306: is no JDBC URL of a MariaDB. Write jdbc:mariadb://HOST:3306/santral_ledger.
            database.url=jdbc:mariadb://db/x?password=p | santral.ledger.database.url=//db/x: carries an account. Write it into santral.ledger.database.user and .password.
            database.url=jdbc:mariadb://u:p@db/x | santral.ledger.database.url=//db/x: is no JDBC URL of a MariaDB. Write jdbc:mariadb://HOST:3306/santral_ledger.
            database.user=                    | santral.ledger.database.user=: is missing. Name the reader of ledger.sql.
            database.password=                | santral.ledger.database.password=: is missing. It is LEDGER_READER_SECRET of pbx-config's secrets (environment: SANTRAL_LEDGER_DATABASE_PASSWORD).
            read-every=10ms                   | santral.ledger.read-every=PT0.01S: is out of range. Write 100ms to 1h.
            nightly-at=half past three        | santral.ledger.nightly-at=half past three: is no time of day. Write one such as 03:30.
            keep-days=1                       | santral.ledger.keep-days=1: is out of range. Write 2 or more.
            rotate-megabytes=-1               | santral.ledger.rotate-megabytes=-1: is out of range. Write 0 (never) or more.
            """)
    void aWrongOneIsNamedWithTheMend(String setting, String message) {
        assertThat(said(URL, USER, PASSWORD, setting)).containsExactly(message);
    }

    @Test
    void aFolderThatIsAFileAndAFileThatIsAFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("ledger.cel"));
        assertThat(said("folder=" + file, "queue-log=" + folder))
                .containsExactly(
                        "santral.ledger.folder=" + file + ": is no folder. Name the folder in which ledger.cel lies.",
                        "santral.ledger.queue-log=" + folder
                                + ": is a folder. Name the file, such as /var/log/asterisk/queue_log.");
        assertThat(said("queue-log=" + file))
                .containsExactly("santral.ledger.queue-log=" + file + ": is of no use alone. Name the ledger too, in"
                        + " santral.ledger.folder or santral.ledger.database.url.");
    }

    private static List<String> said(String... settings) {
        LedgerSettings read = read(settings);
        return catchThrowableOfType(WrongSetting.class, read::checked).lines();
    }

    /// A later value of one key replaces an earlier one.
    private static LedgerSettings read(String... settings) {
        LedgerSettings[] bound = new LedgerSettings[1];
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues(Stream.of(settings)
                        .map(setting -> "santral.ledger." + setting)
                        .toArray(String[]::new))
                .run(context -> bound[0] = context.getBean(LedgerSettings.class));
        return Arrays.stream(bound).findFirst().orElseThrow();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LedgerSettings.class)
    static class Bound {}
}
