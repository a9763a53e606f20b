package org.santral.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The project's own scripts, run as a person would.
///
/// @param root the project's folder
/// @param environment what they find set beside what this process has
public record Scripts(Path root, Map<String, String> environment) {
    private static final int MINUTES = 5;

    /// What a script said, out and err in one.
    public record Said(int status, String text) {}

    public Scripts with(Map<String, String> more) {
        return new Scripts(root, Map.copyOf(more));
    }

    /// @param name as in `scripts/NAME`
    /// @return what it printed
    /// @throws IOException with what it printed, when it fails
    public String run(String name, String... words) throws IOException, InterruptedException {
        Said said = ask(name, words);
        if (said.status() != 0) {
            throw new IOException("scripts/" + name + " " + String.join(" ", words) + " failed:\n" + said.text());
        }
        return said.text();
    }

    /// The same, where failing is an answer too.
    public Said ask(String name, String... words) throws IOException, InterruptedException {
        // A file and no pipe: what a script leaves running in the background would hold a pipe open.
        Path output = Files.createTempFile("script-", ".out");
        try {
            Process process = process(name, List.of(words))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("scripts/" + name + " did not end within " + MINUTES + " minutes");
            }
            return new Said(process.exitValue(), Files.readString(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /// Not begun yet.
    public ProcessBuilder process(String name, List<String> words) {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("scripts").resolve(name).toString()));
        command.addAll(words);
        ProcessBuilder process = new ProcessBuilder(command).directory(root.toFile());
        process.environment().putAll(environment);
        return process;
    }
}
