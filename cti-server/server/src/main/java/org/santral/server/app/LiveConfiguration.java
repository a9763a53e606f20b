package org.santral.server.app;

import java.io.IOException;
import java.time.InstantSource;
import org.santral.asterisk.ami.AmiSettings;
import org.santral.asterisk.command.AsteriskCommands;
import org.santral.pbx.PbxId;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.server.conditions.Conditions;
import org.santral.server.desktop.Desks;
import org.santral.server.desktop.DesksFactory;
import org.santral.server.directory.Directory;
import org.santral.server.directory.outside.Outsides;
import org.santral.server.history.CallRows;
import org.santral.server.history.HistoryWriter;
import org.santral.server.journal.Entry;
import org.santral.server.ledger.Hearing;
import org.santral.server.life.RunMark;
import org.santral.server.loop.AnomalyLog;
import org.santral.server.loop.AttachedPbx;
import org.santral.server.loop.Outlets;
import org.santral.server.loop.Requests;
import org.santral.server.loop.Timers;
import org.santral.server.settings.ExchangeAccess;
import org.santral.server.settings.SantralSettings;
import org.santral.server.settings.Sites;
import org.santral.server.settings.WrongSetting;
import org.santral.site.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/// Everything that moves live calls.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class LiveConfiguration {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean(destroyMethod = "close")
    Timers timers() {
        return new Timers();
    }

    @Bean
    Requests deskRequests(Timers timers) {
        return new Requests(timers);
    }

    @Bean
    AnomalyLog anomalies(InstantSource clock) {
        return new AnomalyLog(clock);
    }

    @Bean
    ExchangeAccess exchangeAccess(SantralSettings settings, SitePlan plan) {
        return ExchangeAccess.of(settings.pbx(), plan.exchange());
    }

    @Bean(destroyMethod = "close")
    AsteriskCommands commands(ExchangeAccess access) {
        return new AsteriskCommands(access.host(), access.port(), access.commandUser(), access.commandSecret());
    }

    @Bean
    Desks desks(
            Site site,
            SitePlan plan,
            CallRows rows,
            Timers timers,
            InstantSource clock,
            SantralSettings settings,
            ObjectProvider<AttachedPbx> pbx) {
        return new DesksFactory(site, Sites.labels(plan), rows, timers, clock)
                .create(
                        input -> pbx.getObject().put(input),
                        delivery -> pbx.getObject().loop().remember(new Entry(Entry.Kind.DELIVERY, delivery.json())),
                        settings.demo() != null);
    }

    @Bean(destroyMethod = "close")
    AttachedPbx pbx(
            SitePlan plan,
            Site site,
            ExchangeAccess access,
            SantralSettings settings,
            Outlets outlets,
            LiveParts parts) {
        try {
            return new AttachedPbx(
                    new AttachedPbx.Attachment(
                            new PbxId(plan.exchange().id()),
                            site,
                            AmiSettings.of(access.host(), access.port(), access.user(), access.secret()),
                            settings.journal(),
                            outlets,
                            effect -> {
                                parts.desks().take(effect);
                                parts.hearing().take(effect);
                                parts.outsides().take(effect);
                            }),
                    parts.timers(),
                    parts.requests(),
                    parts.clock());
        } catch (IOException e) {
            throw new WrongSetting(
                    "santral.journal.dir",
                    settings.journal().dir(),
                    "cannot be written: " + e.getMessage(),
                    "Name a folder this server may write to.");
        }
    }

    /// What the loop works with.
    record LiveParts(
            Desks desks, Hearing hearing, Outsides outsides, Timers timers, Requests requests, InstantSource clock) {}

    @Bean
    LiveParts liveParts(
            Desks desks, Hearing hearing, Outsides outsides, Timers timers, Requests requests, InstantSource clock) {
        return new LiveParts(desks, hearing, outsides, timers, requests, clock);
    }

    @Bean
    Outlets outlets(Directory directory, HistoryWriter history, AsteriskCommands commands, AnomalyLog anomalies) {
        return new Outlets(directory, history, commands, anomalies);
    }

    @Bean
    OpeningHours openingHours(AttachedPbx pbx, Desks desks, SitePlan plan, RunMark mark, Conditions conditions) {
        return new OpeningHours(pbx, desks, plan, mark, conditions);
    }
}
