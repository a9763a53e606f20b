package org.santral.server.imports;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.database.FirstContact;
import org.santral.server.numbers.PhoneNumbers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the imports together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportsConfiguration {
    @Bean
    ImportJobs importJobs(DSLContext sql, InstantSource clock) {
        return new ImportJobs(sql, clock);
    }

    @Bean(destroyMethod = "close")
    Importer importer(
            DSLContext sql,
            CustomerStore store,
            PhoneNumbers numbers,
            ImportJobs jobs,
            AccessLog log,
            ImportSettings settings,
            FirstContact database) {
        Importer importer = new Importer(new ImportRun.Tools(sql, store, numbers, jobs, log), new Uploads(settings));
        database.then(importer::stopLeftOvers);
        return importer;
    }
}
