package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.Browser;
import org.santral.server.settings.SantralSettings;
import org.santral.server.why.WhyMain;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The story of a call from the journal of the server that lived through it, on the page and on the command
/// line.
class WhyStoryTest extends LiveTest {
    private final Path journals;

    WhyStoryTest(@Autowired SantralSettings settings) {
        this.journals = settings.journal().dir();
    }

    @Test
    void theStepsGoFromTheLineOverEventStateAndDecisionToTheScreen() throws Exception {
        Played call = played();

        List<JsonNode> steps = steps(call);
        List<String> told = steps.stream()
                .map(step ->
                        step.path("kind").asString() + " " + step.path("what").asString())
                .toList();
        int line = told.indexOf("line Newchannel");
        int event = told.indexOf("event Originated");
        int delivered = told.indexOf("event Delivered");
        int state = told.indexOf("transition PJSIP/1001");
        int decision = decisionFor("sara", steps);
        int screen = told.indexOf("delivered sara");
        assertThat(new int[] {line, event, delivered, decision, screen})
                .isSorted()
                .doesNotContain(-1);
        assertThat(state).isBetween(event, decision);
        assertThat(told).contains("event CallerLookedUp", "decision withdraw");
        assertThat(told.get(decision)).isEqualTo("decision pop.queue");
        assertThat(facts(steps.get(decision))).contains("queue=sales");
        assertThat(facts(steps.get(screen))).contains("state=RINGING");
        assertThat(facts(steps.get(line))).contains("CallerIDNum=02112345678");
    }

    private static int decisionFor(String agent, List<JsonNode> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (facts(steps.get(i)).contains("agent=" + agent + " RINGING")) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void everyStepOfTheExchangeSaysItsMillisecondsAfterTheFirst() throws Exception {
        Played call = played();

        List<JsonNode> steps = steps(call).stream()
                .filter(step -> step.path("kind").asString().equals("line"))
                .toList();
        assertThat(steps.getFirst().path("afterMillis").asDouble()).isZero();
        assertThat(steps)
                .extracting(step -> step.path("afterMillis").asDouble())
                .isSorted();
        // Recorded: the caller came at 30.340099, the hang-up of the last connection more than two seconds later.
        assertThat(steps.getLast().path("afterMillis").asDouble()).isBetween(2_000.0, 6_000.0);
        assertThat(steps.getFirst().path("at").asLong()).isEqualTo(1_795_286_190_340L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1",
                "\"",
                "' or 1=1",
                "1795286190.0\"}",
                "{}",
                "*",
                "\u202e1.1",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aCallTheJournalDoesNotKnowIsAProblemInWords(String id) throws Exception {
        var answer = loggedIn("supervisor")
                .get("/api/calls/pbx1/"
                        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20") + "/why");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such call in the journal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "..%2f..%2fetc", "pbx1%00", "%2e", "no-such-pbx"})
    void noNameOfAnExchangeLeadsOutOfTheJournals(String pbx) throws Exception {
        var answer = loggedIn("supervisor").get("/api/calls/" + pbx + "/1.1/why");

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void anAgentIsNotToldStories() throws Exception {
        Played call = played();

        assertThat(loggedIn("sara").get("/api/calls/" + call.call() + "/why").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theCommandLineTellsTheSameStoryAndEndsWithZero() throws Exception {
        Played call = played();
        int steps = steps(call).size();

        Run run = why(call.call());

        assertThat(run.error()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).hasSize(steps);
        assertThat(run.out().getFirst())
                .startsWith("2026-11-21T18:36:30.340Z")
                .contains("0.000 ms", "line", "Newchannel");
        assertThat(run.out()).anyMatch(line -> line.contains("ms  decision   pop.queue") && line.contains("sara"));
    }

    @Test
    void whatTheExchangeSaidTurnsNoTerminal() throws Exception {
        Talk odd = Talk.from("02187654321", "\u001b]0;evil\u0007\u001b[2J\u202eeman");
        Screen sara = screen("sara");
        exchange.say(odd.whole());
        sara.awaitEnd(odd.call());

        Run run = why(odd.call());

        assertThat(run.out()).isNotEmpty();
        String out = String.join("", run.out());
        assertThat(out.codePoints()
                        .filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
                        .toArray())
                .isEmpty();
        assertThat(out).contains("\\u001b[2J\\u202eeman");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbx1/1.1", "nobody/1.1", "../1.1", "pbx1/../../etc/passwd", "pbx1/\"}"})
    void aCallThatIsNotThereEndsWithOneAndAWord(String call) throws Exception {
        Run run = why(call);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.error())
                .singleElement()
                .asString()
                .startsWith("why: the journal in ")
                .contains(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1795286190.0", "/1.1"})
    void aWordThatIsNoCallEndsWithTwoAndTheMend(String call) throws Exception {
        Run run = why(call);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).singleElement().asString().contains("write PBX/ID, as the history shows it");
    }

    private Played played() throws Exception {
        Screen sara = screen("sara");
        screen("omid");
        Played call = Played.scenario("queue-answered");
        exchange.say(call.whole());
        sara.awaitEnd(call.call());
        // The last card is noted as delivered after it has left.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> steps(call).stream()
                        .anyMatch(step -> step.path("kind").asString().equals("delivered")
                                && facts(step).contains("state=ENDED")));
        return call;
    }

    private List<JsonNode> steps(Played call) throws Exception {
        Browser supervisor = loggedIn("supervisor");
        return List.copyOf(supervisor
                .json("/api/calls/" + call.call() + "/why")
                .path("steps")
                .values());
    }

    private static List<String> facts(JsonNode step) {
        List<String> facts = new ArrayList<>();
        step.path("facts")
                .forEach(fact -> facts.add(
                        fact.path("name").asString() + "=" + fact.path("value").asString()));
        return facts;
    }

    private record Run(int code, List<String> out, List<String> error) {}

    /// As `scripts/why` runs it: in a process of its own, beside the server that writes the journal.
    private Run why(String call) throws Exception {
        Path out = Files.createTempFile(Path.of("target"), "why-", ".out");
        Path error = Files.createTempFile(Path.of("target"), "why-", ".err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WhyMain.class.getName(),
                        journals.toString(),
                        call)
                .redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readAllLines(out), Files.readAllLines(error));
    }
}
