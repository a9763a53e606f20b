package org.santral.server.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which database Spring's connection pool, Flyway and jOOQ are given.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

    /// The pool depends on it, so Spring closes the pool first and stops MariaDB after it.
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "santral.database.url", matchIfMissing = true, havingValue = "none")
    EmbeddedMariaDb embeddedMariaDb(DatabaseSettings settings) {
        return new EmbeddedMariaDb(settings);
    }

    @Bean
    @ConditionalOnProperty(name = "santral.database.url", matchIfMissing = true, havingValue = "none")
    JdbcConnectionDetails embeddedConnection(EmbeddedMariaDb database) {
        return connection(database.url(), database.user(), database.password());
    }

    @Bean
    @ConditionalOnProperty(name = "santral.database.url")
    JdbcConnectionDetails configuredConnection(DatabaseSettings settings) {
        String url = settings.url();
        if (url == null || !url.startsWith("jdbc:mariadb:")) {
            throw new DatabaseTrouble(
                    "santral.database.url=" + url + " is no JDBC URL of a MariaDB",
                    "Write jdbc:mariadb://HOST:3306/santral, or leave it out to have one started.");
        }
        return connection(url, settings.user(), settings.password());
    }

    /// Spring would make exceptions of its own out of jOOQ's; everybody here looks for jOOQ's.
    @Bean
    ExceptionTranslatorExecuteListener exceptionsAsTheyAre() {
        return new ExceptionTranslatorExecuteListener() {};
    }

    private static JdbcConnectionDetails connection(String url, String user, String password) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
