package org.santral.server.settings;

import java.nio.file.Path;
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
        settings.check();
        Path file = settings.site();
        if (file == null) {
            throw new WrongSetting(
                    "santral.site", "", "is missing", "Give the path of a site.yaml (environment: SANTRAL_SITE).");
        }
        return Sites.plan(file, settings.net());
    }

    @Bean
    Site site(SitePlan plan) {
        return Sites.model(plan);
    }
}
