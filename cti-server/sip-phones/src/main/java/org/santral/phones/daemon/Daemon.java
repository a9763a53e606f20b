package org.santral.phones.daemon;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.santral.phones.PhoneBench;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The phones of the demo, the door through which they are told what to do, and the callers who come by
/// themselves.
final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final Duration GOODBYES = Duration.ofMillis(1500);

    private final PhoneBench bench;
    private final DemoTraffic traffic;
    private final Door door;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Daemon(PhoneBench bench, DemoTraffic traffic, Door door) {
        this.bench = bench;
        this.traffic = traffic;
        this.door = door;
    }

    static Daemon open(Options options) throws WrongOption {
        PhoneBench bench = bench(options);
        try {
            Long given = options.seed();
            long seed = given == null ? ThreadLocalRandom.current().nextInt(1_000_000_000) : given;
            DemoTraffic traffic = new DemoTraffic(bench, new DemoMix(seed, options.phones()));
            Door door = Door.open(
                    options.http(),
                    Map.of(
                            "calls", new CallsPage(bench),
                            "phones", new PhonesPage(bench),
                            "outside", new OutsidePage(bench),
                            "demo-calls", new DemoCallsPage(traffic)));
            bench.phones().forEach(phone -> phone.mode(options.answer()));
            traffic.perMinute(options.demoCalls());
            LOG.info("the callers of the demo come in the order of --seed {}", seed);
            return new Daemon(bench, traffic, door);
        } catch (WrongOption | RuntimeException e) {
            bench.close();
            throw e;
        }
    }

    private static PhoneBench bench(Options options) throws WrongOption {
        try {
            return PhoneBench.open(options.net(), options.pbx(), options.phones());
        } catch (UncheckedIOException e) {
            throw new WrongOption(
                    "net " + options.net() + " cannot be used (" + e.getMessage() + ")",
                    "end what listens there (other phones?), or choose another net with --net");
        }
    }

    URI address() {
        return door.address();
    }

    PhoneBench bench() {
        return bench;
    }

    /// Lets no more orders in, hangs up what is up, and frees every address.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        door.close();
        traffic.perMinute(0);
        bench.hangUpAll(GOODBYES);
        bench.close();
    }
}
