package org.santral.server.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whichever database it is, the tables are asked for in one way.
@Configuration(proxyBeanMethods = false)
public class FirstContactConfiguration {
    @Bean(destroyMethod = "close")
    FirstContact firstContact() {
        return new FirstContact();
    }
}
