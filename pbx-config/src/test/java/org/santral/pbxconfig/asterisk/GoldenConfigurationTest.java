package org.santral.pbxconfig.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.pbxconfig.Sites;
import org.santral.pbxconfig.site.SitePlan;

/// A site in, the literal text of every file out. `-Dgolden.write=true` rewrites the expected files on purpose.
class GoldenConfigurationTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Installation INSTALLATION = new Installation("/srv/pbx", "/opt/asterisk/rootfs");

    @ParameterizedTest(name = "{0} for Asterisk {1}")
    @CsvSource({"demo, 22", "demo, 16", "hostile, 22", "hostile, 16", "every-way, 22"})
    void theConfigurationIsTheExpectedText(String site, String major) throws IOException {
        SitePlan plan = Sites.plan(
                switch (site) {
                    case "demo" -> Sites.DEMO;
                    case "hostile" -> Sites.HOSTILE;
                    default -> Sites.EVERY_WAY;
                });
        AsteriskVersion version = AsteriskVersion.of(major).orElseThrow();
        @Nullable Installation installation = site.equals("demo") ? INSTALLATION : null;
        SortedMap<String, String> files =
                AsteriskConfiguration.generate(new Order(plan, version, Sites.secrets(plan), installation));
        Path expected = GOLDEN.resolve(site + "-" + major);
        if (Boolean.getBoolean("golden.write")) {
            write(expected, files);
        }
        assertThat(files).isEqualTo(read(expected));
    }

    private static SortedMap<String, String> read(Path directory) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static void write(Path directory, SortedMap<String, String> files) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(directory);
        for (var file : files.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }
}
