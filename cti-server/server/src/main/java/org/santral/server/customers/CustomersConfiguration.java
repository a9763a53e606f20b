package org.santral.server.customers;

import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.santral.server.customers.access.AccessLog;
import org.santral.server.customers.definitions.DefinitionTables;
import org.santral.server.customers.search.CustomerSearch;
import org.santral.server.customers.timeline.Notes;
import org.santral.server.customers.timeline.Timeline;
import org.santral.server.customers.timeline.TimelineSource;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.rest.Idempotency;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the customers together.
@Configuration(proxyBeanMethods = false)
class CustomersConfiguration {
    @Bean
    AccessLog accessLog(DSLContext sql, InstantSource clock) {
        return new AccessLog(sql, clock);
    }

    @Bean
    CustomerStore customerStore(DSLContext sql, InstantSource clock) {
        return new CustomerStore(sql, clock);
    }

    @Bean
    CustomerRows customerRows(DSLContext sql, PhoneNumbers numbers) {
        return new CustomerRows(sql, numbers);
    }

    @Bean
    CustomerList customerList(DSLContext sql) {
        return new CustomerList(sql);
    }

    @Bean
    CustomerSearch customerSearch(DSLContext sql, PhoneNumbers numbers) {
        return new CustomerSearch(sql, numbers);
    }

    @Bean
    Customers customers(DSLContext sql, PhoneNumbers numbers, CustomerStore store, AccessLog log) {
        return new Customers(sql, numbers, store, log);
    }

    @Bean
    Merges merges(DSLContext sql, InstantSource clock, AccessLog log) {
        return new Merges(sql, clock, log);
    }

    @Bean
    Changes customerChanges(DSLContext sql, InstantSource clock) {
        return new Changes(sql, clock);
    }

    @Bean
    Idempotency idempotency(DSLContext sql, InstantSource clock) {
        return new Idempotency(sql, clock);
    }

    @Bean
    DefinitionTables definitionTables(DSLContext sql) {
        return new DefinitionTables(sql);
    }

    @Bean
    Notes customerNotes(DSLContext sql, InstantSource clock) {
        return new Notes(sql, clock);
    }

    @Bean
    Timeline timeline(DSLContext sql, List<TimelineSource> sources) {
        return new Timeline(sql, sources);
    }
}
