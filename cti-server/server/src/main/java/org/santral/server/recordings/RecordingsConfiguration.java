package org.santral.server.recordings;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.santral.pbx.PbxId;
import org.santral.server.settings.SantralSettings;
import org.santral.server.tables.enums.RecordingState;
import org.santral.site.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The folder, its keeper and who asks them.
@Configuration(proxyBeanMethods = false)
class RecordingsConfiguration {
    @Bean
    RecordingFolder recordingFolder(SantralSettings settings) {
        return new RecordingFolder(settings.recordings().folder());
    }

    @Bean
    RecordingKeeper recordingKeeper(
            DSLContext sql, RecordingFolder folder, Site site, InstantSource clock, MeterRegistry meters) {
        RecordingKeeper keeper = new RecordingKeeper(sql, folder, pbx(site), clock);
        for (RecordingState state : RecordingState.values()) {
            Gauge.builder("santral.recordings", keeper, known -> known.counts().getOrDefault(state, 0))
                    .tag("state", state.getLiteral().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        return keeper;
    }

    @Bean(destroyMethod = "close")
    KeeperRounds keeperRounds(RecordingKeeper keeper, Site site, InstantSource clock) {
        return new KeeperRounds(keeper, clock, ZoneId.of(site.zone()));
    }

    /// A site has one exchange, whose devices say its name.
    private static String pbx(Site site) {
        return Stream.concat(
                        site.phones().stream().map(phone -> phone.device().pbx()),
                        site.trunks().stream().map(trunk -> trunk.device().pbx()))
                .findFirst()
                .map(PbxId::value)
                .orElse("");
    }

    @Bean
    RecordingQueries recordingQueries(DSLContext sql) {
        return new RecordingQueries(sql);
    }
}
