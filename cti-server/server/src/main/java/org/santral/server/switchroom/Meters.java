package org.santral.server.switchroom;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.santral.asterisk.ami.Oddity;
import org.santral.server.desktop.Desks;
import org.santral.server.loop.AnomalyLog;
import org.santral.server.loop.AttachedPbx;
import org.springframework.stereotype.Component;

/// The switchroom's figures for a metrics scraper.
@Component
class Meters {
    Meters(MeterRegistry registry, AttachedPbx pbx, Desks desks, AnomalyLog anomalies) {
        for (Oddity oddity : Oddity.values()) {
            FunctionCounter.builder("santral.odd", pbx.oddities(), odd -> odd.of(oddity))
                    .tag("pbx", pbx.id().value())
                    .tag("kind", oddity.name().toLowerCase(java.util.Locale.ROOT))
                    .description("What was odd in what the exchange sent")
                    .register(registry);
        }
        FunctionCounter.builder("santral.anomalies", anomalies, AnomalyLog::count)
                .description("Inputs that the state of a call did not allow")
                .register(registry);
        FunctionCounter.builder("santral.journal.lost", pbx.journal(), journal -> journal.lost())
                .description("Entries the journal had no room for")
                .register(registry);
        Gauge.builder("santral.link.up", pbx, attached -> attached.linkUp() ? 1 : 0)
                .tag("pbx", pbx.id().value())
                .description("1 while the exchange tells what happens")
                .register(registry);
        Gauge.builder("santral.calls.live", pbx.loop(), loop -> loop.liveCalls())
                .tag("pbx", pbx.id().value())
                .register(registry);
        Gauge.builder("santral.desks.open", desks, Desks::open).register(registry);
    }
}
