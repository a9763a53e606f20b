package org.santral.bench.chaos.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file in which a part of the demo says how it is reached.
record EnvFile(Path file) {

    String get(String key) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IOException(file + " does not say " + key));
    }
}
