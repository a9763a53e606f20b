package org.santral.bench.chaos.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.santral.bench.house.Scripts;

/// The CTI server as a process of its own, behind the relay and beside a database that is not its own.
public final class CtiServer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Scripts scripts;
    private final Path home;
    private final Path site;
    private final Path exchangeHome;
    private final int port;

    /// @param settings beyond site, exchange and folders
    public CtiServer(Scripts scripts, Path home, Path site, Path exchangeHome, int port, Map<String, String> settings) {
        this.scripts = scripts.with(new HashMap<>(settings));
        this.home = home;
        this.site = site;
        this.exchangeHome = exchangeHome;
        this.port = port;
    }

    public Path home() {
        return home;
    }

    public Path passwords() {
        return home.resolveSibling("passwords");
    }

    public int port() {
        return port;
    }

    /// Starts it; again when it does not start, for it may need a part that is away itself.
    ///
    /// @return how many starts it took
    public int up() throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        for (int start = 1; ; start++) {
            try {
                startOnce();
                return start;
            } catch (IOException e) {
                if (Instant.now().isAfter(latest)) {
                    throw e;
                }
                Thread.sleep(AGAIN);
            }
        }
    }

    private void startOnce() throws IOException, InterruptedException {
        scripts.run(
                "server",
                "up",
                "--home",
                home.toString(),
                "--site",
                site.toString(),
                "--passwords",
                passwords().toString(),
                "--port",
                "" + port,
                "--pbx-home",
                exchangeHome.toString());
    }

    public void down() throws IOException, InterruptedException {
        scripts.run("server", "down", "--home", home.toString());
    }

    public void kill() throws IOException {
        Killing.kill(Long.parseLong(new EnvFile(home.resolve("env")).get("PID")));
    }
}
