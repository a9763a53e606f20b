package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who opens a scenario's folder finds what people did, what the exchange told, what that means and what comes of
/// it, each under the scenario's name.
class ScenarioFoldersTest {
    private static final List<String> KINDS =
            List.of("ami", "before", "cel", "drive", "effects", "events", "queue_log");
    private static final String AS_IN = "as in ";

    static List<String> scenarios() {
        return Scenarios.names();
    }

    static List<String> ofAnotherDialplan() {
        return Scenarios.ofAnotherDialplan();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void holdsItsDriveItsRecordingItsMeaningAndItsEffects(String name) throws IOException {
        assertThat(kinds(name)).contains("events", "effects").isSubsetOf(KINDS);
        // One that was cut from production was driven by nobody, and brings its own site.
        if (kinds(name).contains("ami")) {
            assertThat(kinds(name)).contains("drive");
        } else {
            assertThat(kinds(name)).contains("before").doesNotContain("drive");
        }
    }

    /// The drive stands once: at Asterisk 16 it is played as in the scenario of the plain name.
    @ParameterizedTest
    @MethodSource("scenarios")
    void aDriveThatIsAnothersLeadsToOneThatSaysWhatPeopleDo(String name) throws IOException {
        if (!kinds(name).contains("drive")) {
            return;
        }
        List<String> lines = drive(name);
        assertThat(lines).as("something is done").isNotEmpty();
        if (lines.getFirst().startsWith(AS_IN)) {
            assertThat(lines).hasSize(1);
            String other = lines.getFirst().substring(AS_IN.length());
            assertThat(other + "-16").isEqualTo(name);
            assertThat(drive(other)).isNotEmpty().noneMatch(line -> line.startsWith(AS_IN));
        } else {
            assertThat(name).doesNotEndWith("-16");
            assertThat(lines).noneMatch(line -> line.startsWith(AS_IN));
        }
    }

    @ParameterizedTest
    @MethodSource("ofAnotherDialplan")
    void whatAnotherSitesExchangeToldHasANameOfItsOwn(String name) throws IOException {
        assertThat(kinds(name)).containsExactlyInAnyOrder("ami", "events", "effects");
        assertThat(Scenarios.names()).doesNotContain(name);
    }

    private static List<String> kinds(String name) throws IOException {
        try (Stream<Path> files = Files.list(Scenarios.events(name).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .peek(file -> assertThat(file).startsWith(name + "."))
                    .map(file -> file.substring(name.length() + 1))
                    .toList();
        }
    }

    /// Without its comments.
    private static List<String> drive(String name) throws IOException {
        Path file = Scenarios.file(name, "drive");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList()
                : List.of();
    }
}
