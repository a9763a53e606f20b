package org.santral.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The project's own scripts, run as a person would, in the words of a test.
final class Scripts {
    /// The work tree: the tests run in `cti-server/e2e`.
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /// With the demo's book of customers, also where the phones are this test's own.
    private static final org.santral.bench.house.Scripts OWN =
            new org.santral.bench.house.Scripts(ROOT, Map.of("SANTRAL_DEMO_DATA", "true"));

    private Scripts() {}

    /// With settings of the server's own, as an administrator gives them.
    static Said run(Map<String, String> settings, String name, String... words) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("SANTRAL_DEMO_DATA", "true");
        return run(new org.santral.bench.house.Scripts(ROOT, all), name, words);
    }

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
        return run(OWN, name, words);
    }

    private static Said run(org.santral.bench.house.Scripts scripts, String name, String... words) {
        try {
            org.santral.bench.house.Scripts.Said said = scripts.ask(name, words);
            return new Said(said.status(), said.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while scripts/" + name + " ran", e);
        }
    }

    static ProcessBuilder process(String name, List<String> words) {
        return OWN.process(name, words);
    }
}
