package org.santral.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A `mariadbd` that can be started.
///
/// @param share folder with the SQL of the system tables and the error messages
record MariaDbProgram(Path mariadbd, Path share, Version version) {
    private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)\\.(\\d+)-MariaDB");
    private static final String FIRST_SQL = "mariadb_system_tables.sql";

    record Version(int major, int minor) implements Comparable<Version> {
        static Version parse(String text) {
            String[] parts = text.strip().split("\\.");
            return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public int compareTo(Version other) {
            return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    /// The configured one, or the machine's own, or the one that came with Santral. A data directory that an
    /// older MariaDB cannot read any more is never given to it.
    ///
    /// @param wrote the version that wrote the data directory last, null when it is new
    static MariaDbProgram find(DatabaseSettings settings, @Nullable Version wrote) {
        if (settings.home() != null) {
            return under(settings.home())
                    .orElseThrow(() -> new DatabaseTrouble(
                            "There is no mariadbd under santral.database.home=" + settings.home(),
                            "Name the folder that holds bin/mariadbd and share/, or leave the key out."));
        }
        Optional<MariaDbProgram> system = Stream.of(
                        "/usr", "/usr/local", "/usr/local/mysql", "/opt/homebrew/opt/mariadb")
                .flatMap(home -> under(Path.of(home)).stream())
                .filter(program -> wrote == null || program.version.compareTo(wrote) >= 0)
                .findFirst();
        if (system.isPresent()) {
            return system.get();
        }
        return MariaDbBundle.unpacked(settings)
                .flatMap(MariaDbProgram::under)
                .filter(program -> wrote == null || program.version.compareTo(wrote) >= 0)
                .orElseThrow(() -> new DatabaseTrouble(
                        "No MariaDB was found that can be started"
                                + (wrote == null ? "." : " and reads what MariaDB " + wrote + " has written."),
                        "Install it (Debian: apt-get install mariadb-server-core), or set santral.database.url to one"
                                + " that runs already."));
    }

    static Optional<MariaDbProgram> under(Path home) {
        for (String program : List.of("bin/mariadbd", "sbin/mariadbd", "libexec/mariadbd")) {
            Path mariadbd = home.resolve(program);
            if (!Files.isExecutable(mariadbd)) {
                continue;
            }
            for (String share : List.of("share", "share/mariadb", "share/mysql")) {
                if (Files.isReadable(home.resolve(share).resolve(FIRST_SQL))) {
                    return Optional.of(
                            new MariaDbProgram(mariadbd, home.resolve(share).toAbsolutePath(), versionOf(mariadbd)));
                }
            }
        }
        return Optional.empty();
    }

    private static Version versionOf(Path mariadbd) {
        try {
            Process asked = new ProcessBuilder(mariadbd.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = VERSION.matcher(said);
            if (!matcher.find()) {
                throw new DatabaseTrouble(
                        mariadbd + " does not tell its version: " + said.strip(),
                        "Check that it starts by hand, or name another with santral.database.home.");
            }
            return new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        } catch (IOException e) {
            throw new DatabaseTrouble(mariadbd + " cannot be started: " + e.getMessage(), "Check its permissions.");
        }
    }
}
