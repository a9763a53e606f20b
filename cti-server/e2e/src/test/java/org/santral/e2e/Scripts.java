package org.santral.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The project's own scripts, run as a person would.
final class Scripts {
    /// The work tree: the tests run in `cti-server/e2e`.
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Scripts() {}

    /// What a script said, out and err in one.
    record Said(int status, String text) {
        Said orFail() {
            if (status != 0) {
                throw new AssertionError("a script failed with status " + status + ":\n" + text);
            }
            return this;
        }
    }

    /// @param name as in `scripts/NAME`
    static Said run(String name, String... words) {
        try {
            // A file and no pipe: what a script leaves running in the background would hold a pipe open.
            File output = File.createTempFile("script-", ".out");
            Process process = process(name, List.of(words))
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("scripts/" + name + " did not end within 5 minutes");
            }
            String text = Files.readString(output.toPath());
            Files.delete(output.toPath());
            return new Said(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while scripts/" + name + " ran", e);
        }
    }

    static ProcessBuilder process(String name, List<String> words) {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("scripts").resolve(name).toString()));
        command.addAll(words);
        ProcessBuilder process = new ProcessBuilder(command).directory(ROOT.toFile());
        // The demo's book of customers, also where the phones are this test's own.
        process.environment().put("SANTRAL_DEMO_DATA", "true");
        return process;
    }
}
