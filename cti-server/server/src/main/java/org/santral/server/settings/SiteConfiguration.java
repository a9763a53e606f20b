package org.santral.server.settings;

import org.santral.pbxconfig.site.SitePlan;
import org.santral.site.Site;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The site, read once at the start.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SantralSettings.class)
class SiteConfiguration {
    @Bean
    SitePlan sitePlan(SantralSettings settings) {
        return Sites.plan(settings.site(), settings.net());
    }

    @Bean
    Site site(SitePlan plan) {
        return Sites.model(plan);
    }
}
