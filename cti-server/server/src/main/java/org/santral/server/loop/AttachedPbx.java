package org.santral.server.loop;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.agi.RouteAgi;
import org.santral.asterisk.ami.AmiReader;
import org.santral.asterisk.ami.AmiSettings;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Rights;
import org.santral.pbx.CallId;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxId;
import org.santral.pbxconfig.site.CtiServer;
import org.santral.routing.RouteDecision;
import org.santral.routing.RouteRequestId;
import org.santral.server.clocks.SteadyClock;
import org.santral.server.journal.Journal;
import org.santral.server.settings.SantralSettings;
import org.santral.site.Site;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One exchange and everything that belongs to it alone: journal, loop, event session, FastAGI.
public final class AttachedPbx implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AttachedPbx.class);
    /// The model answers by default after 250 ms; this is for a loop that is stuck.
    private static final Duration ROUTE_PATIENCE = Duration.ofMillis(600);

    private final PbxId pbx;
    private final Site site;
    private final InstantSource clock;
    private final SteadyClock steady;
    private final Oddities oddities = new Oddities();
    private final Rights rights = new Rights();
    private final Journal journal;
    private final PbxLoop loop;
    private final EffectCarrier carrier;
    private final AmiReader reader;
    private @Nullable RouteAgi agi;

    /// How the exchange is attached.
    ///
    /// @param screens takes effects that people see, on the loop's thread
    public record Attachment(
            PbxId pbx,
            Site site,
            AmiSettings events,
            SantralSettings.Journal journal,
            Outlets outlets,
            Consumer<Effect> screens) {}

    public AttachedPbx(Attachment how, Timers timers, Requests requests, InstantSource clock) throws IOException {
        this.pbx = how.pbx();
        this.site = how.site();
        this.clock = clock;
        this.steady = new SteadyClock(clock, System::nanoTime);
        SantralSettings.Journal settings = how.journal();
        journal = new Journal(
                settings.dir().resolve(pbx.value()),
                settings.segmentMegabytes() * 1_000_000L,
                settings.keepMegabytes() * 1_000_000L);
        Inbox inbox = new Inbox(settings.inboxMessages(), settings.dir().resolve(pbx.value() + ".spill"));
        carrier = new EffectCarrier(how.outlets(), how.screens(), timers, requests, clock, this::put);
        loop = new PbxLoop(new PbxLoop.Ears(pbx, oddities, rights), journal, inbox, carrier);
        reader = new AmiReader(how.events(), loop::put, oddities, rights, steady);
    }

    /// Replays the journal, then listens.
    public void start() throws IOException {
        long replayed = loop.replay();
        LOG.info("{}: {} inputs replayed, {} calls live", pbx, replayed, loop.liveCalls());
        loop.put(new Input.SiteSet(pbx, site, clock.instant()));
        loop.start();
        reader.start();
    }

    public void answerRoutes(CtiServer where) throws IOException {
        RouteAgi service = new RouteAgi(pbx, where.address(), where.port(), ROUTE_PATIENCE, this::route);
        service.start();
        agi = service;
    }

    private CompletableFuture<RouteDecision> route(
            RouteRequestId request, ConnectionId connection, String did, Party from) {
        CompletableFuture<RouteDecision> answer = carrier.expect(request);
        // The dialplan asks in the call's first moments: its first connection gives the call its name.
        CallId call = new CallId(pbx, connection.value());
        put(new Input.RouteAsked(request, call, connection, did, from, clock.instant()));
        return answer;
    }

    public void put(Input input) {
        loop.put(input);
    }

    public PbxLoop loop() {
        return loop;
    }

    public boolean linkUp() {
        return carrier.linkUp();
    }

    /// What messages of the exchange are received by.
    SteadyClock steady() {
        return steady;
    }

    /// As the link stands; null before the first log-in was tried.
    Effect.@Nullable LinkChanged link() {
        return carrier.link();
    }

    /// What the account that listens turned out to lack.
    public Rights rights() {
        return rights;
    }

    public Oddities oddities() {
        return oddities;
    }

    public Journal journal() {
        return journal;
    }

    public PbxId id() {
        return pbx;
    }

    @Override
    public void close() throws IOException {
        RouteAgi service = agi;
        if (service != null) {
            service.close();
        }
        reader.close();
        loop.close();
    }
}
