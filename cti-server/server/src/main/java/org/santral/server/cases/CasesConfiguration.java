package org.santral.server.cases;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who reads cases, who writes them, and who looks after the overdue ones.
@Configuration(proxyBeanMethods = false)
class CasesConfiguration {
    @Bean
    CaseQueries caseQueries(DSLContext sql, InstantSource clock) {
        return new CaseQueries(sql, clock);
    }

    @Bean
    Cases cases(DSLContext sql, CaseQueries queries, InstantSource clock) {
        return new Cases(sql, queries, clock);
    }

    @Bean
    CasesOfCustomer casesOfCustomer(CaseQueries queries) {
        return new CasesOfCustomer(queries);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Escalations escalations(DSLContext sql, InstantSource clock) {
        return new Escalations(sql, clock);
    }
}
