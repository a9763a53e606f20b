package org.santral.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed classes under `src/main/jooq` say what the migrations make. After a change of the migrations
/// they are written anew with `-Dtest=TableSourcesTest -Dtables.write=true`.
@Tag("db")
class TableSourcesTest {
    private static final Path COMMITTED = Path.of("src/main/jooq");

    @Test
    void theCommittedClassesAreThoseOfTheMigrations(@TempDir Path written) throws Exception {
        if (Boolean.getBoolean("tables.write")) {
            TableSources.write(TestMariaDb.running(), COMMITTED);
        }
        TableSources.write(TestMariaDb.running(), written);

        assertThat(texts(COMMITTED)).isNotEmpty().isEqualTo(texts(written));
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
