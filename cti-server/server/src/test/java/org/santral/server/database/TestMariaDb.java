package org.santral.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/// The MariaDB of the tests: one for each JVM, started when the first test asks, with fresh tables. Its files
/// lie under `target`, so that nothing is left when the build is cleaned.
public final class TestMariaDb {
    private static final Path FOLDER =
            Path.of("target", "test-database-" + ProcessHandle.current().pid());

    private TestMariaDb() {}

    /// Running and migrated. Tests share it: each makes rows of its own and counts on no others.
    public static EmbeddedMariaDb running() {
        return Shared.DATABASE;
    }

    private static final class Shared {
        static final EmbeddedMariaDb DATABASE = started();

        private static EmbeddedMariaDb started() {
            EmbeddedMariaDb database = new EmbeddedMariaDb(DatabaseSettings.embedded(FOLDER));
            Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .load()
                    .migrate();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database)));
            return database;
        }

        private static void end(EmbeddedMariaDb database) {
            database.close();
            try {
                Folders.delete(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
