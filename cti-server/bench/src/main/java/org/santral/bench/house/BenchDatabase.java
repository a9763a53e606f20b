package org.santral.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.santral.server.database.DatabaseSettings;
import org.santral.server.database.EmbeddedMariaDb;

/// The server's own kind of MariaDB, with its settings, held by the bench so that it can look inside and stop
/// it.
public final class BenchDatabase implements AutoCloseable {
    private final EmbeddedMariaDb mariaDb;

    /// Starts it and brings its tables up to date; calls and sessions of an earlier run are gone.
    public BenchDatabase(Path folder) throws IOException, SQLException {
        this(DatabaseSettings.embedded(folder));
    }

    /// The same with other settings than those it has by itself.
    public BenchDatabase(DatabaseSettings settings) throws IOException, SQLException {
        this(settings, List.of("delete from call_leg", "delete from call_record", "delete from session"));
    }

    /// One whose calls are a part of what is kept for the next run.
    public static BenchDatabase keepingCalls(DatabaseSettings settings) throws IOException, SQLException {
        return new BenchDatabase(settings, List.of("delete from session"));
    }

    private BenchDatabase(DatabaseSettings settings, List<String> gone) throws IOException, SQLException {
        Files.createDirectories(settings.dir());
        mariaDb = new EmbeddedMariaDb(settings);
        Flyway.configure()
                .dataSource(mariaDb.url(), mariaDb.user(), mariaDb.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            for (String statement : gone) {
                sql.execute(statement);
            }
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(mariaDb.url(), mariaDb.user(), mariaDb.password());
    }

    /// How the server finds it.
    public Map<String, String> environment() {
        return Map.of(
                "SANTRAL_DATABASE_URL", mariaDb.url(),
                "SANTRAL_DATABASE_USER", mariaDb.user(),
                "SANTRAL_DATABASE_PASSWORD", mariaDb.password());
    }

    /// The process id, 0 while it is stopped.
    public long pid() {
        return mariaDb.pid();
    }

    /// Ends the process (SIGTERM); what it knows stays.
    public void stop() {
        mariaDb.stop();
    }

    /// As a power cut would; it is started again by whom it belongs to.
    public void kill() {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /// Again, over the same files and on the same port.
    public void start() {
        mariaDb.start();
    }

    public long count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The first column of every row.
    public Set<String> words(String query) throws SQLException {
        Set<String> words = new HashSet<>();
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                words.add(row.getString(1));
            }
        }
        return words;
    }

    @Override
    public void close() {
        mariaDb.close();
    }
}
