package org.santral.server.app;

import java.time.InstantSource;
import org.santral.asterisk.command.AsteriskCommands;
import org.santral.server.clocks.SteppedClock;
import org.santral.server.conditions.Watch;
import org.santral.server.journal.JournalWatch;
import org.santral.server.life.RunMark;
import org.santral.server.loop.AttachedPbx;
import org.santral.server.loop.LoopWatch;
import org.santral.server.loop.RightsWatch;
import org.santral.server.loop.SilentCalls;
import org.santral.server.settings.ExchangeAccess;
import org.santral.server.settings.SantralSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is looked at every second on the live side; the rooms behind bring their own.
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {
    @Bean
    Watch journal(AttachedPbx pbx) {
        return new JournalWatch(pbx.journal(), () -> pbx.loop().run(() -> {}));
    }

    @Bean
    Watch loop(AttachedPbx pbx) {
        return new LoopWatch(pbx);
    }

    @Bean
    Watch silentCalls(AttachedPbx pbx, InstantSource clock, SantralSettings settings) {
        return new SilentCalls(pbx.id().value(), pbx.loop(), clock, settings.silentAfter());
    }

    @Bean
    Watch rights(AttachedPbx pbx, ExchangeAccess access, AsteriskCommands commands, InstantSource clock) {
        return new RightsWatch(
                new RightsWatch.Accounts(pbx.id().value(), access.user(), access.commandUser()),
                pbx.rights(),
                pbx::linkUp,
                commands::learnRights,
                clock);
    }

    @Bean(destroyMethod = "close")
    RunMark runMark(SantralSettings settings, InstantSource clock) {
        return new RunMark(settings.journal().dir(), clock);
    }

    @Bean
    Watch steppedClock(InstantSource clock) {
        return new SteppedClock(clock, System::nanoTime);
    }
}
