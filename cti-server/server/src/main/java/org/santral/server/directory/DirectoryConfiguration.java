package org.santral.server.directory;

import java.time.Duration;
import org.jooq.DSLContext;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.server.database.FirstContact;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.site.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The book of this site.
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
    /// Below the 250 ms that the dialplan waits for a route.
    private static final Duration BUDGET = Duration.ofMillis(200);

    @Bean
    PhoneNumbers phoneNumbers(Site site, ObjectProvider<SitePlan> plan) {
        SitePlan known = plan.getIfAvailable();
        return new PhoneNumbers(
                site.country(), known == null ? "" : known.exchange().outsideLine());
    }

    @Bean
    CustomerNames customerNames() {
        return new CustomerNames();
    }

    @Bean
    Promptness promptness() {
        return new Promptness(System::nanoTime);
    }

    /// The own book alone; who looks up asks wider, see the package `outside`.
    @Bean
    Directory book(
            PhoneNumbers numbers, DSLContext sql, FirstContact database, CustomerNames names, Promptness promptness) {
        BudgetedDirectory directory = new BudgetedDirectory(numbers, new Book(sql), names, BUDGET, promptness);
        database.then(directory::warmUp);
        return directory;
    }

    @Bean
    DemoBook demoBook(
            DSLContext sql,
            FirstContact database,
            PhoneNumbers numbers,
            Site site,
            @Value("${santral.demo.data:false}") boolean wanted) {
        DemoBook book = new DemoBook(sql, numbers, site);
        if (wanted) {
            database.then(book::fillIfEmpty);
        }
        return book;
    }
}
