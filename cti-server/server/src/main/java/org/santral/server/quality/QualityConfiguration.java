package org.santral.server.quality;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.santral.server.customers.CustomerRows;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.site.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who looks for what is doubtful.
@Configuration(proxyBeanMethods = false)
class QualityConfiguration {
    @Bean
    Numbers doubtfulNumbers(DSLContext sql, PhoneNumbers numbers, Site site) {
        return new Numbers(sql, numbers, site);
    }

    @Bean
    Duplicates duplicates(DSLContext sql, CustomerRows rows) {
        return new Duplicates(sql, rows);
    }

    @Bean
    Unmatched unmatched(DSLContext sql, PhoneNumbers numbers, InstantSource clock) {
        return new Unmatched(sql, numbers, clock);
    }
}
