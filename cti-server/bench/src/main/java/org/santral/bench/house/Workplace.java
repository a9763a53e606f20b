package org.santral.bench.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where a bench works.
///
/// @param scenarios the recorded calls
/// @param home what benches keep
/// @param serverJar the server as it is built to be run
/// @param demoSite a small site, as it comes with Santral
/// @param seconds how long the database is away in `history`, how long the traffic lasts in `endurance`
public record Workplace(Path scenarios, Path home, Path serverJar, Path demoSite, int seconds) {

    /// A folder of this name, empty.
    public Path emptied(String name) throws IOException {
        Path folder = home.resolve(name).toAbsolutePath();
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                old.sorted(Comparator.reverseOrder()).forEach(Workplace::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("emptying " + file, e);
        }
    }

    /// A port that nobody listens on.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
