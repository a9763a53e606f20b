package org.santral.server.directory;

import java.time.Duration;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.server.database.FirstContact;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.settings.WrongSetting;
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

    /// Fewer last digits are anybody's.
    private static final int FEWEST_DIGITS = 6;

    private static final int MOST_DIGITS = 12;

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
            PhoneNumbers numbers,
            DSLContext sql,
            FirstContact database,
            CustomerNames names,
            Promptness promptness,
            InstantSource clock,
            @Value("${santral.directory.suffix-digits:0}") int suffixDigits) {
        if (suffixDigits != 0 && (suffixDigits < FEWEST_DIGITS || suffixDigits > MOST_DIGITS)) {
            throw new WrongSetting(
                    "santral.directory.suffix-digits",
                    suffixDigits,
                    "is not 0 and not " + FEWEST_DIGITS + " to " + MOST_DIGITS,
                    "Leave it out so that only whole numbers match.");
        }
        BudgetedDirectory directory = new BudgetedDirectory(
                numbers, new Book(sql, suffixDigits), new Lessons(sql, clock), names, BUDGET, promptness);
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
