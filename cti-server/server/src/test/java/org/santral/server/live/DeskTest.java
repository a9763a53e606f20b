package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.santral.server.Browser;
import tools.jackson.databind.JsonNode;

/// What stands on the screens while recorded calls go through the server.
class DeskTest extends LiveTest {

    @Test
    void theSnapshotComesFirstAndTheNumbersFollowWithoutAGap() throws Exception {
        Screen sara = screen("sara");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.whole());
        sara.awaitEnd(call.call());

        assertThat(sara.all().getFirst().path("type").asString()).isEqualTo("snapshot");
        long seq = sara.all().getFirst().path("seq").asLong();
        int numbered = 0;
        for (JsonNode message : sara.all()) {
            if (message.has("seq") && !List.of("snapshot", "beat").contains(type(message))) {
                assertThat(message.path("seq").asLong()).isEqualTo(++seq);
                numbered++;
            }
        }
        assertThat(numbered).isGreaterThan(8);
    }

    @Test
    void aCallThatRingsAtAllLeavesTheLosersWithTheWordWhoAnswered() throws Exception {
        Screen sara = screen("sara");
        Screen omid = screen("omid");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.whole());
        sara.awaitEnd(call.call());

        JsonNode gone = omid.await(message -> type(message).equals("popWithdrawn")
                && message.path("call").asString().equals(call.call()));
        assertThat(gone.path("why").asString()).isEqualTo("ANSWERED_ELSEWHERE");
        assertThat(gone.path("answeredBy").asString()).isEqualTo("sara");
        assertThat(omid.state()).doesNotContainKey("pop \"" + call.call() + "\"");
        assertThat(states(sara, call)).startsWith("RINGING").contains("TALKING").endsWith("ENDED");
        assertThat(states(omid, call)).containsOnly("RINGING");
        assertThat(sara.awaitPop(call.call(), "RINGING")
                        .path("caller")
                        .path("number")
                        .asString())
                .isEqualTo("02112345678");
    }

    @Test
    void aScreenThatJoinsLateEqualsOneThatSawEverything() throws Exception {
        Browser sara = loggedIn("sara");
        Browser supervisor = loggedIn("supervisor");
        Screen omid = screen("omid");
        List<Screen> early = List.of(screen(sara), screen(supervisor));
        Played over = Played.scenario("queue-caller-gives-up");
        exchange.say(over.whole());
        early.getLast().awaitEnd(over.call());
        Played talking = Played.scenario("queue-answered");
        exchange.say(talking.before("Hangup"));
        early.getFirst().awaitPop(talking.call(), "TALKING");
        Screen lateSara = screen(sara);
        Screen lateSupervisor = screen(supervisor);

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(lateSara.state()).isEqualTo(early.getFirst().state());
            assertThat(lateSupervisor.state()).isEqualTo(early.getLast().state());
        });
        assertThat(lateSara.state()).containsKey("pop \"" + talking.call() + "\"");
        assertThat(lateSupervisor.state()).containsKey("call \"" + talking.call() + "\"");

        // And from there on both are told the same.
        exchange.say(talking.from("Hangup"));
        lateSara.awaitEnd(talking.call());
        early.getFirst().awaitEnd(talking.call());
        assertThat(lateSara.state()).isEqualTo(early.getFirst().state());
        assertThat(omid.all("pop")).isNotEmpty();
    }

    @Test
    void syncSendsTheSnapshotAgainWithTheNumberThatWasReached() throws Exception {
        Screen sara = screen("sara");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.before("Hangup"));
        sara.awaitPop(call.call(), "TALKING");
        Map<String, JsonNode> before = sara.state();
        long reached = sara.all().stream()
                .mapToLong(message -> message.path("seq").asLong(0))
                .max()
                .orElseThrow();
        sara.say("{\"type\":\"sync\"}");

        await().until(() -> sara.all("snapshot").size() == 2);
        assertThat(sara.all("snapshot").getLast().path("seq").asLong()).isGreaterThanOrEqualTo(reached);
        assertThat(sara.state()).isEqualTo(before);
        exchange.say(call.from("Hangup"));
        sara.awaitEnd(call.call());
    }

    @Test
    void aSecondTabShowsTheSameCardOnce() throws Exception {
        Browser sara = loggedIn("sara");
        Screen first = screen(sara);
        Screen second = screen(sara);
        Played call = Played.scenario("queue-answered");
        exchange.say(call.whole());
        first.awaitEnd(call.call());
        second.awaitEnd(call.call());

        assertThat(states(second, call)).isEqualTo(states(first, call));
        assertThat(second.state()).isEqualTo(first.state());
    }

    @Test
    void anAgentIsNeverToldOfOthersCalls() throws Exception {
        Screen leila = screen("leila");
        Screen supervisor = screen("supervisor");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.whole());
        supervisor.awaitEnd(call.call());
        // Hers come in the same order: what is here now was sent before this answer.
        leila.ask("fence", "{\"type\":\"ready\",\"request\":\"fence\",\"ready\":true}");

        assertThat(leila.all()).noneMatch(message -> message.toString().contains(call.id()));
        assertThat(leila.all("queue"))
                .noneMatch(
                        message -> message.path("queue").path("name").asString().equals("sales"));
        assertThat(leila.all("agent"))
                .allMatch(message ->
                        message.path("agent").path("login").asString().equals("leila"));
        assertThat(leila.all("snapshot").getFirst().path("agents")).hasSize(1);
    }

    @Test
    void aWishTheExchangeDoesNotAnswerIsAnsweredWithinTwoSecondsAndSaysWhy() throws Exception {
        Screen sara = screen("sara");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.before("BridgeEnter"));
        sara.awaitPop(call.call(), "RINGING");
        long began = System.nanoTime();
        JsonNode reply = sara.ask("r1", "{\"type\":\"clear\",\"request\":\"r1\",\"call\":\"" + call.call() + "\"}");
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(reply.path("ok").asBoolean()).isFalse();
        assertThat(reply.path("because").path("rule").asString()).isIn("refuse.no-answer", "refuse.link-down");
        assertThat(took).isLessThan(Duration.ofMillis(2_600));
        exchange.say(call.from("BridgeEnter"));
        sara.awaitEnd(call.call());
    }

    @Test
    void aWishForSomebodyElsesCallIsRefusedWithTheReason() throws Exception {
        Screen leila = screen("leila");
        Screen sara = screen("sara");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.before("Hangup"));
        sara.awaitPop(call.call(), "TALKING");
        JsonNode others = leila.ask("r2", "{\"type\":\"clear\",\"request\":\"r2\",\"call\":\"" + call.call() + "\"}");
        JsonNode nobodys = leila.ask("r3", "{\"type\":\"answer\",\"request\":\"r3\",\"call\":\"pbx1/no-such-call\"}");

        assertThat(others.path("because").path("rule").asString()).isEqualTo("refuse.not-yours");
        assertThat(nobodys.path("because").path("rule").asString()).isEqualTo("refuse.call-over");
        exchange.say(call.from("Hangup"));
        sara.awaitEnd(call.call());
    }

    private static List<String> states(Screen screen, Played call) {
        return screen.all("pop").stream()
                .map(message -> message.path("pop"))
                .filter(pop -> pop.path("call").asString().equals(call.call()))
                .map(pop -> pop.path("state").asString())
                .toList();
    }

    private static String type(JsonNode message) {
        return message.path("type").asString();
    }
}
