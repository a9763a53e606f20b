package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.Browser;
import tools.jackson.databind.JsonNode;

/// Bad input from AMI bytes to the card and the row. In every test a second, normal call goes through the same
/// stream: it must come out as if it had been alone. `docs/bad-input.md` lists the cases and their counters.
class BadInputTest extends LiveTest {
    private final Map<String, Long> before = new TreeMap<>();
    private final Talk normal = Talk.normal();

    @SuppressWarnings("NullAway.Init")
    private Browser supervisor;

    @SuppressWarnings("NullAway.Init")
    private Screen sara;

    @BeforeEach
    void countersBefore() throws Exception {
        supervisor = loggedIn("supervisor");
        sara = screen("sara");
        before.putAll(counters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O\\\"Brien \\\\ 'quoted'",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "'; drop table call_record; --",
                "{{7*7}} ${jndi:ldap://x} %s%n",
                "رضا احمدی"
            })
    void aNameIsTextWhateverItLooksLike(String onTheWire) throws Exception {
        String name = onTheWire.replace("\\\"", "\"").replace("\\\\", "\\");
        Talk odd = Talk.from("02187654321", onTheWire);
        together(odd);

        assertThat(sara.awaitPop(odd.call(), "RINGING")
                        .path("caller")
                        .path("name")
                        .asString())
                .isEqualTo(name);
        assertThat(row(odd).path("caller").path("name").asString()).isEqualTo(name);
        assertThat(grown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>1</b>", "' or 1=1 --", "\"><script>", "+98 21 1234'5678"})
    void aNumberIsTextWhateverItLooksLike(String number) throws Exception {
        Talk odd = Talk.from(number, "n");
        together(odd);

        assertThat(row(odd).path("caller").path("number").asString()).isEqualTo(number);
        assertThat(grown()).isEmpty();
    }

    @Test
    void marksThatTurnTheWritingAndControlsAreTakenOutAndCounted() throws Exception {
        Talk odd = Talk.from("\u202e0211\u20662345678\u0007", "\u202eevil\u0000 \u2067name\u001b[31m");
        together(odd);

        JsonNode caller = sara.awaitPop(odd.call(), "RINGING").path("caller");
        assertThat(caller.path("number").asString()).isEqualTo("02112345678");
        assertThat(caller.path("name").asString()).isEqualTo("evil name[31m");
        assertThat(row(odd).path("caller")).isEqualTo(caller);
        assertThat(grown()).containsOnly(Map.entry("unfit_text", 1L));
    }

    @Test
    void eightyCharactersAreKeptAndMoreAreCutAndCounted() throws Exception {
        Talk eighty = Talk.from("0".repeat(40), "ژ".repeat(80));
        together(eighty);
        assertThat(row(eighty).path("caller").path("name").asString()).isEqualTo("ژ".repeat(80));
        assertThat(grown()).isEmpty();

        Talk more = Talk.from("0".repeat(80), "😀".repeat(200));
        together(more);
        assertThat(row(more).path("caller").path("name").asString()).isEqualTo("😀".repeat(80));
        assertThat(row(more).path("caller").path("number").asString()).isEqualTo("0".repeat(40));
        assertThat(grown()).containsOnly(Map.entry("unfit_text", 1L));
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharactersAndAreCounted() throws Exception {
        Talk odd = Talk.from("02187654321", "Zo@@ R@");
        byte[] bytes = odd.whole().getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            // A lone continuation byte, and one that begins a character that does not come.
            bytes[i] = bytes[i] == '@' ? (byte) 0xeb : bytes[i];
        }
        exchange.say(bytes);
        together(normal);

        assertThat(row(odd).path("caller").path("name").asString()).isEqualTo("Zo\ufffd\ufffd R\ufffd");
        assertThat(grown()).containsOnly(Map.entry("unfit_text", 1L));
    }

    @Test
    void aLineBreakInANumberForgesNeitherHeaderNorEvent() throws Exception {
        exchange.say(normal.begins() + normal.rings() + normal.answered());
        sara.awaitPop(normal.call(), "TALKING");
        Talk header = Talk.from("1\r\nUniqueid: " + normal.uniqueid(), "n");
        Talk event =
                Talk.from("1\r\n\r\nEvent: Hangup\r\nUniqueid: " + normal.uniqueid() + "\r\nCause: 16\r\n\r\n", "n");
        exchange.say(header.trunk("Hangup", "4", "Cause: 16\r\n") + event.trunk("Newchannel", "4", ""));
        await().until(() -> grown().getOrDefault("tainted", 0L) >= 3);

        assertThat(live(normal)).isTrue();
        exchange.say(normal.ends());
        asIfAlone(normal);
        assertThat(grown().get("tainted")).isEqualTo(3);
        assertThat(grown()).containsKeys("anomaly", "not_a_message");
    }

    @Test
    void repeatedAndCutHeadersChangeNoCall() throws Exception {
        exchange.say(normal.begins() + normal.rings());
        String repeated = normal.trunk("Hangup", "4", "Uniqueid: " + normal.uniqueid() + "\r\n");
        String cut = normal.trunk("Hangup", "4", "");
        exchange.say(repeated + cut.substring(0, cut.indexOf("Priority")) + "\r\n");
        await().until(() -> grown().getOrDefault("tainted", 0L) == 2);

        assertThat(live(normal)).isTrue();
        exchange.say(normal.answered() + normal.ends());
        asIfAlone(normal);
    }

    @Test
    void aStrangersEventADuplicateAStragglerAndANewWordAreCountedEach() throws Exception {
        Talk stranger = Talk.normal();
        exchange.say(stranger.trunk("Newstate", "6", "") + normal.begins() + normal.begins() + normal.rings()
                + "Event: SomethingNew\r\nPrivilege: call,all\r\n\r\n" + normal.answered() + normal.ends()
                + normal.trunk("Newstate", "6", ""));
        asIfAlone(normal);

        await().untilAsserted(() -> assertThat(grown())
                .containsOnly(
                        Map.entry("unknown_channel", 1L),
                        Map.entry("duplicate", 1L),
                        Map.entry("unknown_event", 1L),
                        Map.entry("late", 1L)));
    }

    @Test
    void aBlockThatIsNoMessageIsCountedAndPassedOver() throws Exception {
        exchange.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + normal.whole());
        asIfAlone(normal);

        assertThat(grown()).containsOnly(Map.entry("not_a_message", 1L), Map.entry("anomaly", 1L));
    }

    @Test
    void aMessageOfAHundredMegabytesIsPassedOver() throws Exception {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        exchange.say(normal.begins() + normal.rings() + "Event: Newchannel\r\nCallerIDName: ");
        for (int i = 0; i < 100; i++) {
            exchange.say(megabyte);
        }
        exchange.say("\r\n\r\n" + normal.answered() + normal.ends());
        asIfAlone(normal);

        assertThat(grown()).containsOnly(Map.entry("oversized", 1L));
    }

    @Test
    void aMessageTheLinkCutInTheMiddleIsThrownAwayAndTheCallGoesOn() throws Exception {
        exchange.say(normal.begins() + normal.rings());
        sara.awaitPop(normal.call(), "RINGING");
        String half = normal.trunk("Hangup", "4", "Cause: 16\r\n");
        exchange.say(half.substring(0, half.length() - 20));
        exchange.cut();

        // The exchange lists no call any more: what it does not know is closed with its reason.
        JsonNode row = sara.awaitEnd(normal.call());
        assertThat(row.path("certainty").asString()).isEqualTo("PARTLY_UNKNOWN");
        assertThat(grown()).containsEntry("cut", 1L).containsEntry("reconnect", 1L);
        together(Talk.normal());
    }

    @Test
    void aWrongPasswordIsCountedSaidAndTriedAgain() throws Exception {
        exchange.refuse(2);

        assertThat(grown()).containsEntry("refused_login", 2L).containsEntry("reconnect", 3L);
        assertThat(sara.all("link"))
                .anySatisfy(message -> assertThat(
                                message.path("link").path("reason").asString())
                        .contains("refused the log-in", "Authentication failed"));
        together(Talk.normal());
    }

    @Test
    void anExchangeThatRestartsInMidCallLeavesNoGhostAndTheNextCallIsWhole() throws Exception {
        exchange.say(normal.begins() + normal.rings() + normal.answered());
        sara.awaitPop(normal.call(), "TALKING");
        exchange.restart();

        JsonNode row = sara.awaitEnd(normal.call());
        assertThat(row.path("outcome").asString()).isIn("ANSWERED", "UNKNOWN");
        assertThat(row.path("certainty").asString()).isEqualTo("PARTLY_UNKNOWN");
        assertThat(detail(normal).path("legs").values())
                .extracting(leg -> leg.path("cause").asString())
                .containsOnly("PBX_RESTARTED");
        assertThat(grown()).containsEntry("reconnect", 1L);
        together(Talk.normal());
    }

    /// Both calls in one stream, event by event in turn.
    private void together(Talk odd) throws Exception {
        Talk other = Talk.normal();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (String part : new String[] {
            odd.begins(),
            other.begins(),
            odd.rings(),
            other.rings(),
            odd.answered(),
            odd.ends(),
            other.answered(),
            other.ends()
        }) {
            stream.writeBytes(part.getBytes(StandardCharsets.UTF_8));
        }
        exchange.say(stream.toByteArray());
        sara.awaitEnd(odd.call());
        asIfAlone(other);
    }

    /// The card and the row of a normal call.
    private void asIfAlone(Talk talk) throws Exception {
        JsonNode end = sara.awaitEnd(talk.call());
        assertThat(end.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(end.path("caller").toString())
                .isEqualTo("{\"kind\":\"NUMBER\",\"number\":\"02112345678\",\"name\":\"Reza Ahmadi\"}");
        assertThat(end.path("agent").path("login").asString()).isEqualTo("sara");
        assertThat(end.path("certainty").asString()).isEqualTo("LIVE");
        sara.awaitPop(talk.call(), "RINGING");
        sara.awaitPop(talk.call(), "TALKING");
        sara.awaitPop(talk.call(), "ENDED");
        JsonNode row = row(talk);
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("caller")).isEqualTo(end.path("caller"));
        assertThat(detail(talk).path("legs")).hasSize(2);
    }

    /// From the history, where it is the last state.
    private JsonNode row(Talk talk) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> detail(talk), row -> row.path("endedAt").isNumber());
    }

    private JsonNode detail(Talk talk) throws Exception {
        return supervisor.json("/api/calls/" + talk.call());
    }

    private boolean live(Talk talk) {
        return sara.all("call").stream()
                .map(message -> message.path("call"))
                .filter(call -> call.path("call").asString().equals(talk.call()))
                .reduce((_, newest) -> newest)
                .map(call -> call.path("endedAt").isNull())
                .orElse(false);
    }

    /// The counters that are higher than before, but for those that count good things.
    private Map<String, Long> grown() throws Exception {
        Map<String, Long> grown = new TreeMap<>();
        counters().forEach((name, value) -> {
            long more = value - before.getOrDefault(name, 0L);
            if (more > 0) {
                grown.put(name, more);
            }
        });
        return grown;
    }

    private Map<String, Long> counters() throws Exception {
        Map<String, Long> counters = new TreeMap<>();
        loggedIn("admin")
                .json("/api/switchroom")
                .path("counters")
                .forEach(counter -> counters.put(
                        counter.path("name").asString(), counter.path("value").asLong()));
        counters.remove("open_desks");
        counters.remove("history_waiting");
        return counters;
    }
}
