package org.santral.bench.house;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The real server, as a process of its own.
public final class BenchServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final JavaProcess process;
    private final int port;
    private final double secondsToStart;

    private BenchServer(JavaProcess process, int port, double secondsToStart) {
        this.process = process;
        this.port = port;
        this.secondsToStart = secondsToStart;
    }

    /// Takes the jar apart as `scripts/server` does, unless that was done with the same one: a reproducible jar
    /// carries no time of its own.
    public static Path unpacked(Workplace workplace) throws IOException, InterruptedException {
        Path app = workplace.home().resolve("app").toAbsolutePath();
        Path jar = app.resolve(workplace.serverJar().getFileName());
        Path from = app.resolve("from");
        String sum = sum(workplace.serverJar());
        if (!Files.exists(jar) || !Files.exists(from) || !Files.readString(from).equals(sum)) {
            workplace.emptied("app");
            Process tools = new ProcessBuilder(
                            JavaProcess.java(),
                            "-Djarmode=tools",
                            "-jar",
                            workplace.serverJar().toAbsolutePath().toString(),
                            "extract",
                            "--force",
                            "--destination",
                            app.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(workplace.home().resolve("app.log").toFile())
                    .start();
            if (tools.waitFor() != 0) {
                throw new IOException("the server's jar cannot be taken apart: read app.log in " + workplace.home());
            }
            Files.writeString(from, sum);
        }
        return jar;
    }

    private static String sum(Path jar) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Starts it and waits for its first answer.
    ///
    /// @param folder what it keeps
    /// @param exchangePort where the stand-in exchange listens
    /// @param more settings beyond site, exchange and folders
    public static BenchServer start(Path jar, Path site, Path folder, int exchangePort, Map<String, String> more)
            throws IOException {
        int port = Workplace.freePort();
        Map<String, String> settings = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SERVER_ADDRESS", "127.0.0.1",
                "SANTRAL_SITE", site.toAbsolutePath().toString(),
                "SANTRAL_PBX_HOST", "127.0.0.1",
                "SANTRAL_PBX_PORT", Integer.toString(exchangePort),
                "SANTRAL_PBX_USER", "bench",
                "SANTRAL_PBX_SECRET", "bench",
                "SANTRAL_JOURNAL_DIR", folder.resolve("journal").toString(),
                "SANTRAL_DATABASE_DIR", folder.resolve("database").toString(),
                "SANTRAL_PEOPLE_INITIAL_PASSWORDS_FILE",
                        folder.resolve("passwords").toString()));
        settings.putAll(more);
        long began = System.nanoTime();
        JavaProcess process = JavaProcess.start(List.of("-jar", jar.toString()), settings, folder, "server");
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                process.close();
                throw process.failed("the server did not start");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return new BenchServer(process, port, (System.nanoTime() - began) / 1e9);
    }

    private static boolean answers(int port) {
        try {
            return connection(port, "/actuator/health").getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpURLConnection connection(int port, String path) throws IOException {
        return (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    }

    /// One of the figures it tells about itself.
    ///
    /// @param meter such as `santral_history_waiting`
    public double meter(String meter) throws IOException {
        return meter(meter, "");
    }

    /// @param label only figures that carry it, such as `area="heap"`
    public double meter(String meter, String label) throws IOException {
        String all = new String(
                connection(port, "/actuator/prometheus").getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.startsWith(meter + " ") || line.startsWith(meter + "{"))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    public int port() {
        return port;
    }

    /// From the start of the process to its first answer 200.
    public double secondsToStart() {
        return secondsToStart;
    }

    public JavaProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
