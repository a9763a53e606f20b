package org.santral.server.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the database is.
///
/// @param url JDBC URL of a MariaDB that is already there; null to start one of our own
/// @param dir what our own MariaDB keeps
/// @param home folder of the MariaDB to start (with `bin/mariadbd` or `sbin/mariadbd`), null to look for one
/// @param bundle jar with MariaDB's binaries, null to look for it on the class path and in the local Maven
///     repository
/// @param port of our own MariaDB on 127.0.0.1, 0 for any free one
/// @param bufferPoolMegabytes memory for our own MariaDB's pages
@ConfigurationProperties("santral.database")
public record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("santral") String user,
        @DefaultValue("") String password,
        @DefaultValue(".santral/database") Path dir,
        @Nullable Path home,
        @Nullable Path bundle,
        @DefaultValue("0") int port,
        @DefaultValue("128") int bufferPoolMegabytes) {

    /// Our own MariaDB over this folder, everything else as it comes.
    public static DatabaseSettings embedded(Path dir) {
        return new DatabaseSettings(null, "santral", "", dir, null, null, 0, 128);
    }
}
