package org.santral.bench.chaos.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.santral.bench.chaos.calls.Traffic;
import org.santral.bench.chaos.calls.TruthLog;
import org.santral.bench.chaos.parts.CtiServer;
import org.santral.bench.chaos.parts.Exchange;
import org.santral.bench.chaos.parts.Relay;
import org.santral.bench.house.BenchDatabase;
import org.santral.phones.PhoneBench;

/// Carries out what goes wrong, and mends it.
public final class Striker {
    /// Everything that can be struck.
    public record Parts(Exchange exchange, CtiServer server, Relay link, BenchDatabase database, PhoneBench phones) {}

    private static final Duration LINK_PATIENCE = Duration.ofSeconds(40);

    private final Parts parts;
    private final Traffic traffic;
    private final TruthLog truth;
    private final List<Fault> faults = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    public Striker(Parts parts, Traffic traffic, TruthLog truth) {
        this.parts = parts;
        this.traffic = traffic;
        this.truth = truth;
    }

    /// In the order in which they ended.
    public List<Fault> faults() {
        lock.lock();
        try {
            return List.copyOf(faults);
        } finally {
            lock.unlock();
        }
    }

    /// Returns when the part is there again.
    public Fault strike(Blow blow) throws IOException, InterruptedException {
        long calls = callsUp();
        Instant from = Instant.now();
        Struck struck = carryOut(blow);
        Fault fault = new Fault(blow.what(), blow.span(), from, struck.gone(), Instant.now(), calls, struck.effect());
        lock.lock();
        try {
            faults.add(fault);
        } finally {
            lock.unlock();
        }
        return fault;
    }

    private long callsUp() {
        return truth.calls().stream().filter(call -> !call.open().isEmpty()).count();
    }

    /// @param gone when it had certainly happened
    private record Struck(Instant gone, String effect) {
        private static Struck now(String effect) {
            return new Struck(Instant.now(), effect);
        }
    }

    private Struck carryOut(Blow blow) throws IOException, InterruptedException {
        Relay link = parts.link();
        return switch (blow.what()) {
            case LINK_CUT -> {
                link.cut();
                yield Struck.now(linkBack());
            }
            case LINK_AWAY -> Struck.now(during(blow, Relay.State.CUT));
            case LINK_STILL -> Struck.now(during(blow, Relay.State.STILL));
            case LINK_SLOW -> Struck.now(during(blow, Relay.State.SLOW));
            case LINK_KICKED -> Struck.now(parts.exchange().kick("santral") + " thrown out, " + linkBack());
            case SERVER_KILLED -> {
                parts.server().kill();
                yield Struck.now(serverBack());
            }
            case SERVER_AWAY -> {
                parts.server().down();
                Thread.sleep(blow.span());
                yield Struck.now(serverBack());
            }
            case DATABASE_AWAY -> {
                parts.database().stop();
                Thread.sleep(blow.span());
                parts.database().start();
                yield Struck.now("stopped and started");
            }
            case DATABASE_KILLED -> Struck.now(databaseKilled());
            case EXCHANGE_RESTARTED -> whileNobodyCalls(parts.exchange()::restart);
            case EXCHANGE_KILLED -> whileNobodyCalls(this::exchangeKilled);
            case EXCHANGE_FROZEN -> {
                parts.exchange().freeze(blow.span());
                yield Struck.now("stood still");
            }
            case EXCHANGE_RELOADED -> {
                parts.exchange().console("core reload");
                yield Struck.now("reloaded");
            }
        };
    }

    private String during(Blow blow, Relay.State state) throws InterruptedException {
        parts.link().set(state);
        Thread.sleep(blow.span());
        parts.link().set(Relay.State.GOOD);
        return linkBack();
    }

    private String linkBack() throws InterruptedException {
        Instant mended = Instant.now();
        return parts.link().awaitHeard(mended, LINK_PATIENCE)
                ? "link back after " + since(mended)
                : "the link did not come back within " + LINK_PATIENCE.toSeconds() + " s";
    }

    private String serverBack() throws IOException, InterruptedException {
        Instant began = Instant.now();
        int starts = parts.server().up();
        return "answers again after " + since(began) + (starts == 1 ? "" : ", at start " + starts);
    }

    private String databaseKilled() throws IOException, InterruptedException {
        Instant began = Instant.now();
        long pid = parts.database().pid();
        parts.database().kill();
        // Its keeper starts it again and tells nobody.
        while (parts.database().pid() == pid || parts.database().pid() == 0) {
            Thread.sleep(50);
        }
        return "back by itself after " + since(began);
    }

    /// What ends the exchange and begins it again; says when it had ended.
    private interface Restart {
        Instant run() throws IOException, InterruptedException;
    }

    private Struck whileNobodyCalls(Restart restart) throws IOException, InterruptedException {
        Instant began = Instant.now();
        Instant gone;
        traffic.pause();
        try {
            gone = restart.run();
        } finally {
            traffic.resume();
        }
        return new Struck(gone, "there again after " + since(began) + ", " + linkBack());
    }

    /// Who hears nothing any more hangs up: the phones were not told.
    private Instant exchangeKilled() throws IOException, InterruptedException {
        parts.exchange().kill();
        Instant gone = Instant.now();
        parts.phones().hangUpAll(Duration.ofSeconds(8));
        parts.exchange().up();
        return gone;
    }

    private static String since(Instant moment) {
        return "%.1f s".formatted(Duration.between(moment, Instant.now()).toMillis() / 1000.0);
    }
}
