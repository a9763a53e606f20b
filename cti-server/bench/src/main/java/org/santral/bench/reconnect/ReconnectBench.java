package org.santral.bench.reconnect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.santral.asterisk.ami.AmiSettings;
import org.santral.bench.Figure;
import org.santral.bench.chaos.parts.ChaosSite;
import org.santral.bench.chaos.parts.Exchange;
import org.santral.bench.chaos.parts.Relay;
import org.santral.bench.house.Scripts;
import org.santral.bench.house.Workplace;
import org.santral.call.ConnectionState;
import org.santral.pbx.PbxId;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.server.settings.Sites;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;

/// Takes a real exchange, or only the link to it, away from a listener in the middle of calls, and measures how long
/// after the exchange lets people in again the board shows what is.
public final class ReconnectBench {
    private static final int NET = 147;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double TARGET_MILLIS = 1_000;
    private static final int ROUNDS = 5;
    /// One desk after the other, in no group.
    private static final List<String> DESKS = ChaosSite.desks();

    private final Exchange exchange;
    private final Path site;
    private final Path records;
    private final Map<Way, List<Double>> millis = new EnumMap<>(Way.class);
    private final List<Double> booting = new ArrayList<>();
    private final List<Double> afterBoot = new ArrayList<>();

    /// How the link is lost.
    private enum Way {
        /// `core restart now`: every call ends.
        RESTARTED,
        /// `kill -9`, and started again: every call ends, and nobody says so.
        KILLED,
        /// `manager kick`: every call goes on.
        KICKED,
        /// The line is cut for two seconds, and half of the calls end meanwhile.
        CUT
    }

    private ReconnectBench(Workplace workplace) throws IOException {
        Path folder = workplace.emptied("reconnect");
        site = ChaosSite.write(folder.resolve("site.yaml"));
        records = folder.resolve("manager");
        Path root = Path.of("").toAbsolutePath();
        exchange = new Exchange(new Scripts(root, Map.of()), folder.resolve("pbx"), site, NET);
    }

    /// @param figures told of each as soon as it is known
    public static void measure(Workplace workplace, Consumer<Figure> figures) throws Exception {
        new ReconnectBench(workplace).measure(figures);
    }

