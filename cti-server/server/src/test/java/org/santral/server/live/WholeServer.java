package org.santral.server.live;

import java.util.Map;
import org.santral.server.BackRooms;
import org.santral.server.app.SantralApplication;
import org.santral.server.database.EmbeddedMariaDb;
import org.santral.server.database.TestMariaDb;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// Every room as `SantralApplication` wires it, attached to the stand-in exchange and the tests' MariaDB.
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "org.santral.server",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {SantralApplication.class, BackRooms.class}))
public class WholeServer {
    /// Outlives the context: the server connects to it while it starts.
    private static final StandInExchange EXCHANGE = new StandInExchange();

    @Bean
    StandInExchange exchange() {
        return EXCHANGE;
    }

    static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            EmbeddedMariaDb database = TestMariaDb.running();
            TestPropertyValues.of(Map.of(
                            "santral.site",
                            "src/test/resources/site.yaml",
                            // Of its own for each run: others on this machine may hold a server too.
                            "santral.net",
                            "" + (100 + ProcessHandle.current().pid() % 100),
                            "santral.pbx.host",
                            "127.0.0.1",
                            "santral.pbx.port",
                            "" + EXCHANGE.port(),
                            "santral.pbx.secret",
                            "secret",
                            "santral.imports.dir",
                            "target/test-imports-" + ProcessHandle.current().pid(),
                            "santral.journal.dir",
                            "target/test-journal-" + ProcessHandle.current().pid(),
                            "santral.database.url",
                            database.url(),
                            "santral.database.user",
                            database.user(),
                            "santral.database.password",
                            database.password()))
                    .and(
                            "santral.people.initial-passwords-file=target/test-passwords-"
                                    + ProcessHandle.current().pid(),
                            "santral.web.origins=https://crm.example",
                            "santral.ledger.folder=" + WrittenLedger.FOLDER,
                            "santral.ledger.read-every=200ms")
                    .applyTo(context);
        }
    }
}
