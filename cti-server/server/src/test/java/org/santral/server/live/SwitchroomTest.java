package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.asterisk.ami.Oddity;
import tools.jackson.databind.JsonNode;

class SwitchroomTest extends LiveTest {

    @Test
    void everyCounterStandsThereWithWordsForIt() throws Exception {
        List<String> names = new ArrayList<>();
        JsonNode room = loggedIn("admin").json("/api/switchroom");
        room.path("counters").forEach(counter -> {
            names.add(counter.path("name").asString());
            assertThat(counter.path("help").asString()).isNotBlank();
            assertThat(counter.path("value").isIntegralNumber()).isTrue();
        });

        for (Oddity oddity : Oddity.values()) {
            assertThat(names).contains(oddity.name().toLowerCase(Locale.ROOT));
        }
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains(
                        "anomaly",
                        "failure",
                        "spilled",
                        "spill_lost",
                        "journal_lost",
                        "journal_torn",
                        "history_waiting",
                        "history_set_aside",
                        "open_desks");
        assertThat(room.path("link").get(0).path("up").asBoolean()).isTrue();
    }

    @Test
    void whatTheModelCouldNotMakeSenseOfStandsThereNewestFirst() throws Exception {
        Screen sara = screen("sara");
        exchange.say("first nonsense\r\n\r\nsecond nonsense\r\n\r\n");
        Talk fence = Talk.normal();
        exchange.say(fence.whole());
        sara.awaitEnd(fence.call());

        JsonNode anomalies = loggedIn("admin").json("/api/switchroom").path("anomalies");
        assertThat(anomalies.get(0).path("kind").asString()).isEqualTo("tainted");
        assertThat(anomalies.get(0).path("detail").asString()).contains("second nonsense");
        assertThat(anomalies.get(1).path("detail").asString()).contains("first nonsense");
    }

    @Test
    void liveCallsAndOpenDesksAreCountedWhileTheyAreThere() throws Exception {
        long desks = counter("open_desks");
        Screen sara = screen("sara");
        assertThat(counter("open_desks")).isEqualTo(desks + 1);
        int live = loggedIn("admin").json("/api/switchroom").path("liveCalls").asInt();
        Talk talk = Talk.normal();
        exchange.say(talk.begins() + talk.rings());
        sara.awaitPop(talk.call(), "RINGING");

        JsonNode room = loggedIn("admin").json("/api/switchroom");
        assertThat(room.path("liveCalls").asInt()).isEqualTo(live + 1);
        assertThat(room.path("eventAgeMillis").asLong()).isBetween(0L, 60_000L);
        exchange.say(talk.answered() + talk.ends());
        sara.awaitEnd(talk.call());
    }

    @Test
    void aLinkThatIsDownStandsThereInWordsUntilItIsBack() throws Exception {
        exchange.refuse(6);
        // It is back when this is read; what was stands among the past.
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            JsonNode room = loggedIn("admin").json("/api/switchroom");
            return !room.path("conditions").findValuesAsString("kind").contains("link-down")
                    && room.path("past").findValuesAsString("kind").contains("link-down");
        });
        JsonNode was = loggedIn("admin")
                .json("/api/switchroom")
                .path("past")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("link-down"))
                .findFirst()
                .orElseThrow();

        assertThat(was.path("what").asString()).startsWith("The link to the exchange pbx1 is down: ");
        assertThat(was.path("until").asLong()).isGreaterThan(was.path("since").asLong());
        assertThat(loggedIn("admin").get("/actuator/prometheus").body())
                .contains("santral_condition{kind=\"link-down\",weight=\"loss\"} 0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sara", "supervisor"})
    void nobodyButAnAdministratorIsToldAnything(String login) throws Exception {
        var answer = loggedIn(login).get("/api/switchroom");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Your role does not allow this.").doesNotContain("counters");
    }

    @Test
    void withoutADemoItsDoorIsNotThere() throws Exception {
        var answer = loggedIn("admin").post("/api/demo/calls", "{\"from\":\"1\",\"to\":\"2\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no demo", "scripts/run");
        assertThat(loggedIn("sara").post("/api/demo/calls", "{}").statusCode()).isEqualTo(403);
    }
}
