package org.santral.server.people;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jooq.DSLContext;
import org.santral.server.database.FirstContact;
import org.santral.site.Site;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Puts people, log-in and sessions together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleSettings.class)
public class PeopleConfiguration {

    /// Argon2id as OWASP recommends it; the name in front of each hash lets a later one take over.
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    @Bean
    PeopleInDatabase people(
            DSLContext sql, FirstContact database, Site site, PasswordEncoder encoder, PeopleSettings settings) {
        FirstPeople first = new FirstPeople(sql, encoder, settings.initialPasswordsFile(), InstantSource.system());
        PeopleInDatabase people = new PeopleInDatabase(sql);
        database.then(() -> {
            first.ensure(site);
            people.reload();
        });
        return people;
    }

    @Bean
    LogIn logIn(DSLContext sql, PeopleInDatabase people, PasswordEncoder encoder) {
        return new LogIn(sql, people, encoder, new Throttle(InstantSource.system()));
    }

    @Bean
    Sessions sessions(
            DSLContext sql,
            FirstContact database,
            PeopleInDatabase people,
            PeopleSettings settings,
            @Value("${santral.journal.dir:data/journal}") Path folder) {
        KeptSessions kept = new KeptSessions(folder.resolve("sessions.json"));
        Sessions sessions = new Sessions(sql, people, kept, settings, InstantSource.system());
        sessions.recall();
        database.then(sessions::load);
        return sessions;
    }

    @Bean
    SecurityContextRepository signedInRequests(Sessions sessions) {
        return new SignedInRequests(sessions);
    }
}
