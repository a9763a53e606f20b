package org.santral.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/// A way to a MariaDB with the settings of `application.properties`, without Spring.
public final class Pool implements AutoCloseable {
    private final EmbeddedMariaDb database;
    private final @Nullable Path folder;
    private final HikariDataSource connections;
    private final List<HikariDataSource> ways = new ArrayList<>();

    private Pool(EmbeddedMariaDb database, @Nullable Path folder) {
        this.database = database;
        this.folder = folder;
        connections = connections(database, database.url());
    }

    private static HikariDataSource connections(EmbeddedMariaDb database, String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(12);
        config.setConnectionTimeout(2_000);
        config.addDataSourceProperty("connectTimeout", "2000");
        config.addDataSourceProperty("socketTimeout", "10000");
        config.addDataSourceProperty("sessionVariables", "innodb_lock_wait_timeout=3");
        return new HikariDataSource(config);
    }

    /// To the MariaDB that all tests share.
    public static Pool shared() {
        return new Pool(TestMariaDb.running(), null);
    }

    /// To one that nobody else uses: it may be stopped, and its tables may be locked.
    public static Pool own() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "test-database-");
        EmbeddedMariaDb database = new EmbeddedMariaDb(DatabaseSettings.embedded(folder));
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .load()
                .migrate();
        return new Pool(database, folder);
    }

    public EmbeddedMariaDb database() {
        return database;
    }

    public DSLContext sql(ExecuteListenerProvider... listeners) {
        return sql(connections, listeners);
    }

    /// The way over something that listens before the database.
    public DSLContext sqlThrough(int port) {
        HikariDataSource way = connections(database, database.url().replaceFirst(":\\d+/", ":" + port + "/"));
        ways.add(way);
        return sql(way);
    }

    private static DSLContext sql(HikariDataSource connections, ExecuteListenerProvider... listeners) {
        return DSL.using(new DefaultConfiguration()
                .set(connections)
                .set(SQLDialect.MARIADB)
                .set(listeners));
    }

    /// A connection beside the pool.
    public Connection another() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @Override
    public void close() throws IOException {
        ways.forEach(HikariDataSource::close);
        connections.close();
        if (folder != null) {
            database.close();
            Folders.delete(folder);
        }
    }
}
