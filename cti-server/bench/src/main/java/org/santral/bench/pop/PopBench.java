package org.santral.bench.pop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.santral.bench.Figure;
import org.santral.bench.house.BenchBook;
import org.santral.bench.house.BenchDatabase;
import org.santral.bench.house.BenchPeople;
import org.santral.bench.house.BenchServer;
import org.santral.bench.house.BenchSite;
import org.santral.bench.house.JavaProcess;
import org.santral.bench.house.Workplace;
import org.santral.bench.traffic.RecordedCall;

/// The whole server with a million customers and 500 screens, and the floor beside it, at three rates.
public final class PopBench {
    private static final int CUSTOMERS = 1_000_000;
    private static final int DESKS = 500;
    private static final int WARM_UP_SECONDS = 45;
    private static final List<Rate> RATES = List.of(new Rate(10, 60), new Rate(50, 40), new Rate(100, 40));

    private final Workplace workplace;
    private final RecordedCall recording;
    /// Nobody calls twice, so that no answer is remembered.
    private final Iterator<Integer> customers =
            new Random(42).ints(0, CUSTOMERS).distinct().iterator();

    private record Rate(int perSecond, int seconds) {}

    private PopBench(Workplace workplace) throws IOException {
        this.workplace = workplace;
        recording = RecordedCall.ofAnotherDialplan(workplace.scenarios(), "ring-no-answer-direct");
    }

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, Consumer<Figure> figures) throws Exception {
        new PopBench(workplace).measure(figures);
    }

    private void measure(Consumer<Figure> figures) throws Exception {
        Path folder = workplace.emptied("pop");
        Path site = new BenchSite(DESKS).write(folder.resolve("site.yaml"), Workplace.freePort());
        try (BenchDatabase database = new BenchDatabase(workplace.home().resolve("million"));
                Line ours = new Line(DESKS);
                Line floor = new Line(DESKS)) {
            say("the book of " + CUSTOMERS + " customers is "
                    + (new BenchBook(CUSTOMERS).fill(database) ? "written" : "there"));
            List<String> tokens = new BenchPeople(DESKS).logIn(database);
            Path jar = BenchServer.unpacked(workplace);
            try (BenchServer server =
                    BenchServer.start(jar, site, folder, ours.exchange().port(), database.environment())) {
                sitDown(ours, server, tokens);
                Ringer ringer = ours.ringer(recording, customers);
                Watch.Seen warm = ringer.ring(100, WARM_UP_SECONDS);
                say("warm: " + warm.calls() + " calls, a card has " + warm.frameBytes() + " bytes");
                try (JavaProcess floorServer = floor(floor, folder, warm.frameBytes())) {
                    Ringer floorRinger = floor.ringer(recording, customers);
                    floorRinger.ring(100, WARM_UP_SECONDS / 3);
                    for (Rate rate : RATES) {
                        Watch.Seen least = floorRinger.ring(rate.perSecond, rate.seconds / 2);
                        double serverCpu =
                                JavaProcess.cpuMillis(server.process().pid());
                        double databaseCpu = JavaProcess.cpuMillis(database.pid());
                        Watch.Seen seen = ringer.ring(rate.perSecond, rate.seconds);
                        serverCpu = JavaProcess.cpuMillis(server.process().pid()) - serverCpu;
                        databaseCpu = JavaProcess.cpuMillis(database.pid()) - databaseCpu;
                        Map<String, String> meanwhile = new LinkedHashMap<>();
                        meanwhile.put("server_cpu_ms_a_call", text(serverCpu / seen.calls()));
                        meanwhile.put(
                                "desks_lost", Integer.toString(ours.watch().gone()));
                        meanwhile.put("mariadbd_cpu_ms_a_call", text(databaseCpu / seen.calls()));
                        figures(rate, seen, least, warm, meanwhile).forEach(figures);
                    }
                }
            }
        }
    }

    private static void sitDown(Line line, BenchServer server, List<String> tokens)
            throws IOException, InterruptedException {
        line.exchange().awaitListeners();
        for (int desk = 0; desk < tokens.size(); desk++) {
            line.sockets().connect(desk, server.port(), "/ws", "SANTRAL=" + tokens.get(desk));
        }
        line.sockets().listen();
        Line.await(() -> line.watch().snapshots() == tokens.size(), "every desk is shown what stands");
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    }

    private static JavaProcess floor(Line line, Path folder, int bytes) throws IOException, InterruptedException {
        int port = Workplace.freePort();
        JavaProcess process = JavaProcess.start(
                List.of(
                        "-cp",
                        JavaProcess.classPath(),
                        FloorServer.class.getName(),
                        Integer.toString(line.exchange().port()),
                        Integer.toString(port),
                        Integer.toString(bytes)),
                Map.of(),
                folder,
                "floor");
        line.exchange().awaitListeners();
        for (int desk = 0; desk < DESKS; desk++) {
            line.sockets().connect(desk, port, "/ws/" + BenchSite.extension(desk), "");
        }
        line.sockets().listen();
        return process;
    }

    private List<Figure> figures(
            Rate rate, Watch.Seen seen, Watch.Seen least, Watch.Seen warm, Map<String, String> meanwhile) {
        Map<String, String> context = new LinkedHashMap<>(meanwhile);
        context.put("calls_per_s", Integer.toString(rate.perSecond));
        context.put("calls", Integer.toString(seen.calls()));
        context.put("calls_before_to_warm_up", Integer.toString(warm.calls()));
        context.put("customers", Integer.toString(CUSTOMERS));
        context.put("desks", Integer.toString(DESKS));
        context.put("max_ms", text(seen.shown().millis(100)));
        context.put("card_bytes", Integer.toString(seen.frameBytes()));
        context.put("events_a_call", Integer.toString(recording.events().size()));
        context.put(
                "how",
                "server and MariaDB are processes of their own, exchange and screens one JVM; everything up to the"
                        + " ringing in one write; sessions written into the table");
        context.put("server_flags", JavaProcess.flags());
        context.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        Map<String, String> floor = new LinkedHashMap<>();
        floor.put("calls_per_s", Integer.toString(rate.perSecond));
        floor.put("calls", Integer.toString(least.calls()));
        floor.put("never_shown", Integer.toString(least.neverShown()));
        floor.put("card_bytes", Integer.toString(least.frameBytes()));
        Times shown = seen.shown();
        Times recognised = seen.recognised();
        return List.of(
                Figure.atMost(1, "pop.p50_ms", shown.millis(50), "ms", context),
                Figure.atMost(10, "pop.p99_ms", shown.millis(99), "ms", context),
                Figure.told("pop.recognised_p50_ms", recognised.millis(50), "ms", context),
                Figure.told("pop.recognised_p99_ms", recognised.millis(99), "ms", context),
                Figure.told("pop.floor_p50_ms", least.shown().millis(50), "ms", floor),
                Figure.told("pop.floor_p99_ms", least.shown().millis(99), "ms", floor),
                Figure.atMost(0, "pop.never_shown", seen.neverShown(), "calls", context),
                // The look-up took more than its budget: the card shows the number alone.
                Figure.told("pop.never_recognised", seen.neverRecognised(), "calls", context));
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
