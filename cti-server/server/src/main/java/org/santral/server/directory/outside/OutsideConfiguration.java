package org.santral.server.directory.outside;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.santral.server.directory.Directory;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.settings.WrongSetting;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The directories beside the book, as the settings order them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideSettings.class)
class OutsideConfiguration {
    @Bean(destroyMethod = "close")
    Outsides outsides(OutsideSettings settings, PhoneNumbers numbers) {
        OutsideSettings checked = settings.checked();
        try {
            return Outsides.of(checked, numbers);
        } catch (IOException e) {
            throw new WrongSetting(
                    "santral.directories.folder",
                    checked.folder(),
                    "cannot be used: " + e.getMessage(),
                    "Name a folder this server may write to.");
        } catch (GeneralSecurityException e) {
            throw new WrongSetting(
                    "santral.directories.list",
                    "…",
                    "has certificates that cannot be used: " + e.getMessage(),
                    "Name PEM files of certificates in each trust.");
        }
    }

    @Bean
    @Primary
    Directory widerDirectory(
            @Qualifier("book") Directory book, PhoneNumbers numbers, Outsides outsides, OutsideSettings settings) {
        return new WiderDirectory(
                book, numbers, outsides.inOrder(), settings.ask() == OutsideSettings.Ask.ALWAYS, settings.routeWait());
    }

    @Bean
    OutsideWatch outsideWatch(Outsides outsides) {
        return new OutsideWatch(outsides);
    }
}
