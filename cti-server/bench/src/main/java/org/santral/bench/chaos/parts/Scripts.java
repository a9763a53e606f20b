package org.santral.bench.chaos.parts;

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

    public Scripts with(Map<String, String> more) {
        return new Scripts(root, Map.copyOf(more));
    }

    /// @param name as in `scripts/NAME`
    /// @return what it printed
    /// @throws IOException with what it printed, when it fails
    public String run(String name, String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("scripts").resolve(name).toString()));
        command.addAll(List.of(words));
        // A file and no pipe: what a script leaves running in the background would hold a pipe open.
        Path output = Files.createTempFile("script-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("scripts/" + name + " did not end within 5 minutes");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed:\n" + text);
            }
            return text;
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
