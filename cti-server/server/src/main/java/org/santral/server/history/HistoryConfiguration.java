package org.santral.server.history;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;
import org.santral.server.database.FirstContact;
import org.santral.server.directory.CustomerNames;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.recordings.RecordingQueries;
import org.santral.site.Site;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The way into the history and back.
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
    @Bean(destroyMethod = "close")
    SpooledHistory historyWriter(
            DSLContext sql, MeterRegistry meters, @Value("${santral.journal.dir:data/journal}") Path folder)
            throws IOException {
        SpooledHistory history = new SpooledHistory(new CallTables(sql), folder);
        FunctionCounter.builder("santral.history.written", history, SpooledHistory::written)
                .register(meters);
        FunctionCounter.builder("santral.history.failures", history, SpooledHistory::failures)
                .register(meters);
        FunctionCounter.builder("santral.history.retries", history, SpooledHistory::retries)
                .register(meters);
        FunctionCounter.builder("santral.history.set.aside", history, SpooledHistory::setAside)
                .register(meters);
        Gauge.builder(
                        "santral.history.waiting",
                        history,
                        spool -> spool.unwritten().size() + spool.onDisk())
                .register(meters);
        return history;
    }

    @Bean
    Watch database(SpooledHistory history, FirstContact database) {
        return conditions -> {
            String atStart = database.trouble();
            String reason = atStart == null ? history.away() : atStart;
            conditions.set(
                    reason != null,
                    Kind.DATABASE_AWAY,
                    "",
                    "reason",
                    reason == null ? "" : reason,
                    "waiting",
                    "" + (history.unwritten().size() + history.onDisk()));
            conditions.set(
                    history.aside().count() > 0,
                    Kind.RECORDS_SET_ASIDE,
                    "",
                    "records",
                    "" + history.aside().count(),
                    "reason",
                    history.aside().lastReason());
        };
    }

    @Bean
    NamedRows callRows(Site site, PhoneNumbers numbers, CustomerNames customers) {
        return new NamedRows(site, numbers, customers);
    }

    @Bean
    CallQueries callQueries(DSLContext sql, NamedRows names, RecordingQueries recordings) {
        return new CallQueries(sql, names, recordings);
    }

    @Bean
    CallsOfCustomer callsOfCustomer(CallQueries calls) {
        return new CallsOfCustomer(calls);
    }
}
