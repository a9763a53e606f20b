package org.santral.server;

import java.time.InstantSource;
import java.util.List;
import org.santral.agent.AgentId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxId;
import org.santral.server.database.DatabaseSettings;
import org.santral.server.database.EmbeddedMariaDb;
import org.santral.server.database.FirstContactConfiguration;
import org.santral.server.database.TestMariaDb;
import org.santral.server.settings.SantralSettings;
import org.santral.site.Site;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// Everything but the live side, over the tests' MariaDB and a small site.
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties({DatabaseSettings.class, SantralSettings.class})
@Import(FirstContactConfiguration.class)
@ComponentScan({
    "org.santral.server.callbacks",
    "org.santral.server.cases",
    "org.santral.server.customers",
    "org.santral.server.directory",
    "org.santral.server.history",
    "org.santral.server.imports",
    "org.santral.server.people",
    "org.santral.server.quality",
    "org.santral.server.recordings",
    "org.santral.server.rest",
    "org.santral.server.web"
})
public class BackRooms {
    public static final PbxId PBX = new PbxId("pbx1");

    @Bean
    Site site() {
        return new Site(
                "IR",
                "Asia/Tehran",
                List.of(new Site.Trunk(new DeviceId(PBX, "PJSIP/trunk"), "Carrier")),
                List.of(new Site.Did("02188880000", "Sales line", "sales", null)),
                List.of(new Site.Queue("sales", "Sales", Site.Queue.Strategy.RING_ALL)),
                List.of(new Site.Phone(new DeviceId(PBX, "PJSIP/1001"), "1001", "Desk 1001")),
                List.of(
                        new Site.Agent(new AgentId("sara"), "Sara Ahmadi", "1001", List.of("sales")),
                        new Site.Agent(new AgentId("omid"), "Omid Rezaei", "1002", List.of("sales"))));
    }

    /// As the server itself has it: jOOQ's exceptions stay what they are.
    @Bean
    ExceptionTranslatorExecuteListener exceptionsAsTheyAre() {
        return new ExceptionTranslatorExecuteListener() {};
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    JdbcConnectionDetails testDatabase() {
        EmbeddedMariaDb database = TestMariaDb.running();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
