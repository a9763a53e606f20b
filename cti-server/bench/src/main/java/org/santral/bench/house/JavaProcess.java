package org.santral.bench.house;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A Java process of ours; it ends with the bench at the latest.
public final class JavaProcess implements AutoCloseable {
    /// What `scripts/server` starts the server with.
    private static final List<String> FLAGS = List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

    private final Process process;
    private final Path log;
    private final Thread atTheEnd;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        atTheEnd = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /// @param command what follows Java's own flags
    /// @param folder it works in; what it prints goes to `name.log` there
    public static JavaProcess start(List<String> command, Map<String, String> environment, Path folder, String name)
            throws IOException {
        Path log = folder.resolve(name + ".log");
        List<String> line = new ArrayList<>(List.of(java()));
        line.addAll(FLAGS);
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(folder.toFile());
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start(), log);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Of the bench itself, as another folder sees it.
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static String flags() {
        return String.join(" ", FLAGS);
    }

    /// Waits until it has ended by itself.
    ///
    /// @throws IllegalStateException when that takes longer, or it did not end well
    public void await(Duration longest) throws IOException, InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw failed("it did not end within " + longest);
        }
        if (process.exitValue() != 0) {
            throw failed("it ended with " + process.exitValue());
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// For the message of a process that did not do what it should.
    public IllegalStateException failed(String what) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return new IllegalStateException(what + "; it printed last:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
    }

    public long pid() {
        return process.pid();
    }

    /// Processor time a process has had since its start.
    public static double cpuMillis(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(one -> one.info().totalCpuDuration())
                .map(time -> time.toNanos() / 1e6)
                .orElse(0.0);
    }

    /// Has it collect its garbage now: what is left lives.
    public void collectGarbage() throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process command = new ProcessBuilder(jcmd.toString(), Long.toString(pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            command.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What it has in memory now.
    ///
    /// @param line such as `VmRSS`, or `VmHWM` for the most it ever had
    /// @return megabytes of 2^20 bytes
    public double megabytes(String line) throws IOException {
        return megabytes(process.toHandle(), line);
    }

    /// The same of the processes it has started.
    public double megabytesOfChildren(String line) throws IOException {
        double sum = 0;
        for (ProcessHandle child : process.descendants().toList()) {
            sum += megabytes(child, line);
        }
        return sum;
    }

    private static double megabytes(ProcessHandle process, String line) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(fact -> fact.startsWith(line + ":"))
                .mapToDouble(fact -> Long.parseLong(fact.replaceAll("\\D", "")) / 1024.0)
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            // The bench itself ends, and the hook with it.
        }
    }
}
