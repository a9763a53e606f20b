package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.santral.server.Browser;
import org.santral.server.database.DatabaseSettings;
import org.santral.server.database.EmbeddedMariaDb;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// The server is started while its database is away, the very first time and later: it listens, shows cards to
/// whoever was logged in, says what is wrong, and catches up.
@Tag("db")
@Timeout(180)
class DatabaseAwayAtStartTest {
    private final StandInExchange exchange = new StandInExchange();
    private final List<Screen> screens = new ArrayList<>();

    @TempDir
    private Path folder;

    private EmbeddedMariaDb database;

    @BeforeEach
    void aDatabaseWithoutTablesThatIsStopped() {
        database = new EmbeddedMariaDb(DatabaseSettings.embedded(folder.resolve("database")));
        database.stop();
    }

    @AfterEach
    void end() {
        screens.forEach(Screen::close);
        database.close();
    }

    @Test
    void theFirstStartOfAllMakesTablesAndPeopleWhenTheDatabaseComesAndWritesWhatWasCalledBefore() throws Exception {
        try (ConfigurableApplicationContext server = started()) {
            int port = port(server);
            Talk talk = Talk.normal();
            exchange.say(talk.whole());

            HttpResponse<String> answer = new Browser(port).logIn("sara", "whatever");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .contains("The database does not answer", "Nobody can log in just now.")
                    .doesNotContain("Exception");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> new Browser(port)
                            .get("/actuator/prometheus")
                            .body()
                            .contains("santral_condition{kind=\"database-away\",weight=\"delay\"} 1.0"));

            database.start();
            Browser admin = await().atMost(Duration.ofSeconds(40))
                    .ignoreExceptions()
                    .until(
                            () -> loggedIn(port, "admin"),
                            browser -> browser.cookie("SANTRAL").isPresent());
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> admin.json("/api/calls").path("rows").findValuesAsString("call"),
                            calls -> calls.equals(List.of(talk.call())));
            await().atMost(Duration.ofSeconds(10)).until(() -> away(admin).isMissingNode());
        }
    }

    @Test
    void whoWasLoggedInIsKnownAndShownCardsWithoutANameUntilTheDatabaseComes() throws Exception {
        Browser sara;
        Browser admin;
        Browser omid;
        Talk known = Talk.normal();
        database.start();
        try (ConfigurableApplicationContext server = started()) {
            sara = loggedIn(port(server), "sara");
            admin = loggedIn(port(server), "admin");
            omid = loggedIn(port(server), "omid");
            exchange.say(known.whole());
            Browser asked = admin;
            await().until(() -> asked.json("/api/calls").path("rows").size() == 1);
        }
        database.stop();
        try (ConfigurableApplicationContext server = started()) {
            int port = port(server);
            Browser saraHere = moved(sara, port);
            Browser adminHere = moved(admin, port);
            Browser omidHere = moved(omid, port);
            Screen desk = Screen.open(port, saraHere);
            screens.add(desk);
            desk.await(message -> message.path("type").asString().equals("snapshot"));

            Talk talk = Talk.normal();
            exchange.say(talk.begins() + talk.rings());
            JsonNode card = desk.await(message -> message.path("type")
                                    .asString()
                                    .equals("pop")
                            && message.path("pop").path("call").asString().equals(talk.call())
                            && message.path("pop").path("lookUp").isObject())
                    .path("pop");
            assertThat(card.path("lookUp").path("type").asString()).isEqualTo("unanswered");
            assertThat(card.path("caller").path("number").asString()).isEqualTo("02112345678");
            assertThat(card.path("because").findValuesAsString("rule")).contains("match.unanswered");
            exchange.say(talk.answered() + talk.ends());
            desk.awaitEnd(talk.call());

            JsonNode away =
                    await().atMost(Duration.ofSeconds(20)).until(() -> away(adminHere), one -> !one.isMissingNode());
            assertThat(away.path("what").asString()).startsWith("The database does not take records: ");
            assertThat(away.path("means").asString()).contains("Nobody can log in meanwhile");
            assertThat(omidHere.delete("/api/session").statusCode()).isEqualTo(204);
            assertThat(moved(omid, port).get("/api/session").statusCode()).isEqualTo(401);

            database.start();
            await().atMost(Duration.ofSeconds(40)).until(() -> away(adminHere).isMissingNode());
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> adminHere.json("/api/calls").path("rows").findValuesAsString("call"),
                            calls -> calls.equals(List.of(talk.call(), known.call())));
            assertThat(saraHere.get("/api/session").statusCode()).isEqualTo(200);
            assertThat(moved(omid, port).get("/api/session").statusCode()).isEqualTo(401);
            assertThat(loggedIn(port, "omid").get("/api/session").statusCode()).isEqualTo(200);
        }
    }

    private ConfigurableApplicationContext started() throws InterruptedException {
        ConfigurableApplicationContext server = new SpringApplicationBuilder(WholeServer.class)
                .run(
                        "--server.port=0",
                        "--santral.site=src/test/resources/site.yaml",
                        // Beside the server that the other tests of this run share.
                        "--santral.net=" + (100 + (ProcessHandle.current().pid() + 50) % 100),
                        "--santral.pbx.host=127.0.0.1",
                        "--santral.pbx.port=" + exchange.port(),
                        "--santral.pbx.secret=secret",
                        "--santral.journal.dir=" + folder.resolve("journal"),
                        "--santral.database.url=" + database.url(),
                        "--santral.database.user=" + database.user(),
                        "--santral.database.password=" + database.password(),
                        "--santral.people.initial-passwords-file=" + passwords());
        exchange.awaitLogIn();
        return server;
    }

    private Path passwords() {
        return folder.resolve("passwords");
    }

    private static int port(ConfigurableApplicationContext server) {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private Browser loggedIn(int port, String login) throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        browser.logIn(login, Browser.password(passwords(), login));
        return browser;
    }

    /// The same person's page, whose server has come back.
    private static Browser moved(Browser person, int port) throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        browser.get("/api/session");
        browser.setCookie("SANTRAL", person.cookie("SANTRAL").orElseThrow());
        return browser;
    }

    private static JsonNode away(Browser admin) throws IOException, InterruptedException {
        return admin.json("/api/switchroom")
                .path("conditions")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("database-away"))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
