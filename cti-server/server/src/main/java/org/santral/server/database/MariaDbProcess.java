package org.santral.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A running `mariadbd`: bootstrapped, started, stopped.
///
/// Why these options: MariaDB 11.4 makes an RSA key at every start unless TLS is off (7 to 18 s), and it
/// listens on 127.0.0.1 only; without name resolution the installed root account cannot log in over TCP.
final class MariaDbProcess {
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    private final Process process;

    private MariaDbProcess(Process process) {
        this.process = process;
    }

    static void bootstrap(MariaDbProgram program, DataFolder folder) throws IOException {
        Folders.delete(folder.data());
        Folders.createPrivate(folder.data());
        StringBuilder sql = new StringBuilder("create database if not exists mysql;\nuse mysql;\n");
        for (String file : SYSTEM_TABLES) {
            sql.append(Files.readString(program.share().resolve(file))).append('\n');
        }
        List<String> command = common(program, folder, 16);
        command.add("--bootstrap");
        command.add("--log-warnings=0");
        Path errors = folder.log();
        Process process = new ProcessBuilder(command)
                .redirectOutput(errors.toFile())
                .redirectError(errors.toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(sql.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed("MariaDB's first files could not be made", folder);
        }
        if (waitFor(process, Duration.ofMinutes(2)) != 0) {
            throw failed("MariaDB's first files could not be made", folder);
        }
    }

    static MariaDbProcess start(MariaDbProgram program, DataFolder folder, Listening listening) throws IOException {
        Path firstWords = folder.data().resolve("first-words.sql");
        Files.writeString(firstWords, listening.firstWords());
        Files.deleteIfExists(folder.pidFile());
        if (Files.exists(folder.log())) {
            Files.move(
                    folder.log(), folder.log().resolveSibling("mariadbd.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = common(program, folder, listening.bufferPoolMegabytes());
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + listening.port(),
                "--socket=mariadbd.sock",
                "--pid-file=" + folder.pidFile(),
                "--init-file=" + firstWords,
                "--skip-name-resolve",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--max-allowed-packet=64M",
                "--max-connections=128"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        process.getOutputStream().close();
        return new MariaDbProcess(process);
    }

    private static List<String> common(MariaDbProgram program, DataFolder folder, int bufferPoolMegabytes) {
        List<String> command = new ArrayList<>(List.of(
                program.mariadbd().toString(),
                "--no-defaults",
                "--datadir=" + folder.data(),
                "--tmpdir=" + folder.temporary(),
                "--lc-messages-dir=" + program.share(),
                "--character-sets-dir=" + program.share().resolve("charsets"),
                "--character-set-server=utf8mb4",
                "--skip-ssl",
                "--innodb-log-file-size=48M",
                "--innodb-buffer-pool-size=" + bufferPoolMegabytes + "M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Process process() {
        return process;
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    void stop() {
        process.destroy();
        if (waitFor(process, STOP) == Integer.MIN_VALUE) {
            process.destroyForcibly();
            waitFor(process, STOP);
        }
    }

    /// The last line that MariaDB called an error stands in the message.
    static DatabaseTrouble failed(String what, DataFolder folder) {
        String last = "";
        try {
            last = Files.readAllLines(folder.log(), StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.contains("[ERROR]"))
                    .reduce((_, later) -> later)
                    .map(line -> ": " + line.substring(line.indexOf("[ERROR]") + 8))
                    .orElse("");
        } catch (IOException e) {
            // There is no log; the message names where it would be.
        }
        return new DatabaseTrouble(what + last, "Read " + folder.log());
    }

    private static int waitFor(Process process, Duration bound) {
        try {
            return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : Integer.MIN_VALUE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Integer.MIN_VALUE;
        }
    }
}
