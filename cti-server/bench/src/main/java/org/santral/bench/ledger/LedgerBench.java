package org.santral.bench.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.santral.bench.Figure;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BenchServer;
import org.santral.bench.house.BenchSite;
import org.santral.bench.house.JavaProcess;
import org.santral.bench.house.Workplace;
import org.santral.bench.traffic.StandInExchange;

/// A server that was off for a day of 10,000 calls: until all stand in the history, and how long it takes to
/// hold that day against the ledger once more.
public final class LedgerBench {
    private static final int CALLS = 10_000;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(15);
    private static final List<String> DAY = List.of(
            "queue-ring-all-answered",
            "queue-abandoned",
            "incoming-direct-answered",
            "outgoing-answered",
            "internal-answered");

    private final Workplace workplace;

    private LedgerBench(Workplace workplace) {
        this.workplace = workplace;
    }

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, Path scenarios, Consumer<Figure> figures) throws Exception {
        new LedgerBench(workplace).measure(scenarios, figures);
    }

    private void measure(Path scenarios, Consumer<Figure> figures) throws Exception {
        Path folder = workplace.emptied("ledger");
        Path site = new BenchSite(4).write(folder.resolve("site.yaml"), Workplace.freePort());
        Path jar = BenchServer.unpacked(workplace);
        long lines = write(folder, scenarios);
        Map<String, String> context = Map.of(
                "calls", Integer.toString(CALLS),
                "lines", Long.toString(lines),
                "server_flags", JavaProcess.flags(),
                "processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        try (BenchDatabase database = new BenchDatabase(folder.resolve("database"));
                StandInExchange exchange = new StandInExchange(1)) {
            offSinceYesterday(database);
            Map<String, String> settings = new HashMap<>(database.environment());
            settings.put("SANTRAL_LEDGER_FOLDER", folder.toAbsolutePath().toString());
            try (BenchServer server = BenchServer.start(jar, site, folder, exchange.port(), settings)) {
                exchange.awaitListeners();
                figures.accept(Figure.told("ledger.repair_s", repaired(database, server), "s", context));
                long before = database.count("select count(*) from call_record");
                figures.accept(Figure.atMost(60, "ledger.check_s", check(server, folder), "s", context));
                long doubled = database.count("select count(*) from call_record") - before;
                figures.accept(Figure.atMost(0, "ledger.doubled", before - CALLS + doubled, "calls", context));
            }
        }
    }

    /// @return how many lines
    private static long write(Path folder, Path scenarios) throws IOException {
        List<WrittenCall> recordings = new ArrayList<>();
        for (String name : DAY) {
            recordings.add(WrittenCall.read(scenarios, name));
        }
        Instant first = Instant.now().minus(Duration.ofHours(24));
        long lines = 0;
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ledger.cel"))) {
            for (int copy = 0; copy < CALLS; copy++) {
                Instant began = first.plusSeconds(copy * Duration.ofHours(23).toSeconds() / CALLS);
                for (String line : recordings.get(copy % recordings.size()).beganAt(began, copy)) {
                    out.write(line + "\n");
                    lines++;
                }
            }
        }
        return lines;
    }

    private static void offSinceYesterday(BenchDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("insert into ledger_heard (pbx, since, heard_at) values"
                    + " ('pbx1', utc_timestamp(6) - interval 3 day, utc_timestamp(6) - interval 25 hour)");
        }
    }

    /// @return seconds from the server's first answer until no call waits
    private static double repaired(BenchDatabase database, BenchServer server) throws IOException, SQLException {
        long began = System.nanoTime();
        while (database.count("select count(*) from call_record where certainty = 'REPAIRED'") < CALLS
                || server.meter("santral_ledger_waiting") > 0) {
            if (System.nanoTime() - began > PATIENCE) {
                throw new IllegalStateException("not every call is repaired: read server.log");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static double check(BenchServer server, Path folder) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        String base = "http://127.0.0.1:" + server.port();
        try (HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/session")).build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher password = Pattern.compile("(?m)^\\S+\\s+admin\\s+(\\S+)$")
                    .matcher(Files.readString(folder.resolve("passwords")));
            if (!password.find()) {
                throw new IllegalStateException("the server made no password for admin");
            }
            post(
                    http,
                    cookies,
                    base + "/api/session",
                    "{\"login\":\"admin\",\"password\":\"" + password.group(1) + "\"}");
            long began = System.nanoTime();
            post(http, cookies, base + "/api/ledger/check", "");
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static void post(HttpClient http, CookieManager cookies, String url, String body)
            throws IOException, InterruptedException {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(url + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
