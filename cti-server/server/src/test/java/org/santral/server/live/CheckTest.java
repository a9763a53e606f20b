package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.santral.server.database.EmbeddedMariaDb;
import org.santral.server.database.TestMariaDb;
import org.santral.server.replay.ReplayMain;
import org.santral.server.settings.SantralSettings;
import org.springframework.beans.factory.annotation.Autowired;

/// The journal of a server that lives, played beside the history it has written.
class CheckTest extends LiveTest {
    private final Path journals;

    CheckTest(@Autowired SantralSettings settings) {
        this.journals = settings.journal().dir();
    }

    @Test
    void theHistorySaysWhatTheJournalSaysUntilSomebodyChangesIt() throws Exception {
        Screen sara = screen("sara");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.whole());
        sara.awaitEnd(call.call());
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        loggedIn("supervisor").get("/api/calls/" + call.call()).statusCode() == 200);

        assertThat(check())
                .noneMatch(line -> line.contains(call.call()))
                .anyMatch(line -> line.endsWith(" repaired there since"));
        change("update call_record set outcome = 'BUSY', talk_millis = 7 where call_id = '" + call.id() + "'");
        assertThat(check())
                .anyMatch(line -> line.startsWith(
                        "the history of " + call.call() + " says outcome BUSY, replayed ANSWERED; talk 7, replayed 2"));
        change("delete from call_record where call_id = '" + call.id() + "'");
        assertThat(check()).contains("the history has no " + call.call());
    }

    private static void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url())) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    private static String url() {
        EmbeddedMariaDb database = TestMariaDb.running();
        return database.url() + (database.url().contains("?") ? "&" : "?") + "user=" + database.user() + "&password="
                + database.password();
    }

    private List<String> check() throws IOException, InterruptedException {
        Path out = Files.createTempFile(Path.of("target"), "check-", ".out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayMain.class.getName(),
                        "--journal",
                        journals.toString(),
                        "--check",
                        "--database",
                        url())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(out);
    }
}
