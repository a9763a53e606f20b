package org.santral.server.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.santral.pbx.PbxId;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.server.conditions.Kind;
import org.santral.server.conditions.Watch;
import org.santral.server.directory.Directory;
import org.santral.server.history.HistoryWriter;
import org.santral.server.history.RecordedCalls;
import org.santral.server.loop.AttachedPbx;
import org.santral.site.Site;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledger beside the history.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    @Bean
    Hearing hearing(InstantSource clock) {
        return new Hearing(clock);
    }

    @Bean
    LedgerTables ledgerTables(DSLContext sql, SitePlan plan) {
        return new LedgerTables(sql, pbx(plan));
    }

    @Bean
    Reconciler reconciler(
            DSLContext sql,
            LedgerTables tables,
            HistoryWriter history,
            // A call of long ago is nobody's outside directory's business.
            @Qualifier("book") Directory directory,
            SitePlan plan,
            Site site,
            InstantSource clock) {
        PbxId pbx = pbx(plan);
        return new Reconciler(pbx, tables, new RecordedCalls(sql), history, new Accounts(pbx, site, directory), clock);
    }

    @Bean
    Findings findings(DSLContext sql, SitePlan plan) {
        return new Findings(sql, pbx(plan), zone(plan));
    }

    @Bean
    Days days(DSLContext sql, SitePlan plan, MeterRegistry meters, InstantSource clock) {
        Days days = new Days(sql, pbx(plan), zone(plan));
        new DayMeters(days, zone(plan), clock).register(meters);
        return days;
    }

    @Bean(destroyMethod = "close")
    Ledger ledger(
            LedgerSettings settings,
            SitePlan plan,
            LedgerTables tables,
            Reconciler reconciler,
            Hearing hearing,
            AttachedPbx pbx,
            InstantSource clock,
            MeterRegistry meters) {
        LedgerWorker worker = settings.checked().anywhere()
                ? new LedgerWorker(
                        new LedgerWorker.Parts(settings, zone(plan), tables, reconciler),
                        new LedgerReading(settings, plan.exchange().id(), tables, clock),
                        hearing,
                        pbx,
                        clock)
                : null;
        Ledger ledger = new Ledger(worker);
        Gauge.builder("santral.ledger.waiting", ledger, one -> one.state().waiting())
                .description("Calls the ledger knows that are not compared with the history yet")
                .register(meters);
        Gauge.builder("santral.ledger.unread.bytes", ledger, one -> one.state().unread())
                .register(meters);
        Gauge.builder("santral.ledger.ok", ledger, one -> one.state().trouble() == null ? 1 : 0)
                .description("1 while the exchange's ledger can be read")
                .register(meters);
        return ledger;
    }

    @Bean
    Watch ledgerSilent(Ledger ledger) {
        return conditions -> {
            LedgerState state = ledger.state();
            String trouble = state.trouble();
            conditions.set(
                    trouble != null && trouble.endsWith("-silent"), Kind.LEDGER_SILENT, "", "where", state.detail());
        };
    }

    private static ZoneId zone(SitePlan plan) {
        return ZoneId.of(plan.about().zone());
    }

    private static PbxId pbx(SitePlan plan) {
        return new PbxId(plan.exchange().id());
    }
}
