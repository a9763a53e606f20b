package org.santral.switchboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.santral.lines.Lines;

/// The folders of scenarios: `NAME/NAME.events` go in, `NAME/NAME.effects` are expected.
final class Scenarios {
    static final Path ROOT = Path.of("src", "test", "resources", "scenarios");
    /// What another site's exchange told, by names that no scenario has.
    private static final Path ANOTHER_DIALPLAN = ROOT.resolveSibling("another-dialplan");

    private Scenarios() {}

    static List<String> names() {
        return foldersIn(ROOT);
    }

    static List<String> ofAnotherDialplan() {
        return foldersIn(ANOTHER_DIALPLAN);
    }

    private static List<String> foldersIn(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The site, the link and who is signed on before every scenario.
    static List<Input> before() {
        return read(ROOT.resolve("site.inputs"));
    }

    /// What happened before this scenario in particular, `NAME.before`: most have none.
    static List<Input> before(String name) {
        var file = file(name, "before");
        return Files.exists(file) ? read(file) : List.of();
    }

    static List<Input> inputs(String name) {
        return read(events(name));
    }

    static Path events(String name) {
        return file(name, "events");
    }

    static Path effects(String name) {
        return file(name, "effects");
    }

    static Path file(String name, String kind) {
        Path folder = ROOT.resolve(name);
        return (Files.exists(folder) ? folder : ANOTHER_DIALPLAN.resolve(name)).resolve(name + "." + kind);
    }

    private static List<Input> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(Lines::readInput).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
