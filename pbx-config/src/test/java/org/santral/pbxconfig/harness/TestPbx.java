package org.santral.pbxconfig.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A real Asterisk, started by `scripts/pbx` on a loopback net of its own and stopped by [#close].
public final class TestPbx implements AutoCloseable {

    private final Path home;
    private final Map<String, String> environment;

    private TestPbx(Path home) throws IOException {
        this.home = home;
        this.environment = Files.readAllLines(home.resolve("env")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /// Returns when the exchange is ready.
    ///
    /// @param net every address of the site lies in 127.net.0.0/16; tests that run side by side take different
    ///     nets
    /// @param options further options of `scripts/pbx up`, such as `--site FILE` or `--asterisk 16`
    public static TestPbx up(int net, String... options) {
        try {
            Path home = Files.createTempDirectory("pbx-" + net + "-").toRealPath();
            // A test that fails half-way, or is interrupted, leaves no exchange behind either.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> script(home, List.of("down"))));
            List<String> words = new ArrayList<>(List.of("up", "--net", String.valueOf(net)));
            words.addAll(Arrays.asList(options));
            script(home, words);
            return new TestPbx(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A value of the exchange's `env` file: `AMI_HOST`, `AMI_PORT`, `AMI_USER`, `AMI_SECRET`, `AMI_CMD_USER`,
    /// `AMI_CMD_SECRET`, `AMI_RECORDER_USER`, `AMI_RECORDER_SECRET`, `SIP_HOST`, `SIP_PORT`, `AGI_HOST`,
    /// `AGI_PORT`, `RECORDINGS`, `LEDGER`, `LEDGER_DATABASE`, `LEDGER_READER`,
    /// `LEDGER_READER_SECRET`, `NET`, `PID`.
    public String env(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " among " + environment.keySet());
        }
        return value;
    }

    public Path home() {
        return home;
    }

    /// What Asterisk's own console answers.
    public String cli(String command) {
        return script(home, List.of("cli", command));
    }

    /// A manager session with the account for events, commands or recordings: `AMI`, `AMI_CMD`, `AMI_RECORDER`.
    public AmiTap logIn(String account) {
        return AmiTap.logIn(
                env("AMI_HOST"), Integer.parseInt(env("AMI_PORT")), env(account + "_USER"), env(account + "_SECRET"));
    }

    @Override
    public void close() {
        script(home, List.of("down"));
    }

    private static String script(Path home, List<String> words) {
        List<String> command =
                new ArrayList<>(List.of(projectRoot().resolve("scripts/pbx").toString()));
        command.addAll(words);
        command.addAll(List.of("--home", home.toString()));
        try {
            Path output = Files.createTempFile("pbx-", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            String text = Files.readString(output);
            Files.delete(output);
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + exit + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path projectRoot() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(directory.resolve("scripts/pbx"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException(
                        "scripts/pbx is not found above " + Path.of("").toAbsolutePath());
            }
        }
        return directory;
    }
}
