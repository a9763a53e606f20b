package org.santral.bench.lookup;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.santral.bench.Figure;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BenchPeople;
import org.santral.bench.house.BenchSite;
import org.santral.bench.house.JavaProcess;
import org.santral.bench.house.Workplace;
import org.santral.bench.pop.Times;
import org.santral.bench.traffic.StandInExchange;
import org.santral.server.database.DatabaseSettings;

/// A hundred callers a second in a book of a million customers: alone, then with every kind of outside
/// directory configured and down.
public final class LookUpBench {
    private static final int PER_SECOND = 100;
    private static final int WARM_UP_SECONDS = 40;
    private static final int SECONDS = 120;
    private static final double TARGET_MILLIS = 5;
    /// To write the book without waiting for the disk; it is asked with what the server gives its database by
    /// itself.
    private static final int MEGABYTES_TO_WRITE = 1_024;

    private final Workplace workplace;
    private final LookUpBook book = new LookUpBook();
    private long seed = 1;

    /// @param load of the machine before, as `uptime` tells it for one minute
    private record Part(List<Time> times, double load) {}

    /// @param nanos -1 where no answer came
    private record Time(Questions.Kind kind, long nanos, boolean right) {}

    private LookUpBench(Workplace workplace) {
        this.workplace = workplace;
    }

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, Consumer<Figure> figures) throws Exception {
        new LookUpBench(workplace).measure(figures);
    }

    private void measure(Consumer<Figure> figures) throws Exception {
        Path folder = workplace.emptied("lookup");
        Path files = workplace.home().resolve("million-looked-up").toAbsolutePath();
        double written = fill(files);
        Path site = new BenchSite(1).write(folder.resolve("site.yaml"), Workplace.freePort());
        try (BenchDatabase database = BenchDatabase.keepingCalls(DatabaseSettings.embedded(files));
                DownDirectories down = new DownDirectories(folder.resolve("directories"))) {
            forgetEarlierRuns(database);
            Map<String, String> context = new LinkedHashMap<>();
            context.put("numbers", Long.toString(database.count("select count(*) from customer_number")));
            context.put("calls_in_history", Integer.toString(LookUpBook.CALLS));
            if (written > 0) {
                context.put("book_written_customers_per_s", text(written));
            }
            figures(ask(folder, site, database, "alone", List.of()), "lookup.p99_ms", context, figures);
            Map<String, String> directories = Map.of("directories_down", Integer.toString(down.count()));
            figures(
                    ask(folder, site, database, "down", down.settings()),
                    "lookup.outside_down_p99_ms",
                    directories,
                    figures);
            List<String> always = new ArrayList<>(down.settings());
            always.add("--santral.directories.ask=always");
            figures(
                    ask(folder, site, database, "down-always", always),
                    "lookup.outside_down_always_asked_p99_ms",
                    directories,
                    figures);
        }
    }

    private double fill(Path files) throws IOException, SQLException {
        DatabaseSettings asItComes = DatabaseSettings.embedded(files);
        DatabaseSettings larger =
                new DatabaseSettings(null, asItComes.user(), "", files, null, null, 0, MEGABYTES_TO_WRITE);
        try (BenchDatabase database = BenchDatabase.keepingCalls(larger)) {
            new BenchPeople(1).logIn(database);
            forgetEarlierRuns(database);
            return book.fill(database);
        }
    }

    private static void forgetEarlierRuns(BenchDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("delete from call_leg");
            sql.execute("delete from call_record where pbx <> 'book'");
        }
    }

    private Part ask(Path folder, Path site, BenchDatabase database, String name, List<String> settings)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(name));
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        // One for the server's own site, one for the calls of this bench.
        try (StandInExchange exchange = new StandInExchange(2);
                JavaProcess process = JavaProcess.start(
                        command(own, exchange.port(), settings),
                        environment(own, site, exchange, database),
                        own,
                        name)) {
            process.await(Duration.ofMinutes(10));
        }
        List<Time> times = new ArrayList<>();
        for (String line : Files.readAllLines(own.resolve("times"))) {
            String[] words = line.split(" ");
            times.add(new Time(
                    Questions.Kind.valueOf(words[0]), Long.parseLong(words[1]), Boolean.parseBoolean(words[2])));
        }
        return new Part(times, load);
    }

    private List<String> command(Path folder, int port, List<String> settings) {
        List<String> command = new ArrayList<>(List.of(
                "-cp",
                JavaProcess.classPath(),
                Asking.class.getName(),
                Integer.toString(port),
                folder.toString(),
                Integer.toString(PER_SECOND),
                Integer.toString(WARM_UP_SECONDS),
                Integer.toString(SECONDS),
                // Nobody who called in one part calls in the next.
                Long.toString(seed++)));
        command.addAll(settings);
        return command;
    }

    private static Map<String, String> environment(
            Path folder, Path site, StandInExchange exchange, BenchDatabase database) throws IOException {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(Map.of(
                "SERVER_PORT",
                Integer.toString(Workplace.freePort()),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SANTRAL_SITE",
                site.toAbsolutePath().toString(),
                "SANTRAL_PBX_HOST",
                "127.0.0.1",
                "SANTRAL_PBX_PORT",
                Integer.toString(exchange.port()),
                "SANTRAL_PBX_USER",
                "bench",
                "SANTRAL_PBX_SECRET",
                "bench",
                "SANTRAL_JOURNAL_DIR",
                folder.resolve("journal").toString(),
                "SANTRAL_IMPORTS_DIR",
                folder.resolve("imports").toString(),
                "SANTRAL_PEOPLE_INITIAL_PASSWORDS_FILE",
                folder.resolve("passwords").toString()));
        return environment;
    }

    private static void figures(Part part, String name, Map<String, String> more, Consumer<Figure> figures) {
        List<Time> times = part.times();
        Map<String, String> context = new LinkedHashMap<>();
        context.put("customers", Integer.toString(LookUpBook.CUSTOMERS));
        context.putAll(more);
        context.put("look_ups", Integer.toString(times.size()));
        context.put("per_s", Integer.toString(PER_SECOND));
        context.put("p50_ms", text(of(times).millis(50)));
        context.put("p95_ms", text(of(times).millis(95)));
        context.put("max_ms", text(of(times).millis(100)));
        for (Questions.Kind kind : Questions.Kind.values()) {
            List<Time> some = times.stream().filter(one -> one.kind() == kind).toList();
            context.put(
                    kind.name().toLowerCase(Locale.ROOT) + "_p50_p99_ms",
                    text(of(some).millis(50)) + " " + text(of(some).millis(99)));
        }
        context.put("database_buffer_pool", "128 MB");
        context.put("server_flags", JavaProcess.flags());
        context.put("load_before", text(part.load()));
        figures.accept(Figure.atMost(TARGET_MILLIS, name, of(times).millis(99), "ms", context));
        long unanswered = times.stream().filter(one -> one.nanos() < 0).count();
        long wrong = times.stream().filter(one -> !one.right()).count();
        figures.accept(Figure.atMost(
                0,
                name.replace("p99_ms", "wrong"),
                wrong,
                "answers",
                Map.of("never_answered", Long.toString(unanswered))));
    }

    /// Who waits for ever is not left out.
    private static Times of(List<Time> times) {
        return new Times(times.stream()
                .mapToLong(one -> one.nanos() < 0 ? Long.MAX_VALUE : one.nanos())
                .toArray());
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
