package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.server.Browser;
import tools.jackson.databind.JsonNode;

/// The exchange writes down what nobody heard, and the history takes it from there, once.
class LedgerTest extends LiveTest {
    private static final ZoneId SITE = ZoneId.of("Asia/Tehran");

    @Test
    void aCallThatNobodyHeardIsInTheHistoryOnceHoweverOftenTheLedgerIsChecked() throws Exception {
        Browser admin = loggedIn("admin");
        WrittenLedger written = WrittenLedger.of("queue-ring-all-answered");

        written.append();

        JsonNode row = repaired(admin, written);
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("queue").asString()).isEqualTo("sales");
        assertThat(row.path("hungUpBy").asString()).isEqualTo("caller");
        assertThat(row.path("caller").path("number").asString()).isEqualTo("02112345678");
        long revision = row.path("revision").asLong();
        check(admin);
        check(admin);
        assertThat(row(admin, written).path("revision").asLong()).isEqualTo(revision);
        JsonNode finding = findings(admin, written).getFirst();
        assertThat(findings(admin, written)).hasSize(1);
        assertThat(finding.path("differences").get(0).path("field").asString()).isEqualTo("call");
        assertThat(finding.path("differences").get(0).path("mend").asString()).isEqualTo("ADDED");
        assertThat(finding.path("evidence").size()).isEqualTo(written.lines().size());
        assertThat(finding.path("evidence").get(0).asString()).contains("CHAN_START", written.id(), "02112345678");
    }

    @Test
    void aFileThatIsRenamedAndALineThatACrashCutOffLoseNothingAndCountNothingTwice() throws Exception {
        Browser admin = loggedIn("admin");
        WrittenLedger first = WrittenLedger.of("incoming-direct-answered");
        WrittenLedger second = WrittenLedger.of("incoming-direct-given-up");
        long unreadable = unreadable(admin);

        first.append();
        WrittenLedger.rename();
        // The exchange dies in the middle of a line, and the next one writes on behind it.
        WrittenLedger.write(second.lines().getFirst().substring(0, 40));
        second.append();
        WrittenLedger.write(second.lines().getLast().substring(0, 30) + "\n");

        assertThat(repaired(admin, first).path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(repaired(admin, second).path("outcome").asString()).isEqualTo("ABANDONED");
        assertThat(findings(admin, first)).hasSize(1);
        assertThat(findings(admin, second)).hasSize(1);
        assertThat(unreadable(admin)).isEqualTo(unreadable + 1);
    }

    @Test
    void aCallThatWasHeardAndOneThatWasRepairedAreCountedApart() throws Exception {
        Browser admin = loggedIn("admin");
        JsonNode before = today(admin);
        Talk heard = Talk.normal();
        exchange.say(heard.whole());
        WrittenLedger written = WrittenLedger.of("outgoing-answered");
        written.append();

        repaired(admin, written);

        await().untilAsserted(() -> {
            JsonNode now = today(admin);
            assertThat(now.path("repaired").asLong())
                    .isGreaterThan(before.path("repaired").asLong());
        });
        assertThat(loggedIn("admin").get("/actuator/prometheus").body())
                .contains(
                        "santral_history_calls{captured=\"live\",day=\"today\"}",
                        "santral_history_calls{captured=\"repaired\",day=\"today\"}",
                        "santral_history_calls{captured=\"unknown\",day=\"yesterday\"}");
        JsonNode state = admin.json("/api/ledger").path("state");
        assertThat(state.path("trouble").isNull()).isTrue();
        assertThat(state.path("unread").asLong()).isZero();
        assertThat(state.path("readAt").isNumber()).isTrue();
    }

    @Test
    void aWrongQuestionIsAnsweredWithTheMend() throws Exception {
        var answer = loggedIn("admin").get("/api/ledger/differences?limit=0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("write a number from 1 to 200");
    }

    private static JsonNode repaired(Browser admin, WrittenLedger written) throws Exception {
        await("the ledger is read")
                .atMost(Duration.ofSeconds(30))
                .until(() -> row(admin, written).path("certainty").asString("").equals("REPAIRED"));
        return row(admin, written);
    }

    private static JsonNode row(Browser admin, WrittenLedger written) throws Exception {
        return admin.json("/api/calls/" + written.call());
    }

    private static List<JsonNode> findings(Browser admin, WrittenLedger written) throws Exception {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode finding : admin.json("/api/ledger/differences?limit=200").path("calls")) {
            if (finding.path("call").asString().equals(written.call())) {
                found.add(finding);
            }
        }
        return found;
    }

    private static JsonNode today(Browser admin) throws Exception {
        JsonNode day = admin.json("/api/ledger").path("days").get(0);
        assertThat(day.path("day").asString())
                .isEqualTo(Instant.now().atZone(SITE).toLocalDate().toString());
        return day;
    }

    private static long unreadable(Browser admin) throws Exception {
        return admin.json("/api/ledger").path("state").path("unreadable").asLong();
    }

    private static void check(Browser admin) throws Exception {
        assertThat(admin.post("/api/ledger/check", "").statusCode()).isEqualTo(200);
    }
}
