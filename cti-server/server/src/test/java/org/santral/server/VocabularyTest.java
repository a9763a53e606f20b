package org.santral.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Only the Asterisk adapter says channel, bridge or Linkedid: everywhere else a call has connections.
class VocabularyTest {
    private static final Pattern ASTERISK =
            Pattern.compile("\\b(channels?|bridges?|linkedid|uniqueid)\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void theModelSpeaksOfConnections() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("../call-model/src/main/java"))) {
            List<String> said = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(VocabularyTest::lines)
                    .filter(line -> ASTERISK.matcher(line).find())
                    // The one place that says which words are not used here.
                    .filter(line -> !line.contains("Nothing here knows what a channel or a bridge is"))
                    .toList();
            assertThat(said).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
