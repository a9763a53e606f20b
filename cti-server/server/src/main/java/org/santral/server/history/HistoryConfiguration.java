package org.santral.server.history;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jooq.DSLContext;
import org.santral.server.directory.CustomerNames;
import org.santral.server.directory.PhoneNumbers;
import org.santral.server.recordings.RecordingQueries;
import org.santral.site.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The way into the history and back.
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
    @Bean(destroyMethod = "close")
    SpooledHistory historyWriter(DSLContext sql, MeterRegistry meters) {
        SpooledHistory history = new SpooledHistory(new CallTables(sql));
        FunctionCounter.builder("santral.history.written", history, SpooledHistory::written)
                .register(meters);
        FunctionCounter.builder("santral.history.failures", history, SpooledHistory::failures)
                .register(meters);
        FunctionCounter.builder("santral.history.set.aside", history, SpooledHistory::setAside)
                .register(meters);
        Gauge.builder(
                        "santral.history.waiting",
                        history,
                        spool -> spool.unwritten().size())
                .register(meters);
        return history;
    }

    @Bean
    NamedRows callRows(Site site, PhoneNumbers numbers, CustomerNames customers) {
        return new NamedRows(site, numbers, customers);
    }

    @Bean
    CallQueries callQueries(DSLContext sql, NamedRows names, RecordingQueries recordings) {
        return new CallQueries(sql, names, recordings);
    }
}
