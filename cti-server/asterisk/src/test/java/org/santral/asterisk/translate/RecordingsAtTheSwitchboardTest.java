package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.history.CallRecord;
import org.santral.history.CallRecord.Outcome;
import org.santral.lines.Lines;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Switchboard;

/// Recordings that are played in another way than they were recorded: at two exchanges, five hundred times at once,
/// with what a busy Asterisk says too late.
class RecordingsAtTheSwitchboardTest {
    private static final Path SITE = Path.of("../call-model/src/test/resources/scenarios/site.inputs");
    private static final Pattern ID = Pattern.compile("((?:Uniqueid|Linkedid): \\d+\\.)(\\d+)");
    private static final Pattern CHANNEL = Pattern.compile("(PJSIP/\\w+-)([0-9a-f]{8})");
    private static final Pattern BRIDGE = Pattern.compile("(BridgeUniqueid: )");

    /// One exchange with its translator and its switchboard.
    private static final class AtExchange {
        private final Switchboard switchboard;
        private final AsteriskTranslator translator;
        private final List<Effect> effects = new ArrayList<>();

        AtExchange(String name) throws IOException {
            var pbx = new PbxId(name);
            switchboard = new Switchboard(pbx);
            translator = new AsteriskTranslator(pbx, new Oddities(), input -> effects.addAll(switchboard.apply(input)));
            for (String line : Files.readAllLines(SITE)) {
                effects.addAll(switchboard.apply(Lines.readInput(line.replace("\"pbx1", "\"" + name))));
            }
        }

        AtExchange play(List<String> blocks) {
            blocks.forEach(block ->
                    translator.take(new AmiMessage(block.getBytes(StandardCharsets.UTF_8), Scenario.RECEIVED)));
            return this;
        }

        Map<CallId, CallRecord> history() {
            Map<CallId, CallRecord> last = new LinkedHashMap<>();
            for (Effect effect : effects) {
                if (effect instanceof Effect.RecordCall(CallRecord call)) {
                    last.put(call.call(), call);
                }
            }
            return last;
        }

        List<String> cardsAt(String agent) {
            return effects.stream()
                    .filter(effect -> effect instanceof Effect.ShowPop shown
                            && shown.pop().agent().value().equals(agent))
                    .map(Effect::toString)
                    .toList();
        }

        List<String> anomalies() {
            return effects.stream()
                    .filter(Effect.Anomaly.class::isInstance)
                    .map(effect -> ((Effect.Anomaly) effect).kind())
                    .toList();
        }
    }

