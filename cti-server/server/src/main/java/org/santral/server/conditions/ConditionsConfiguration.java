package org.santral.server.conditions;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one place of conditions, and the rounds that keep it true.
@Configuration(proxyBeanMethods = false)
class ConditionsConfiguration {
    @Bean
    Conditions conditions(InstantSource clock, MeterRegistry meters) {
        Conditions conditions = new Conditions(clock);
        for (Kind kind : Kind.values()) {
            Gauge.builder("santral.condition", conditions, all -> all.stands(kind) ? 1 : 0)
                    .tag("kind", kind.key())
                    .tag("weight", kind.weight().name().toLowerCase(java.util.Locale.ROOT))
                    .description("1 while this is wrong")
                    .register(meters);
        }
        return conditions;
    }

    @Bean(destroyMethod = "close")
    Rounds rounds(ObjectProvider<Watch> watches, Conditions conditions) {
        return new Rounds(watches.orderedStream().toList(), conditions);
    }
}
