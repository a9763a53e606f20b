package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The README's commands, typed by somebody who sees Santral for the first time.
@Tag("pbx")
@Tag("browser")
@Tag("db")
class NewcomerTest {
    @Test
    void oneCommandStartsEverythingACallPopsAndCtrlCLeavesNothing(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path home = folder.resolve("santral");
        String port = Integer.toString(Installation.freePort());

        try (RunningDemo demo = RunningDemo.start(home, "--net", "142", "--port", port);
                Browsers browsers = new Browsers()) {
            Desk sara = logIn(browsers, demo, "sara");
            Desk omid = logIn(browsers, demo, "omid");
            assertThat(demo.said()).contains("log in as supervisor", "log in as admin");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("passwords"))))
                    .isEqualTo("rw-------");

            Scripts.run(
                            "call",
                            "--home",
                            home.resolve("phones").toString(),
                            "--from",
                            "02112345678",
                            "--answer-after",
                            "4s",
                            "--talk",
                            "2s")
                    .orFail();

            String call = sara.shows("RINGING");
            sara.names("رضا احمدی");
            assertThat(omid.shows("RINGING")).isEqualTo(call);
            JsonNode row = sara.history(call);
            assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
            assertThat(row.path("waitMillis").asLong()).isBetween(3_000L, 6_000L);
            assertThat(row.path("talkMillis").asLong()).isBetween(1_000L, 3_000L);
            assertThat(demo.interrupt()).as("ended within ten seconds").isTrue();
            assertThat(demo.leftOver()).isEmpty();
        }

        try (RunningDemo again = RunningDemo.start(home, "--net", "142", "--port", port, "--demo-calls", "60/min");
                Browsers browsers = new Browsers()) {
            Desk supervisor = logIn(browsers, again, "supervisor");
            assertThat(supervisor.json("/api/calls").path("rows").size())
                    .as("what was, is still known")
                    .isPositive();
            Desk admin = logIn(browsers, again, "admin");
            admin.goTo("switchroom");
            admin.page().getByTestId("demo-call").click();
            Awaiting.until("calls keep coming", () -> {
                JsonNode rows = supervisor.json("/api/calls").path("rows");
                return rows.size() > 5 ? rows : null;
            });
            assertThat(again.interrupt())
                    .as("ended within ten seconds, calls or not")
                    .isTrue();
            assertThat(again.leftOver()).isEmpty();
        }
    }

    @Test
    void anExchangeThatIsAlreadyThereIsAttachedTo(@TempDir Path folder) throws IOException, InterruptedException {
        int net = 143;
        Path site = folder.resolve("site.yaml");
        Files.writeString(
                site,
                Files.readString(Scripts.ROOT.resolve("pbx-config/sites/demo.yaml"))
                        .replace("127.20.", "127." + net + "."));
        Path pbx = folder.resolve("pbx");
        Scripts.run("pbx", "up", "--home", pbx.toString(), "--site", site.toString(), "--net", "" + net)
                .orFail();
        try {
            Path secret = folder.resolve("secret");
            Files.writeString(
                    secret,
                    Files.readAllLines(pbx.resolve("env")).stream()
                            .filter(line -> line.startsWith("AMI_CMD_SECRET="))
                            .map(line -> line.substring("AMI_CMD_SECRET=".length()))
                            .findFirst()
                            .orElseThrow());
            String[] options = {
                "--port",
                Integer.toString(Installation.freePort()),
                "--site",
                site.toString(),
                "--pbx",
                "127." + net + ".0.1:5038",
                "--pbx-user",
                "santral-cmd",
                "--pbx-secret-file",
                secret.toString()
            };
            try (RunningDemo attached = RunningDemo.start(folder.resolve("santral"), options)) {
                assertThat(attached.said()).contains("the link is up");
                assertThat(attached.interrupt()).isTrue();
                assertThat(attached.leftOver().stream()
                                .filter(line -> !line.contains("/pbx/"))
                                .toList())
                        .as("the exchange is not ours to end")
                        .isEmpty();
            }
            Files.writeString(secret, "wrong");
            try (RunningDemo refused = RunningDemo.start(folder.resolve("other"), options)) {
                assertThat(refused.said()).contains("the link is down", "refused the log-in of santral-cmd");
            }
        } finally {
            Scripts.run("pbx", "down", "--home", pbx.toString()).orFail();
        }
    }

    private static Desk logIn(Browsers browsers, RunningDemo demo, String login) {
        return Desk.logIn(
                browsers.chromium().newContext(new Browser.NewContextOptions().setBaseURL(demo.url())),
                login,
                demo.password(login));
    }
}
