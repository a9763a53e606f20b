package org.santral.server.app;

import java.time.InstantSource;
import org.santral.server.clocks.SteppedClock;
import org.santral.server.conditions.Watch;
import org.santral.server.journal.JournalWatch;
import org.santral.server.loop.AttachedPbx;
import org.santral.server.loop.LoopWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is looked at every second on the live side; the rooms behind bring their own.
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {
    @Bean
    Watch journal(AttachedPbx pbx) {
        return new JournalWatch(pbx.journal());
    }

    @Bean
    Watch loop(AttachedPbx pbx, InstantSource clock) {
        return new LoopWatch(pbx, clock);
    }

    @Bean
    Watch steppedClock(InstantSource clock) {
        return new SteppedClock(clock, System::nanoTime);
    }
}
