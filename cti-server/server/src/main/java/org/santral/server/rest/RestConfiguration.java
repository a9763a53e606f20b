package org.santral.server.rest;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What controllers share.
@Configuration(proxyBeanMethods = false)
class RestConfiguration {
    @Bean
    Idempotency idempotency(DSLContext sql, InstantSource clock) {
        return new Idempotency(sql, clock);
    }
}
