package org.santral.pbxconfig.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.santral.pbxconfig.Sites;
import org.santral.pbxconfig.site.Exchange;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.pbxconfig.yaml.SiteReading;
import org.santral.pbxconfig.yaml.SiteYaml;

/// An exchange of our own finds the driver beside its programs and loads the modules it needs.
class LedgerDatabaseTest {

    @Test
    void anAsteriskOfOurOwnLoadsTheModulesAndFindsTheDriver() {
        Map<String, String> files = generated("both");
        assertThat(files.get("modules.conf"))
                .doesNotContain("noload => cel_odbc.so", "noload => res_odbc.so", "noload => res_odbc_transaction.so")
                .contains("noload => cdr_odbc.so", "noload => func_odbc.so");
        assertThat(files.get("odbc.ini")).contains("Driver=/rootfs/usr/lib/x86_64-linux-gnu/odbc/libmaodbc.so\n");
        assertThat(files).containsKeys("cel_custom.conf", "cel_odbc.conf");
    }

    @Test
    void withoutADatabaseNothingOfItIsWrittenOrLoaded() {
        Map<String, String> files = generated("files");
        assertThat(files.get("modules.conf")).contains("noload => cel_odbc.so", "noload => res_odbc.so");
        assertThat(files).doesNotContainKeys("cel_odbc.conf", "res_odbc.conf", "odbc.ini", "ledger.sql");
    }

    @Test
    void aPasswordStaysInsideItsQuotes() {
        SitePlan plan = plan("both");
        Secrets secrets = new Secrets(Map.of(Secrets.LEDGER_WRITER, "a'b\\c;d", Secrets.LEDGER_READER, "r"));
        Exchange.LedgerDatabase database =
                Objects.requireNonNull(plan.exchange().services().ledger().database());
        assertThat(LedgerSql.text(database, secrets)).contains("identified by 'a''b\\\\c;d';\n");
        assertThat(ResOdbcConf.text(database, secrets)).contains("password=a'b\\c\\;d\n");
    }

    private static Map<String, String> generated(String ledger) {
        SitePlan plan = plan(ledger);
        return AsteriskConfiguration.generate(
                new Order(plan, AsteriskVersion.V22, Sites.secrets(plan), new Installation("/home", "/rootfs")));
    }

    private static SitePlan plan(String ledger) {
        String database = ledger.equals("files") ? "" : "\n  ledger-database: {host: 127.0.0.1}";
        String site = Sites.text(Sites.DEMO).replace("recording: on", "ledger: " + ledger + database);
        return switch (SiteYaml.read(site)) {
            case SiteReading.Sound sound -> sound.plan();
            case SiteReading.Unsound unsound -> throw new AssertionError(unsound.problems());
        };
    }
}
