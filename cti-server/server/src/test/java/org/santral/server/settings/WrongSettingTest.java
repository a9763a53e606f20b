package org.santral.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.pbxconfig.site.SitePlan;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A wrong setting is one line: the key, the value, what is wrong, the mend.
class WrongSettingTest {
    private static final String SITE = "santral.site=src/test/resources/site.yaml";
    private static final String SECRET = "santral.pbx.secret=secret";

    @TempDir
    private Path folder;

    private final ApplicationContextRunner server =
            new ApplicationContextRunner().withUserConfiguration(SiteConfiguration.class, Access.class);

    @Test
    void rightSettingsStart() {
        server.withPropertyValues(SITE, SECRET).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(ExchangeAccess.class).host()).isEqualTo("127.20.0.1");
            assertThat(context.getBean(ExchangeAccess.class).port()).isEqualTo(5038);
        });
    }

    @Test
    void aSiteThatIsNotNamedOrNotThere() {
        assertThat(said(SECRET))
                .containsExactly(
                        "santral.site=: is missing. Give the path of a site.yaml (environment: SANTRAL_SITE).");
        assertThat(said(SECRET, "santral.site=no/such/site.yaml"))
                .containsExactly("santral.site=no/such/site.yaml: cannot be read. Give the path of a site.yaml.");
    }

    @Test
    void aSiteThatIsNoneSaysEachProblemOnALineOfItsOwn() throws Exception {
        Path file = Files.writeString(folder.resolve("site.yaml"), "site: {name: x}\n");

        assertThat(said(SECRET, "santral.site=" + file))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("santral.site=" + file + ": "));
    }

    @Test
    void aSecretThatIsMissingOrCannotBeRead() {
        assertThat(said(SITE))
                .containsExactly("santral.pbx.secret=: is missing. Set it (environment: SANTRAL_PBX_SECRET) or name a"
                        + " file in santral.pbx.secret-file.");
        assertThat(said(SITE, "santral.pbx.secret-file=no/such/file"))
                .containsExactly("santral.pbx.secret-file=no/such/file: cannot be read. Name a file that holds the"
                        + " secret.");
    }

    @Test
    void aSecretIsNeverRepeatedInTheWordsAboutIt() {
        assertThat(said(SITE, "santral.pbx.secret=s3cret\nAction: Command"))
                .singleElement()
                .asString()
                .startsWith("santral.pbx.secret=…: has a line break. ")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            santral.net                       | 0     | a number from 1 to 254
            santral.net                       | 255   | a number from 1 to 254
            santral.net                       | -7    | a number from 1 to 254
            santral.pbx.port                  | 70000 | a number from 1 to 65535
            santral.pbx.port                  | -1    | a number from 1 to 65535
            santral.journal.segment-megabytes | 0     | 1 or more
            santral.journal.keep-megabytes    | -5    | 1 or more
            santral.journal.inbox-messages    | 0     | 1 or more
            """)
    void aNumberOutOfItsRange(String key, String value, String mend) {
        assertThat(said(SITE, SECRET, key + "=" + value))
                .singleElement()
                .asString()
                .startsWith(key + "=" + value + ": is out of range. Write ")
                .contains(mend);
    }

    /// The lines the administrator reads.
    private List<String> said(String... properties) {
        List<String> lines = new ArrayList<>();
        server.withPropertyValues(properties).run(context -> {
            assertThat(context).hasFailed();
            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
            FailureAnalysis analysis = new WrongSettingAnalyzer().analyze(failure);
            if (analysis == null) {
                throw new AssertionError("not said in words", failure);
            }
            lines.addAll(analysis.getDescription().lines().toList());
            assertThat(analysis.getAction()).isEqualTo("Mend the setting and start again.");
        });
        return lines;
    }

    @Configuration(proxyBeanMethods = false)
    static class Access {
        @Bean
        ExchangeAccess access(SantralSettings settings, SitePlan plan) {
            return ExchangeAccess.of(settings.pbx(), plan.exchange());
        }
    }
}
