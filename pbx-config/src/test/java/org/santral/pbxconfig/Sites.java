package org.santral.pbxconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.santral.pbxconfig.asterisk.Secrets;
import org.santral.pbxconfig.site.SitePlan;
import org.santral.pbxconfig.yaml.SiteReading;
import org.santral.pbxconfig.yaml.SiteYaml;

/// The sites that the tests work with.
public final class Sites {

    public static final Path DEMO = Path.of("sites/demo.yaml");
    public static final Path HOSTILE = Path.of("src/test/resources/sites/hostile.yaml");
    public static final Path EVERY_WAY = Path.of("src/test/resources/sites/every-way.yaml");

    private Sites() {}

    public static String text(Path site) {
        try {
            return Files.readString(site);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SitePlan plan(Path site) {
        return switch (SiteYaml.read(text(site))) {
            case SiteReading.Sound sound -> sound.plan();
            case SiteReading.Unsound unsound -> throw new AssertionError(unsound.problems());
        };
    }

    /// Secrets that tell which is which.
    public static Secrets secrets(SitePlan plan) {
        Map<String, String> secrets =
                Secrets.wanted(plan).stream().collect(Collectors.toMap(name -> name, name -> "the-" + name));
        return new Secrets(secrets);
    }
}