    private static List<String> blocks(String scenario) {
        return Scenario.named(scenario).blocks(new Oddities()).stream()
                .map(block -> new String(block, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void equalIdsAtTwoExchangesAreTwoCalls() throws IOException {
        List<String> recording = blocks("incoming-direct-answered");

        var one = new AtExchange("pbx1").play(recording).history();
        var other = new AtExchange("pbx2").play(recording).history();

        assertThat(one).hasSize(1);
        assertThat(other).hasSize(1);
        CallRecord first = one.values().iterator().next();
        CallRecord second = other.values().iterator().next();
        assertThat(first.call().value()).isEqualTo(second.call().value());
        assertThat(first.call()).isNotEqualTo(second.call());
        assertThat(first.legs().getFirst().connection())
                .isNotEqualTo(second.legs().getFirst().connection());
    }

    @Test
    void fiveHundredCallsInOneSecondAndThenSilenceAreFiveHundredRows() throws IOException {
        int calls = 500;
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            all.add(another(blocks("incoming-direct-answered"), i));
        }
        List<String> mixed = new ArrayList<>();
        for (int at = 0; at < all.getFirst().size(); at++) {
            for (List<String> one : all) {
                mixed.add(one.get(at));
            }
        }

        var exchange = new AtExchange("pbx1").play(mixed);

        assertThat(exchange.switchboard.liveCalls()).isZero();
        assertThat(exchange.anomalies()).isEmpty();
        assertThat(exchange.history()).hasSize(calls);
        assertThat(exchange.history().values()).allSatisfy(call -> {
            assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(call.endedAt()).isNotNull();
            assertThat(call.legs()).hasSize(2);
        });
    }

    /// The same call again, with ids and channels of its own.
    private static List<String> another(List<String> recording, int number) {
        List<String> copy = new ArrayList<>(recording.size());
        for (String block : recording) {
            String ids =
                    ID.matcher(block).replaceAll(id -> id.group(1) + (Integer.parseInt(id.group(2)) + 100 * number));
            String channels = CHANNEL.matcher(ids)
                    .replaceAll(channel -> Matcher.quoteReplacement(channel.group(1)
                            + "%08x".formatted(Integer.parseInt(channel.group(2), 16) + 100 * number)));
            copy.add(BRIDGE.matcher(channels).replaceAll("$1" + number + "-"));
        }
        return copy;
    }

    /// As it was recorded: the exchange took in that a slow phone rings after a colleague had answered, and after it
    /// had said itself that it calls that phone no more.
    @Test
    void aPhoneThatRingsAsAColleagueAnswersKeepsNoCard() throws IOException {
        List<String> recording = blocks("queue-rings-as-a-colleague-answers");
        int rings = first(recording, "Event: Newstate", "Channel: PJSIP/1002-", "ChannelStateDesc: Ringing");
        assertThat(rings)
                .isGreaterThan(first(recording, "Event: Newstate", "Channel: PJSIP/1001-", "ChannelStateDesc: Up"))
                .isGreaterThan(first(recording, "Event: DialEnd", "DestChannel: PJSIP/1002-", "DialStatus: CANCEL"));

        var exchange = new AtExchange("pbx1").play(recording);

        assertThat(exchange.effects)
                .filteredOn(Effect.WithdrawPop.class::isInstance)
                .extracting(effect -> (Effect.WithdrawPop) effect)
                .extracting(gone -> gone.agent().value() + " " + gone.why())
                .containsExactly("omid ANSWERED_ELSEWHERE");
        assertThat(exchange.switchboard.snapshot().pops()).isEmpty();
        assertThat(exchange.anomalies()).doesNotContain("unlisted", "unknown-connection");
        assertThat(exchange.history().values()).extracting(CallRecord::agent).containsExactly(new AgentId("sara"));
    }

    private static int first(List<String> recording, String... words) {
        for (int at = 0; at < recording.size(); at++) {
            if (List.of(words).stream().allMatch(recording.get(at)::contains)) {
                return at;
            }
        }
        throw new AssertionError("not recorded: " + String.join(", ", words));
    }

    /// An Asterisk that is busy goes on to ring a member through its Local channel after the caller has hung up.
    @Test
    void aPhoneThatRingsAfterItsCallerHasGoneShowsNoCard() throws IOException {
        List<String> early = new ArrayList<>();
        List<String> late = new ArrayList<>();
        boolean dials = false;
        for (String block : blocks("queue-local-members-given-up")) {
            boolean ofSara = block.contains("PJSIP/1001-") || block.contains("Local/1001@");
            dials |= block.startsWith("Event: DialBegin") && block.contains("DestChannel: PJSIP/1001-");
            (dials && ofSara ? late : early).add(block);
        }
        assertThat(late).anyMatch(block -> block.contains("ChannelStateDesc: Ringing"));

        var exchange = new AtExchange("pbx1").play(early).play(late);

        assertThat(exchange.cardsAt("omid")).isNotEmpty();
        assertThat(exchange.cardsAt("sara")).isEmpty();
        assertThat(exchange.anomalies()).contains("late").doesNotContain("unlisted", "unknown-connection");
        assertThat(exchange.history().values()).extracting(CallRecord::outcome).containsExactly(Outcome.ABANDONED);
        assertThat(exchange.switchboard.liveCalls()).isZero();
    }
}
