package org.santral.server.directory.outside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.call.Direction;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.directory.outside.entry.SourceTrouble;

/// Calls on their way into a CRM that runs in a process of its own.
@Tag("directories")
@Timeout(90)
class WriteBackTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong(START.toEpochMilli());
    private Crm crm;
    private @Nullable String key = "4711";
    private final List<WriteBack> open = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        crm = new Crm();
        crm.behave("status 201");
    }

    @AfterEach
    void stop() {
        open.forEach(WriteBack::close);
        crm.close();
    }

    @Test
    void aCallThatIsOverIsToldOnceAsTheTemplateSays() throws Exception {
        WriteBack back = writeBack(10, 3);
        back.take(call("1.0", 1, null));
        back.take(call("1.0", 2, START.plusSeconds(90)));

        await().atMost(SOON).until(() -> back.state().told() == 1);

        assertThat(crm.seen())
                .containsExactly("POST | /people/4711/calls | Bearer not-a-secret | "
                        + WaitingCalls.id("pbx1/1.0")
                        + " | {\"outcome\": \"answered\", \"by\": \"sara\", \"seconds\": \"60\","
                        + " \"note\": \"said \\\"no\\\"\\u000athen yes\"}");
        assertThat(back.state()).isEqualTo(new WriteBack.State(0, 1, 0, null));
    }

    @Test
    void aJournalThatIsToldAnewTellsNobodyTwiceAlsoAfterARestart() throws Exception {
        WriteBack first = writeBack(10, 3);
        first.take(call("1.0", 2, START.plusSeconds(90)));
        await().atMost(SOON).until(() -> first.state().told() == 1);
        first.close();

        WriteBack second = writeBack(10, 3);
        second.take(call("1.0", 2, START.plusSeconds(90)));
        second.take(call("1.1", 1, START.plusSeconds(91)));
        await().atMost(SOON).until(() -> second.state().told() == 1);

        assertThat(crm.seen()).hasSize(2);
    }

    @Test
    void whatEndedBeforeItWasOrderedIsNobodysBusiness() throws Exception {
        WriteBack back = writeBack(10, 3);
        back.take(call("0.9", 1, START.minusSeconds(1)));
        back.take(call("1.0", 1, START.plusSeconds(1)));
        await().atMost(SOON).until(() -> back.state().told() == 1);

        assertThat(crm.seen()).singleElement().asString().contains(WaitingCalls.id("pbx1/1.0"));
    }

    @Test
    void whileTheOtherSideCannotTakeThemCallsWaitAndOutliveUs() throws Exception {
        crm.behave("status 503");
        WriteBack first = writeBack(10, 3);
        first.take(call("1.0", 2, START.plusSeconds(90)));
        await().atMost(SOON).until(() -> first.state().trouble() != null);
        assertThat(first.state()).isEqualTo(new WriteBack.State(1, 0, 0, "HTTP status 503"));
        first.close();
        assertThat(new String(
                        Files.readAllBytes(folder.resolve(WaitingCalls.id("pbx1/1.0") + ".json")),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("pbx1/1.0")
                .doesNotContain("not-a-secret");

        crm.behave("status 201");
        WriteBack second = writeBack(10, 3);
        await().atMost(SOON).until(() -> second.state().told() == 1);

        List<String> keys =
                crm.seen().stream().map(one -> one.split(" \\| ")[3]).toList();
        assertThat(keys).hasSizeGreaterThan(1).containsOnly(WaitingCalls.id("pbx1/1.0"));
        assertThat(folder.resolve(WaitingCalls.id("pbx1/1.0") + ".json")).doesNotExist();
    }

    @Test
    void aCallThatIsRefusedIsTriedAFewTimesAndHoldsNobodyUp() throws Exception {
        crm.behave("status 422");
        WriteBack back = writeBack(10, 2);
        back.take(call("1.0", 1, START.plusSeconds(1)));
        await().atMost(SOON).until(() -> crm.seen().size() == 1);
        now.addAndGet(60_000);
        await().atMost(SOON).until(() -> back.state().givenUp() == 1);
        crm.behave("status 201");
        back.take(call("1.1", 1, START.plusSeconds(2)));
        await().atMost(SOON).until(() -> back.state().told() == 1);

        assertThat(crm.seen()).hasSize(3);
        assertThat(back.state().waiting()).isZero();
    }

    @Test
    void noMoreWaitThanWereAllowedTheOldestGo() throws Exception {
        crm.behave("status 503");
        WriteBack back = writeBack(3, 3);
        for (int i = 0; i < 5; i++) {
            back.take(call("1." + i, 1, START.plusSeconds(i + 1)));
        }
        await().atMost(SOON)
                .until(() -> back.state().givenUp() == 2 && back.state().waiting() == 3);
        crm.behave("status 201");
        await().atMost(SOON).until(() -> {
            now.addAndGet(60_000);
            return back.state().told() == 3;
        });

        assertThat(folder.resolve(WaitingCalls.id("pbx1/1.0") + ".json")).doesNotExist();
    }

    @Test
    void whomTheCrmDoesNotKnowItIsNotTold() throws Exception {
        key = null;
        WriteBack back = writeBack(10, 3);
        back.take(call("1.0", 1, START.plusSeconds(1)));
        await().atMost(SOON).until(() -> back.state().givenUp() == 1);

        assertThat(crm.seen()).isEmpty();
    }

    private WriteBack writeBack(int keep, int attempts) throws Exception {
        HttpSettings settings = new HttpSettings(
                "GET",
                crm.url() + "/people?phone={e164}",
                Map.of(),
                "",
                "",
                Map.of("key", "/id", "name", "/name"),
                "not-a-secret",
                null,
                null,
                new HttpSettings.WriteBack(
                        "POST",
                        crm.url() + "/people/{key}/calls",
                        Map.of("Authorization", "Bearer {secret}"),
                        "{\"outcome\": \"{outcome}\", \"by\": \"{agent}\", \"seconds\": \"{talkSeconds}\","
                                + " \"note\": \"{note}\"}",
                        keep,
                        attempts,
                        Duration.ZERO));
        Addresses addresses = new Addresses(List.of("127.0.0.1"));
        assertThat(settings.wrong("at", addresses)).isEmpty();
        SafeHttp http = new SafeHttp(addresses, null, Duration.ofSeconds(5), 10_000);
        WriteBack back = new WriteBack("crm", settings, http, this::keyOf, folder, now::get);
        open.add(back);
        return back;
    }

    private @Nullable String keyOf(String e164) throws SourceTrouble {
        if (!e164.equals("+982130000001")) {
            throw new SourceTrouble("not asked for " + e164);
        }
        return key;
    }

    private static CallRecord call(String id, long revision, @Nullable Instant endedAt) {
        return new CallRecord(
                new CallId(new PbxId("pbx1"), id),
                revision,
                Direction.INCOMING,
                new Caller(CallerClass.NUMBER, "02130000001", "Anna"),
                "+982130000001",
                null,
                "02188880000",
                "sales",
                new AgentId("sara"),
                START,
                START.plusSeconds(5),
                endedAt,
                5_000,
                60_000,
                endedAt == null ? CallRecord.Outcome.LIVE : CallRecord.Outcome.ANSWERED,
                null,
                CallRecord.Certainty.LIVE,
                List.of(),
                List.of(),
                List.of(new Note(new AgentId("sara"), START, "said \"no\"\nthen yes")),
                null,
                List.of(),
                List.of());
    }
}
