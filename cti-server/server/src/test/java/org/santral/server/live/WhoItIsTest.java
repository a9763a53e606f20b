package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.santral.server.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An agent says who calls: what crosses the line then.
class WhoItIsTest extends LiveTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void whoIsAttachedStandsOnTheCardWithWhatMatters() throws Exception {
        Browser sara = loggedIn("sara");
        Screen screen = screen(sara);
        Played call = Played.scenario("queue-answered");
        exchange.say(call.before("Hangup"));
        screen.awaitPop(call.call(), "TALKING");
        JsonNode made = JSON.readTree(sara.post("/api/customers", """
                        {"kind":"PERSON","name":"Ada Attached","sayAs":"AY-da","doNotCall":true,
                         "consents":[{"about":"RECORDING","given":false}]}
                        """).body());
        long id = made.path("id").asLong();

        JsonNode reply = screen.ask("r1", attach(call, id));
        JsonNode pop = screen.await(
                        message -> message.path("pop").path("chosen").asLong(0) == id)
                .path("pop");
        exchange.say(call.from("Hangup"));
        screen.awaitEnd(call.call());

        assertThat(reply.path("ok").asBoolean()).as(reply.toString()).isTrue();
        JsonNode candidate = pop.path("lookUp").path("candidates").get(0);
        assertThat(candidate.path("quality").asString()).isEqualTo("LEARNED");
        JsonNode matters = candidate.path("customer").path("matters");
        assertThat(matters.path("sayAs").asString()).isEqualTo("AY-da");
        assertThat(matters.path("doNotCall").asBoolean()).isTrue();
        assertThat(matters.path("consents").toString()).isEqualTo("[{\"about\":\"RECORDING\",\"given\":false}]");
        assertThat(matters.path("openCases")).isEmpty();
        assertThat(pop.path("because").findValuesAsString("rule")).contains("match.learned", "match.chosen");
        loggedIn("supervisor").ask("DELETE", "/api/customers/" + id, "", "If-Match", "*");
    }

    @Test
    void whoHasNoPartInTheCallIsToldSo() throws Exception {
        Screen sara = screen("sara");
        Screen leila = screen("leila");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.before("Hangup"));
        sara.awaitPop(call.call(), "TALKING");

        JsonNode reply = leila.ask("r1", attach(call, 1));

        assertThat(reply.path("ok").asBoolean()).isFalse();
        assertThat(reply.path("because").path("rule").asString()).isEqualTo("refuse.no-part");
        exchange.say(call.from("Hangup"));
        sara.awaitEnd(call.call());
    }

    private static String attach(Played call, long customer) {
        return "{\"type\":\"attach\",\"request\":\"r1\",\"call\":\"%s\",\"customer\":%d}"
                .formatted(call.call(), customer);
    }
}