    private void measure(Consumer<Figure> figures) throws Exception {
        exchange.up();
        try (Relay relay = new Relay(exchange.managerHost(), exchange.managerPort(), records);
                Listener listener = listener(relay);
                PhoneBench phones = PhoneBench.open(NET, PhoneBench.at(NET, 0, 1), ChaosSite.phones())) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Way way : Way.values()) {
                    double took = once(way, relay, listener, phones);
                    millis.computeIfAbsent(way, unused -> new ArrayList<>()).add(took);
                }
            }
        } finally {
            exchange.down();
        }
        tell(figures);
    }

    private Listener listener(Relay relay) throws IOException {
        PbxId pbx = new PbxId("pbx1");
        AmiSettings settings =
                AmiSettings.of("127.0.0.1", relay.port(), exchange.setting("AMI_USER"), exchange.setting("AMI_SECRET"));
        return new Listener(
                settings, pbx, List.of(new Input.SiteSet(pbx, Sites.model(Sites.plan(site, NET)), Instant.now())));
    }

    private double once(Way way, Relay relay, Listener listener, PhoneBench phones) throws Exception {
        listener.await(
                "an empty board",
                PATIENCE,
                board -> board.link().up() && board.calls().isEmpty());
        List<String> placed = new ArrayList<>();
        for (String desk : DESKS) {
            placed.add(phones.place(CallRequest.from("0911" + desk + "000")
                    .to(ChaosSite.directNumber(desk))
                    .answerAfter(Duration.ofMillis(200))));
        }
        listener.await("all talk", PATIENCE, board -> talking(board).size() == 2 * DESKS.size());
        List<String> before = talking(listener.board());

        CompletableFuture<Door.Opened> back = strike(way, relay, listener, phones, placed);
        List<String> expected = expected(way, before);
        long rightAt = listener.await(
                "the board is right after " + way,
                PATIENCE,
                board -> board.link().up() && everybody(board).equals(expected));
        Door.Opened opened = back.get(60, TimeUnit.SECONDS);
        if (way == Way.RESTARTED || way == Way.KILLED) {
            booting.add((opened.bootedAt() - opened.acceptedAt()) / 1e6);
            afterBoot.add((rightAt - opened.bootedAt()) / 1e6);
        }
        phones.hangUpAll(Duration.ofSeconds(10));
        return (rightAt - opened.acceptedAt()) / 1e6;
    }

    /// @return when the exchange let people in again
    private CompletableFuture<Door.Opened> strike(
            Way way, Relay relay, Listener listener, PhoneBench phones, List<String> placed) throws Exception {
        Door door = new Door(
                new InetSocketAddress(exchange.managerHost(), exchange.managerPort()),
                exchange.setting("AMI_RECORDER_USER"),
                exchange.setting("AMI_RECORDER_SECRET"));
        switch (way) {
            case RESTARTED -> {
                CompletableFuture<Door.Opened> opened = door.opensAgain();
                exchange.console("core restart now");
                lost(listener);
                return opened;
            }
            case KILLED -> {
                CompletableFuture<Door.Opened> opened = door.opensAgain();
                exchange.kill();
                lost(listener);
                // The board may be right before the script that starts the exchange has noticed that it runs.
                CompletableFuture<Void> up = CompletableFuture.runAsync(this::up);
                return opened.thenCombine(up, (moments, unused) -> moments);
            }
            case KICKED -> {
                exchange.kick(exchange.setting("AMI_USER"));
                return CompletableFuture.completedFuture(at(lost(listener)));
            }
            case CUT -> {
                relay.set(Relay.State.CUT);
                lost(listener);
                placed.subList(0, DESKS.size() / 2).forEach(phones::hangUp);
                Thread.sleep(2_000);
                long good = System.nanoTime();
                relay.set(Relay.State.GOOD);
                return CompletableFuture.completedFuture(at(good));
            }
        }
        throw new IllegalStateException("nobody knows how to strike by " + way);
    }

    private void up() {
        try {
            exchange.up();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Door.Opened at(long moment) {
        return new Door.Opened(moment, moment);
    }

    private static long lost(Listener listener) throws InterruptedException {
        return listener.await(
                "the loss is seen", PATIENCE, board -> !board.link().up());
    }

    private static List<String> expected(Way way, List<String> before) {
        return switch (way) {
            case RESTARTED, KILLED -> List.of();
            case KICKED -> before;
            case CUT -> {
                List<String> ended = DESKS.subList(0, DESKS.size() / 2);
                List<String> calls = before.stream()
                        .filter(one -> ended.stream().anyMatch(desk -> one.contains(" PJSIP/" + desk + " ")))
                        .map(one -> one.substring(0, one.indexOf(' ')))
                        .toList();
                yield before.stream()
                        .filter(one -> !calls.contains(one.substring(0, one.indexOf(' '))))
                        .toList();
            }
        };
    }

    private static List<String> everybody(Snapshot board) {
        return board.calls().stream()
                .flatMap(call -> call.connections().stream())
                .filter(one -> one.state() != ConnectionState.NULL)
                .map(one -> one.call().value() + " " + one.device().name() + " "
                        + one.connection().value() + " " + one.state() + " " + one.joined())
                .sorted()
                .toList();
    }

    private static List<String> talking(Snapshot board) {
        return everybody(board).stream()
                .filter(one -> one.endsWith(" CONNECTED true"))
                .toList();
    }

    private void tell(Consumer<Figure> figures) {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("calls", Integer.toString(DESKS.size()));
        context.put("rounds", Integer.toString(ROUNDS));
        context.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        millis.forEach((way, all) -> context.put(way.name().toLowerCase(java.util.Locale.ROOT) + "_ms", text(all)));
        context.put("of_it_still_booting_ms", text(booting));
        double worst = millis.values().stream()
                .flatMap(List::stream)
                .mapToDouble(one -> one)
                .max()
                .orElseThrow();
        figures.accept(Figure.atMost(TARGET_MILLIS, "reconnect.board_ms", worst, "ms", context));
        figures.accept(Figure.told(
                "reconnect.after_boot_ms",
                afterBoot.stream().mapToDouble(one -> one).max().orElseThrow(),
                "ms",
                Map.of("all_ms", text(afterBoot))));
    }

    private static String text(List<Double> all) {
        return all.stream().map(one -> Long.toString(Math.round(one))).toList().toString();
    }
}
