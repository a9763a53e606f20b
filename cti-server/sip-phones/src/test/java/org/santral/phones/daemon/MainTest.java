package org.santral.phones.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.santral.phones.AnswerMode;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.What;

/// The process, as `scripts/phones` starts it.
class MainTest {
    private static Process start(String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(options));
        return new ProcessBuilder(line).start();
    }

    @Test
    void itSaysWhenItIsReadyAndHangsUpOnSigterm() throws Exception {
        try (PhoneBench other = PhoneBench.open(146, PhoneBench.at(145, 1, 1), List.of("1001"))) {
            other.phone("1001").mode(new AnswerMode.After(Duration.ZERO));
            Process phones = start("--net", "145", "--pbx", "127.146.1.1:5060");
            try (BufferedReader said = phones.inputReader()) {
                String ready = said.readLine();
                assertThat(ready).matches("ready http=http://127\\.0\\.0\\.1:\\d+");
                new Orders(URI.create(ready.substring("ready http=".length())))
                        .post("/calls", "{\"from\":\"0211\",\"to\":\"1001\"}");
                other.await("answered", seen -> seen.is("1001", What.ANSWERED));

                phones.destroy();

                assertThat(other.await("hung up", seen -> seen.is("1001", What.ENDED))
                                .call()
                                .endCause())
                        .isEqualTo(EndCause.CLEARED_BY_OTHER);
                assertThat(phones.waitFor(3, TimeUnit.SECONDS)).isTrue();
            } finally {
                phones.destroyForcibly();
            }
        }
    }

    @Test
    void aWrongOptionIsSaidInOneLineWithExitCode2() throws Exception {
        Process phones = start("--net", "300");
        try (BufferedReader said = phones.errorReader()) {
            assertThat(said.lines())
                    .containsExactly("phones: --net 300 is out of range - write a whole number from 1 to 254");
        }
        assertThat(phones.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(phones.exitValue()).isEqualTo(2);
    }
}
