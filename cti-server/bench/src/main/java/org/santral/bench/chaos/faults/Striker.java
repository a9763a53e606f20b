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
        String effect = carryOut(blow);
        Fault fault = new Fault(blow.what(), blow.span(), from, Instant.now(), calls, effect);
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

    private String carryOut(Blow blow) throws IOException, InterruptedException {
        Relay link = parts.link();
        return switch (blow.what()) {
            case LINK_CUT -> {
                link.cut();
                yield linkBack();
            }
            case LINK_AWAY -> during(blow, Relay.State.CUT);
            case LINK_STILL -> during(blow, Relay.State.STILL);
            case LINK_SLOW -> during(blow, Relay.State.SLOW);
            case LINK_KICKED -> parts.exchange().kick("santral") + " thrown out, " + linkBack();
            case SERVER_KILLED -> {
                parts.server().kill();
                yield serverBack();
            }
            case SERVER_AWAY -> {
                parts.server().down();
                Thread.sleep(blow.span());
                yield serverBack();
            }
            case DATABASE_AWAY -> {
                parts.database().stop();
                Thread.sleep(blow.span());
                parts.database().start();
                yield "stopped and started";
            }
            case DATABASE_KILLED -> databaseKilled();
            case EXCHANGE_RESTARTED -> whileNobodyCalls(parts.exchange()::restart);
            case EXCHANGE_KILLED -> whileNobodyCalls(this::exchangeKilled);
            case EXCHANGE_FROZEN -> {
                parts.exchange().freeze(blow.span());
                yield "stood still";
            }
            case EXCHANGE_RELOADED -> {
                parts.exchange().console("core reload");
                yield "reloaded";
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

    /// A step that may fail.
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private String whileNobodyCalls(Step step) throws IOException, InterruptedException {
        Instant began = Instant.now();
        traffic.pause();
        try {
            step.run();
        } finally {
            traffic.resume();
        }
        return "there again after " + since(began) + ", " + linkBack();
    }

    /// Who hears nothing any more hangs up: the phones were not told.
    private void exchangeKilled() throws IOException, InterruptedException {
        parts.exchange().kill();
        parts.phones().hangUpAll(Duration.ofSeconds(8));
        parts.exchange().up();
    }

    private static String since(Instant moment) {
        return "%.1f s".formatted(Duration.between(moment, Instant.now()).toMillis() / 1000.0);
    }
}
