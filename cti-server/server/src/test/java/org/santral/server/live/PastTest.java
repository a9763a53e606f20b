package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.Browser;
import tools.jackson.databind.JsonNode;

/// The floor as it was, from the journal of the server that lived through it.
class PastTest extends LiveTest {

    @Test
    void aSupervisorSeesTheCallThatRangAndLaterThatItIsOver() throws Exception {
        Screen sara = screen("sara");
        Talk call = Talk.normal();
        exchange.say(call.begins() + call.rings());
        sara.await(message -> message.path("type").asString().equals("pop")
                && message.path("pop").path("call").asString().equals(call.call())
                && message.path("pop").path("state").asString().equals("RINGING"));
        Instant rang = Instant.now();
        exchange.say(call.answered() + call.ends());
        sara.awaitEnd(call.call());
        Instant over = Instant.now();
        Browser supervisor = loggedIn("supervisor");
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        !supervisor.json("/api/past?at=" + rang).path("next").isNull());

        JsonNode then = supervisor.json("/api/past?at=" + rang);
        assertThat(then.path("type").asString()).isEqualTo("seen");
        assertThat(then.path("at").asLong()).isEqualTo(rang.toEpochMilli());
        JsonNode card = card(then, call.call());
        assertThat(card.path("agent").asString()).isEqualTo("sara");
        assertThat(card.path("pop").path("state").asString()).isEqualTo("RINGING");
        assertThat(row(then, call.call()).path("outcome").asString()).isEqualTo("LIVE");
        assertThat(then.path("floor").path("agents")).anySatisfy(agent -> {
            assertThat(agent.path("login").asString()).isEqualTo("sara");
            assertThat(agent.path("state").asString()).isEqualTo("READY");
        });

        JsonNode later = supervisor.json("/api/past?at=" + over);
        assertThat(row(later, call.call()).isMissingNode()).isTrue();
        assertThat(card(later, call.call()).isMissingNode()).isTrue();
    }

    @Test
    void whatIsStillToComeAndWhatIsNotKeptIsSaid() throws Exception {
        screen("sara");
        Browser supervisor = loggedIn("supervisor");

        assertThat(supervisor
                        .json("/api/past?at=" + Instant.now().plus(1, ChronoUnit.HOURS))
                        .path("type")
                        .asString())
                .isEqualTo("ahead");
        JsonNode old = supervisor.json("/api/past?date=2001-01-01&at=10:42:07");
        assertThat(old.path("type").asString()).isEqualTo("notKept");
        assertThat(old.path("oldest").asLong()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at=soon",
                "at=",
                "at=25:00",
                "at=10:42&date=tomorrow",
                "at=10:42&date=2026-02-30",
                "at=%00",
                "at=9999999999999999999",
                "date=2026-11-25"
            })
    void whatIsNoMomentIsAProblemInWords(String query) throws Exception {
        var answer = loggedIn("supervisor").get("/api/past?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void anAgentDoesNotLookBack() throws Exception {
        assertThat(loggedIn("sara").get("/api/past?at=10:42:07").statusCode()).isEqualTo(403);
    }

    private static JsonNode card(JsonNode past, String call) {
        for (JsonNode card : past.path("floor").path("cards")) {
            if (card.path("pop").path("call").asString().equals(call)) {
                return card;
            }
        }
        return past.path("floor").path("no such card");
    }

    private static JsonNode row(JsonNode past, String call) {
        for (JsonNode row : past.path("floor").path("calls")) {
            if (row.path("call").asString().equals(call)) {
                return row;
            }
        }
        return past.path("floor").path("no such call");
    }
}
