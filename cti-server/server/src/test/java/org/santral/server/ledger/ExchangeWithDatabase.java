package org.santral.server.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.santral.server.database.OtherMariaDb;

/// A real Asterisk that writes its ledger into files and into a real MariaDB of its own.
final class ExchangeWithDatabase implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String DATABASE = "ledger_of_a_test";

    private final Path home;
    private final Path site;
    private final String net;
    private final OtherMariaDb database;

    ExchangeWithDatabase(Path folder, String pbx) throws IOException {
        home = folder.resolve("pbx");
        site = folder.resolve("site.yaml");
        net = "" + (130 + ProcessHandle.current().pid() % 100);
        database = OtherMariaDb.under(folder.resolve("mariadb"));
        Files.writeString(
                site,
                Files.readString(ROOT.resolve("pbx-config/sites/demo.yaml"))
                        .replace("id: pbx1", "id: " + pbx)
                        .replace(
                                "recording: on",
                                "ledger: both\n  ledger-database: {host: 127.0.0.1, port: " + database.port()
                                        + ", name: " + DATABASE + "}"));
        run("pbx-config", "generate", "--site", site + "", "--out", home.resolve("etc") + "", "--secrets", secrets());
        database.start(Files.readString(home.resolve("etc/ledger.sql")));
        run("pbx", "up", "--home", home + "", "--site", site + "", "--net", net);
    }

    private String secrets() {
        return home.resolve("secrets").toString();
    }

    OtherMariaDb database() {
        return database;
    }

    Path files() {
        return home.resolve("log/cel-custom");
    }

    LedgerSettings.Database reader() throws IOException {
        return new LedgerSettings.Database(database.url(DATABASE), "santral_reader", secret("LEDGER_READER_SECRET"));
    }

    String secret(String name) throws IOException {
        return Files.readAllLines(Path.of(secrets())).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /// A caller whom nobody answers, of one second.
    void call() throws IOException {
        cli("channel originate Local/02188880000@from-trunk-trunk application Wait 1");
        for (int tries = 0; tries < 100; tries++) {
            pause(100);
            if (tries > 10 && cli("core show channels count").contains("0 active channels")) {
                return;
            }
        }
        throw new IOException("the call does not end");
    }

    String cli(String command) throws IOException {
        return run("pbx", "cli", "--home", home + "", command);
    }

    /// Dies in the middle of a line, and is started again.
    void die() throws IOException {
        long pid = Long.parseLong(Files.readString(home.resolve("pid")).strip().split("\\s+")[0]);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        pause(500);
        for (Path file : List.of(files().resolve("ledger.cel"), queueLog())) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 30));
        }
        run("pbx", "up", "--home", home + "", "--site", site + "", "--net", net);
    }

    void restart() throws IOException {
        run("pbx", "down", "--home", home + "");
        run("pbx", "up", "--home", home + "", "--site", site + "", "--net", net);
    }

    Path queueLog() {
        return home.resolve("log/queue_log");
    }

    static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String run(String script, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ROOT.resolve("scripts").resolve(script).toString());
        command.addAll(List.of(words));
        Path output = Files.createTempFile("script", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            String text = Files.readString(output);
            if (exit != 0) {
                throw new IOException(String.join(" ", command) + ": " + text);
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public void close() throws IOException {
        run("pbx", "down", "--home", home + "");
        database.close();
    }
}
