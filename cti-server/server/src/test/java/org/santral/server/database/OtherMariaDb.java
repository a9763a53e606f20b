package org.santral.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A MariaDB that belongs to somebody else, such as the exchange: it is given its tables and accounts by a file
/// of SQL, and may be stopped and started.
public final class OtherMariaDb implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Path words;
    private @Nullable Process process;

    private OtherMariaDb(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.words = folder.resolve("words.sql");
    }

    public static OtherMariaDb under(Path folder) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new OtherMariaDb(folder, socket.getLocalPort());
        }
    }

    public int port() {
        return port;
    }

    /// @param sql what the administrator runs, with line comments; run again at every start
    public void start(String sql) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(words, oneStatementALine(sql));
        start();
    }

    public void start() throws IOException {
        DatabaseSettings settings = DatabaseSettings.embedded(folder);
        try (DataFolder data = DataFolder.open(folder)) {
            MariaDbProgram program = MariaDbProgram.find(settings, data.writtenBy());
            if (data.writtenBy() == null) {
                MariaDbProcess.bootstrap(program, data);
                data.markWrittenBy(program.version());
            }
            process = new ProcessBuilder(
                            program.mariadbd().toString(),
                            "--no-defaults",
                            "--datadir=" + data.data(),
                            "--tmpdir=" + data.temporary(),
                            "--lc-messages-dir=" + program.share(),
                            "--character-sets-dir=" + program.share().resolve("charsets"),
                            "--skip-ssl",
                            "--skip-name-resolve",
                            "--innodb-log-file-size=48M",
                            "--innodb-buffer-pool-size=16M",
                            "--user=" + System.getProperty("user.name"),
                            "--bind-address=127.0.0.1",
                            "--port=" + port,
                            "--socket=mariadbd.sock",
                            "--init-file=" + words.toAbsolutePath())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("other.log").toFile())
                    .start();
        }
        awaitPort();
    }

    private void awaitPort() throws IOException {
        for (int tries = 0; tries < 400; tries++) {
            if (Files.readString(folder.resolve("other.log")).contains("ready for connections")) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IOException("MariaDB did not start: " + Files.readString(folder.resolve("other.log")));
    }

    public Connection as(String user, String password, String database) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    public void stop() {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(Duration.ofSeconds(20))) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String oneStatementALine(String sql) {
        List<String> statements = Arrays.stream(sql.lines()
                        .filter(line -> !line.strip().startsWith("--"))
                        .collect(Collectors.joining(" "))
                        .split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty())
                .toList();
        return String.join(";\n", statements) + ";\n";
    }

    @Override
    public void close() {
        stop();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
