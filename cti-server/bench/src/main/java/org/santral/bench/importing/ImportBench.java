package org.santral.bench.importing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.santral.bench.Figure;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BenchPeople;
import org.santral.bench.house.BenchServer;
import org.santral.bench.house.BenchSite;
import org.santral.bench.house.JavaProcess;
import org.santral.bench.house.Workplace;
import org.santral.bench.traffic.StandInExchange;
import org.santral.server.database.DatabaseSettings;

/// A manager brings a million customers in from a file: over HTTP into the whole server, into an empty database.
public final class ImportBench {
    private static final int ROWS = 1_000_000;
    /// What the tables and indexes of a million customers want to be written without waiting for the disk.
    private static final int LARGER_MEGABYTES = 512;
    private static final Pattern NUMBER = Pattern.compile("\"(\\w+)\":(\\d+)");
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
    private static final String FORGERY = "bench-import-token";

    private final HttpClient http = HttpClient.newHttpClient();
    private final BenchServer server;
    private final String token;

    private ImportBench(BenchServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, Consumer<Figure> figures) throws Exception {
        Path folder = workplace.emptied("import");
        Path list = folder.resolve("list.csv");
        new ImportList(ROWS).write(list);
        Path jar = BenchServer.unpacked(workplace);
        DatabaseSettings asItComes = DatabaseSettings.embedded(folder.resolve("database"));
        measure(jar, folder.resolve("as-it-comes"), list, asItComes, "", figures);
        DatabaseSettings larger = new DatabaseSettings(
                null, asItComes.user(), "", folder.resolve("larger-database"), null, null, 0, LARGER_MEGABYTES);
        measure(jar, folder.resolve("larger"), list, larger, "_in_" + LARGER_MEGABYTES + "mb", figures);
    }

    /// @param suffix of the figures' names; empty for those that have a target
    private static void measure(
            Path jar, Path folder, Path list, DatabaseSettings settings, String suffix, Consumer<Figure> figures)
            throws Exception {
        Files.createDirectories(folder);
        Path site = new BenchSite(1).write(folder.resolve("site.yaml"), Workplace.freePort());
        try (BenchDatabase database = new BenchDatabase(settings);
                StandInExchange exchange = new StandInExchange(1)) {
            String token = new BenchPeople(1).logIn(database).getFirst();
            makeManager(database);
            try (BenchServer server = BenchServer.start(jar, site, folder, exchange.port(), database.environment())) {
                exchange.awaitListeners();
                Map<String, String> context = new LinkedHashMap<>();
                context.put("database_buffer_pool", settings.bufferPoolMegabytes() + " MB");
                new ImportBench(server, token).bringIn(list, database, context, suffix, figures);
            }
        }
    }

    private static void makeManager(BenchDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "insert ignore into person_role (person_id, role) select id, 'MANAGER' from person where login = '"
                            + BenchSite.login(0) + "'");
        }
    }

    private void bringIn(
            Path list, BenchDatabase database, Map<String, String> context, String suffix, Consumer<Figure> figures)
            throws Exception {
        long uploads = System.nanoTime();
        String looked = ask("POST", "/api/imports?name=list.csv", HttpRequest.BodyPublishers.ofFile(list));
        double uploaded = seconds(uploads);
        String place = "/api/imports/" + number(looked, "id");
        double serverCpu = JavaProcess.cpuMillis(server.process().pid());
        double databaseCpu = JavaProcess.cpuMillis(database.pid());
        long began = System.nanoTime();
        ask("POST", place + "/run", HttpRequest.BodyPublishers.ofString("{\"dryRun\":false}"));
        double heap = 0;
        String job;
        do {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            heap = Math.max(heap, server.meter("jvm_memory_used_bytes", "area=\"heap\"") / (1 << 20));
            job = ask("GET", place, HttpRequest.BodyPublishers.noBody());
        } while (state(job).equals("RUNNING"));
        double seconds = seconds(began);
        if (!state(job).equals("DONE") || number(job, "added") < ROWS * 9 / 10) {
            throw new IllegalStateException("the import did not do its work: " + job);
        }
        long customers = database.count("select count(*) from customer");
        context.put("rows", Integer.toString(ROWS));
        context.put("added", Long.toString(number(job, "added")));
        context.put("unchanged", Long.toString(number(job, "unchanged")));
        context.put("refused", Long.toString(number(job, "refused")));
        context.put("customers_with_companies", Long.toString(customers));
        context.put("numbers", Long.toString(database.count("select count(*) from customer_number")));
        context.put("words", Long.toString(database.count("select count(*) from customer_word")));
        context.put("seconds", text(seconds));
        context.put("upload_s", text(uploaded));
        context.put("file_mb", text(Files.size(list) / 1e6));
        context.put(
                "server_cpu_us_per_row",
                text((JavaProcess.cpuMillis(server.process().pid()) - serverCpu) * 1_000 / ROWS));
        context.put(
                "database_cpu_us_per_row", text((JavaProcess.cpuMillis(database.pid()) - databaseCpu) * 1_000 / ROWS));
        double rate = ROWS / seconds;
        figures.accept(
                suffix.isEmpty()
                        ? Figure.atLeast(20_000, "import.rows_per_s", rate, "rows/s", context)
                        : Figure.told("import.rows_per_s" + suffix, rate, "rows/s", context));
        Map<String, String> memory = Map.of(
                "flags",
                JavaProcess.flags(),
                "peak_rss_mb",
                text(server.process().megabytes("VmHWM")));
        figures.accept(Figure.atMost(512, "import.peak_heap_mb" + suffix, heap, "MB", memory));
    }

    private String ask(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Cookie", "SANTRAL=" + token + "; XSRF-TOKEN=" + FORGERY)
                .header("X-XSRF-TOKEN", FORGERY)
                .header("Content-Type", path.endsWith("/run") ? "application/json" : "application/octet-stream")
                .method(method, body)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String state(String job) {
        Matcher state = STATE.matcher(job);
        return state.find() ? state.group(1) : "";
    }

    private static long number(String json, String name) {
        Matcher number = NUMBER.matcher(json);
        while (number.find()) {
            if (number.group(1).equals(name)) {
                return Long.parseLong(number.group(2));
            }
        }
        throw new IllegalStateException("no " + name + " in " + json);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
