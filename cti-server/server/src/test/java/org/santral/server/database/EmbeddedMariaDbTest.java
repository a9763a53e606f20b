package org.santral.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("db")
class EmbeddedMariaDbTest {
    @TempDir
    private Path folder;

    @Test
    void keepsItsRowsFromOneStartToTheNextAndChangesItsPassword() throws SQLException {
        String firstPassword;
        try (EmbeddedMariaDb database = started()) {
            firstPassword = database.password();
            execute(database, "create table t (n int)");
            execute(database, "insert into t values (42)");
        }
        try (EmbeddedMariaDb database = started()) {
            assertThat(one(database, "select n from t")).isEqualTo(42);
            assertThat(database.password()).isNotEqualTo(firstPassword);
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), firstPassword))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "root", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesAFolderThatAnotherServerUsesAndSaysTheMend() {
        try (EmbeddedMariaDb _ = started()) {
            assertThatThrownBy(this::started).isInstanceOfSatisfying(DatabaseTrouble.class, trouble -> {
                assertThat(trouble).hasMessageContaining("Another server uses the database in " + folder);
                assertThat(trouble.mend()).contains("santral.database.dir");
            });
        }
    }

    @Test
    void startsAgainWithEveryCommittedRowWhenItWasKilled() throws SQLException {
        try (EmbeddedMariaDb database = started()) {
            execute(database, "create table t (n int)");
            execute(database, "insert into t values (7)");
            long killed = database.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).until(() -> database.pid() != 0 && database.pid() != killed);
            assertThat(one(database, "select n from t")).isEqualTo(7);
        }
    }

    @Test
    void stopsTheMariaDbThatAKilledServerLeftBehind() throws IOException, SQLException {
        Process left;
        try (EmbeddedMariaDb database = started()) {
            execute(database, "create table t (n int)");
        }
        MariaDbProgram program = MariaDbProgram.find(DatabaseSettings.embedded(folder), null);
        try (DataFolder data = DataFolder.open(folder)) {
            MariaDbProcess stale = MariaDbProcess.start(program, data, Listening.on(0, 16));
            await().until(() -> Files.exists(data.pidFile()));
            left = stale.onExit().isDone() ? null : stale.process();
        }
        try (EmbeddedMariaDb database = started()) {
            assertThat(left)
                    .isNotNull()
                    .satisfies(process -> assertThat(process.isAlive()).isFalse());
            assertThat(one(database, "select count(*) from t")).isZero();
        }
    }

    private EmbeddedMariaDb started() {
        return new EmbeddedMariaDb(DatabaseSettings.embedded(folder));
    }

    private static void execute(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int one(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(EmbeddedMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
