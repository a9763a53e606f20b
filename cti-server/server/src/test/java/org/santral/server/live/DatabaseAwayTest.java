package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.santral.server.Browser;
import org.santral.server.database.EmbeddedMariaDb;
import org.santral.server.database.TestMariaDb;
import tools.jackson.databind.JsonNode;

/// The database is stopped while people work: calls and cards go on, what is missing is said, and everything
/// stands in the history when it is back.
class DatabaseAwayTest extends LiveTest {
    private final EmbeddedMariaDb database = TestMariaDb.running();

    @AfterEach
    void bringItBack() {
        database.start();
    }

    @Test
    void calledWhileItIsAwayWrittenOnceItIsBackAndSaidMeanwhile() throws Exception {
        Browser admin = loggedIn("admin");
        Browser omid = loggedIn("omid");
        Screen sara = screen("sara");
        database.stop();

        Talk talk = Talk.normal();
        exchange.say(talk.whole());
        sara.awaitEnd(talk.call());
        JsonNode away =
                await().atMost(Duration.ofSeconds(30)).until(() -> condition(admin), one -> !one.isMissingNode());
        assertThat(away.path("what").asString()).startsWith("The database does not take records: ");
        assertThat(away.path("means").asString()).contains("Calls that wait to be written: 1;");
        var page = omid.get("/api/calls");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("The history cannot be read now.", "those that wait to be written (1) stand here");
        assertThat(new Browser(port).get("/api/session").statusCode()).isEqualTo(401);

        database.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> condition(admin).isMissingNode());
        assertThat(admin.json("/api/calls/" + talk.call()).path("outcome").asString())
                .isEqualTo("ANSWERED");
        assertThat(admin.json("/api/calls").path("rows").findValuesAsString("call"))
                .containsOnlyOnce(talk.call());
    }

    private static JsonNode condition(Browser admin) throws Exception {
        return admin.json("/api/switchroom")
                .path("conditions")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("database-away"))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
