package org.santral.switchboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.santral.lines.Lines;

/// The folders of recorded and written scenarios: `NAME/NAME.events` go in, `NAME/NAME.effects` are expected.
final class Scenarios {
    static final Path ROOT = Path.of("src", "test", "resources", "scenarios");

    private Scenarios() {}

    static List<String> names() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(
                            folder -> Files.exists(events(folder.getFileName().toString())))
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
        var file = ROOT.resolve(name).resolve(name + ".before");
        return Files.exists(file) ? read(file) : List.of();
    }

    static List<Input> inputs(String name) {
        return read(events(name));
    }

    static Path events(String name) {
        return ROOT.resolve(name).resolve(name + ".events");
    }

    static Path effects(String name) {
        return ROOT.resolve(name).resolve(name + ".effects");
    }

    private static List<Input> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(Lines::readInput).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
