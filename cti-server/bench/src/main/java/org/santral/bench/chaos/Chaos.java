package org.santral.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.santral.bench.chaos.calls.Traffic;
import org.santral.bench.chaos.calls.TruthLog;
import org.santral.bench.chaos.check.Reckoning;
import org.santral.bench.chaos.faults.Blow;
import org.santral.bench.chaos.faults.Fault;
import org.santral.bench.chaos.faults.Striker;
import org.santral.bench.chaos.parts.ChaosSite;
import org.santral.bench.chaos.parts.CtiServer;
import org.santral.bench.chaos.parts.Exchange;
import org.santral.bench.chaos.parts.LedgerCheck;
import org.santral.bench.chaos.parts.OpenDesks;
import org.santral.bench.chaos.parts.Relay;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BenchPeople;
import org.santral.bench.house.Scripts;
import org.santral.bench.house.Workplace;
import org.santral.phones.PhoneBench;

/// The command line behind `scripts/chaos`.
public final class Chaos {
    /// Until the history has everything, when nothing is struck any more.
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private static final int LEFT_FOR_NEXT = 8;

    private final Plan plan;
    private final Report report;

    private Chaos(Plan plan) {
        this.plan = plan;
        report = new Report(System.out, plan);
    }

    /// Exit code 1 when a target is missed, 2 when the run itself failed.
    public static void main(String[] args) throws Exception {
        Chaos chaos = new Chaos(Plan.of(args));
        boolean held;
        try {
            held = chaos.run();
        } catch (IOException | SQLException | RuntimeException e) {
            e.printStackTrace();
            System.exit(2);
            return;
        }
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws IOException, SQLException, InterruptedException {
        Path home = plan.home();
        Path site = ChaosSite.write(home.resolve("site.yaml"));
        Scripts scripts = new Scripts(plan.root(), Map.of());
        Exchange exchange = new Exchange(scripts, home.resolve("pbx"), site, plan.net());
        try (BenchDatabase database = new BenchDatabase(home.resolve("database"))) {
            report.say("starting the exchange");
            exchange.up();
            try (Relay link = new Relay(exchange.managerHost(), exchange.managerPort(), home.resolve("manager"));
                    PhoneBench phones =
                            PhoneBench.open(plan.net(), PhoneBench.at(plan.net(), 0, 1), ChaosSite.phones())) {
                CtiServer server = new CtiServer(
                        scripts,
                        home.resolve("server"),
                        site,
                        exchange.home(),
                        Workplace.freePort(),
                        settings(exchange, link, database));
                try {
                    report.say("starting the server");
                    server.up();
                    List<String> sessions = new BenchPeople(ChaosSite.phones().size()).logIn(database);
                    try (OpenDesks desks = new OpenDesks(server.port(), sessions)) {
                        desks.awaitOpen();
                        return drive(new Striker.Parts(exchange, server, link, database, phones));
                    }
                } finally {
                    server.down();
                }
            } finally {
                exchange.down();
            }
        } finally {
            if (!plan.keepDatabase()) {
                forget(home.resolve("database"));
            }
        }
    }

    private static Map<String, String> settings(Exchange exchange, Relay link, BenchDatabase database) {
        Map<String, String> settings = new HashMap<>(database.environment());
        settings.put("SANTRAL_PBX_HOST", "127.0.0.1");
        settings.put("SANTRAL_PBX_PORT", Integer.toString(link.port()));
        return settings;
    }

    private boolean drive(Striker.Parts parts) throws IOException, SQLException, InterruptedException {
        Instant began = Instant.now();
        try (TruthLog truth = new TruthLog(plan.home().resolve("truth.jsonl"))) {
            parts.phones().truth().listen(truth::saw);
            Traffic traffic = new Traffic(parts.phones(), truth, parts.exchange(), plan.seed());
            Striker striker = new Striker(parts, traffic, truth);
            try (ExecutorService blows = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> struck = blows.submit(() -> {
                    try {
                        strikeAll(traffic, striker);
                    } finally {
                        traffic.limit(plan.calls());
                    }
                    return true;
                });
                traffic.place(plan.calls());
                await(struck);
            }
            report.say("all calls placed; waiting for the last to end");
            traffic.awaitOver();
            settle(parts.database());
            new LedgerCheck(parts.server()).run();
            settle(parts.database());
            Reckoning reckoning = Reckoning.of(truth.calls(), striker.faults(), parts.database());
            return report.print(reckoning, striker.faults(), truth.strays(), Duration.between(began, Instant.now()));
        }
    }

    private static void await(Future<?> struck) throws InterruptedException {
        try {
            struck.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what should go wrong went wrong otherwise", e.getCause());
        }
    }

    /// Each blow falls when enough calls were placed and the one before is mended, unless both fall together.
    private void strikeAll(Traffic traffic, Striker striker) throws IOException, InterruptedException {
        List<Blow> blows = Blow.draw(plan.seed(), plan.faults(), plan.calls());
        for (int i = 0; i < blows.size(); ) {
            Blow first = blows.get(i);
            traffic.limit(first.afterCalls());
            traffic.awaitBegun(first.afterCalls());
            int next = i + 1;
            while (next < blows.size() && blows.get(next).afterCalls() == first.afterCalls()) {
                next++;
            }
            // Calls go on while it lasts, but some are left so that the next one also meets calls.
            traffic.limit(next < blows.size() ? blows.get(next).afterCalls() - LEFT_FOR_NEXT : plan.calls());
            strike(blows.subList(i, next), striker);
            i = next;
        }
    }

    private void strike(List<Blow> together, Striker striker) throws InterruptedException {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Fault>> struck = together.stream()
                    .map(blow -> hands.submit(() -> striker.strike(blow)))
                    .toList();
            for (Future<Fault> one : struck) {
                Fault fault = one.get();
                report.say("%s: %s".formatted(fault.what(), fault.effect()));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault could not be made or mended", e.getCause());
        }
    }

    /// Waits until no row lives and none was added for a while: the database tells nobody of it.
    private static void settle(BenchDatabase database) throws SQLException, InterruptedException {
        Instant latest = Instant.now().plus(SETTLING);
        long before = -1;
        int quiet = 0;
        while (quiet < 5 && Instant.now().isBefore(latest)) {
            Thread.sleep(1000);
            long rows = database.count("select coalesce(sum(revision), 0) from call_record");
            boolean over = database.count("select count(*) from call_record where ended_at is null") == 0;
            quiet = over && rows == before ? quiet + 1 : 0;
            before = rows;
        }
    }

    private static void forget(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("removing " + file, e);
                }
            });
        }
    }
}
