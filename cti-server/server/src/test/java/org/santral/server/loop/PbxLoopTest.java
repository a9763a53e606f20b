package org.santral.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.agent.AgentId;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.screenpop.Pop;
import org.santral.server.conditions.Conditions;
import org.santral.server.conditions.Told;
import org.santral.server.conditions.Watch;
import org.santral.server.journal.Journal;
import org.santral.server.why.CallStory;
import org.santral.server.why.Why;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;

/// The loop over a real journal, moved by recorded traffic.
class PbxLoopTest {
    @TempDir
    Path folder;

    private final List<Effect> carried = new ArrayList<>();
    private final List<Effect> shown = new ArrayList<>();
    private final Map<Effect, Integer> shownBefore = new IdentityHashMap<>();

    @Test
    void aCallGoesFromTheWireToTheScreenAndTheHistory() throws Exception {
        try (PbxLoop loop = loop()) {
            open(loop);
            loop.put(Recorded.messages("queue-ring-all-answered"));
            snapshot(loop);
        }
        assertThat(states("sara"))
                .startsWith(Pop.State.RINGING)
                .contains(Pop.State.TALKING)
                .endsWith(Pop.State.ENDED);
        assertThat(states("omid")).containsOnly(Pop.State.RINGING);
        assertThat(carried)
                .anySatisfy(effect -> assertThat(effect).isInstanceOfSatisfying(Effect.WithdrawPop.class, gone -> {
                    assertThat(gone.agent()).isEqualTo(new AgentId("omid"));
                    assertThat(gone.answeredBy()).isEqualTo(new AgentId("sara"));
                }));
        CallRecord last = lastRecord();
        assertThat(last.outcome()).isEqualTo(CallRecord.Outcome.ANSWERED);
        assertThat(last.agent()).isEqualTo(new AgentId("sara"));
        assertThat(last.queue()).isEqualTo("sales");
    }

    @Test
    void aCallOfWhichNothingIsHeardAnyMoreIsShownUntilItIsHeardOfAgain() throws Exception {
        List<AmiMessage> messages = Recorded.messages("queue-ring-all-answered");
        int talking = indexOf(messages, "AgentConnect");
        Instant received = messages.getFirst().receivedAt();
        var now = new AtomicReference<>(received.plusSeconds(7_000));
        var conditions = new Conditions(now::get);
        try (PbxLoop loop = loop()) {
            open(loop);
            loop.put(messages.subList(0, talking));
            var watch = new SilentCalls("pbx1", loop, now::get, Duration.ofHours(2));
            look(watch, loop, conditions);
            assertThat(conditions.standing()).as("not two hours yet").isEmpty();

            now.set(received.plusSeconds(7_300));
            look(watch, loop, conditions);
            assertThat(conditions.standing())
                    .singleElement()
                    .satisfies(one -> assertThat(Told.of(one).what()).contains("120 min: 1.", "PJSIP/trunk (1795"));

            loop.put(messages.subList(talking, messages.size()));
            now.set(received.plusSeconds(7_400));
            look(watch, loop, conditions);
            assertThat(conditions.standing()).as("it has ended").isEmpty();
        }
    }

    private static void look(Watch watch, PbxLoop loop, Conditions conditions) throws Exception {
        watch.look(conditions);
        loop.run(() -> {}).get(10, TimeUnit.SECONDS);
        watch.look(conditions);
    }

    @Test
    void afterACrashInMidCallTheSameCallsStandAndTheRecordIsWholeAtTheEnd() throws Exception {
        List<AmiMessage> messages = Recorded.messages("queue-ring-all-answered");
        int talking = indexOf(messages, "AgentConnect");
        Snapshot before;
        try (PbxLoop first = loop()) {
            open(first);
            first.put(messages.subList(0, talking));
            before = snapshot(first);
        }
        assertThat(before.calls()).hasSize(1);
        carried.clear();
        try (PbxLoop second = loop()) {
            assertThat(second.replay()).isPositive();
            second.start();
            Snapshot after = snapshot(second);
            assertThat(after.calls()).isEqualTo(before.calls());
            assertThat(after.pops()).isEqualTo(before.pops());
            second.put(messages.subList(talking, messages.size()));
            snapshot(second);
        }
        CallRecord last = lastRecord();
        assertThat(last.outcome()).isEqualTo(CallRecord.Outcome.ANSWERED);
        assertThat(last.agent()).isEqualTo(new AgentId("sara"));
        assertThat(last.talkMillis()).isBetween(1_000L, 1_100L);
        assertThat(last.startedAt()).isEqualTo(Instant.parse("2026-11-25T04:23:30.896336Z"));
    }

    @Test
    void whatOneReadBringsIsOnTheScreensInItsOrderBeforeAnybodyElseIsToldOfIt() throws Exception {
        try (PbxLoop loop = loop()) {
            open(loop);
            snapshot(loop);
            int before = shown.size();
            List<AmiMessage> messages = Recorded.messages("queue-ring-all-answered");
            loop.put(messages.subList(0, indexOf(messages, "AgentConnect")));
            snapshot(loop);

            assertThat(shown).isEqualTo(carried);
            assertThat(shown.subList(before, shown.size()))
                    .hasAtLeastOneElementOfType(Effect.LookUpCaller.class)
                    .hasAtLeastOneElementOfType(Effect.ShowPop.class)
                    .allSatisfy(effect -> assertThat(shownBefore.get(effect)).isEqualTo(shown.size()));
        }
    }

    @Test
    void theStoryOfACallStandsInTheJournalFromTheLineToTheDecision() throws Exception {
        try (PbxLoop loop = loop()) {
            open(loop);
            loop.put(Recorded.messages("queue-ring-all-answered"));
            snapshot(loop);
        }
        Why why = CallStory.of(folder.resolve("journal"), Recorded.PBX, "1795580610.0");
        assertThat(why.steps()).first().satisfies(step -> {
            assertThat(step.kind()).isEqualTo("line");
            assertThat(step.what()).isEqualTo("Newchannel");
            assertThat(step.afterMillis()).isZero();
        });
        assertThat(why.steps())
                .anySatisfy(step -> assertThat(step.kind() + " " + step.what()).isEqualTo("event Delivered"))
                .anySatisfy(step -> assertThat(step.kind() + " " + step.what()).isEqualTo("transition PJSIP/1001"))
                .anySatisfy(step -> assertThat(step.kind() + " " + step.what()).isEqualTo("decision pop.queue"))
                .anySatisfy(step -> assertThat(step.kind() + " " + step.what()).isEqualTo("decision withdraw"));
        assertThat(CallStory.of(folder.resolve("journal"), Recorded.PBX, "1.1").steps())
                .isEmpty();
    }

    private PbxLoop loop() throws IOException {
        return new PbxLoop(
                PbxLoop.Ears.of(Recorded.PBX),
                new Journal(folder.resolve("journal"), 1_000_000, 100_000_000),
                new Inbox(1000, folder.resolve("spill")),
                new Carrier() {
                    @Override
                    public void show(Effect effect) {
                        shown.add(effect);
                    }

                    @Override
                    public void carry(Effect effect, boolean live) {
                        shownBefore.put(effect, shown.size());
                        carried.add(effect);
                    }

                    @Override
                    public Set<CallId> unwritten() {
                        return Set.of();
                    }
                });
    }

    private static void open(PbxLoop loop) throws IOException {
        Instant now = Instant.parse("2026-11-25T04:23:29Z");
        loop.replay();
        loop.put(new Input.SiteSet(Recorded.PBX, Recorded.site(), now));
        loop.put(new Input.LinkUp(Recorded.PBX, false, now));
        loop.put(new Input.AgentSignedOn(new AgentId("sara"), "1001", now));
        loop.put(new Input.AgentSignedOn(new AgentId("omid"), "1002", now));
        loop.start();
    }

    private static Snapshot snapshot(PbxLoop loop) throws Exception {
        Snapshot[] taken = new Snapshot[1];
        loop.run(() -> taken[0] = loop.snapshot()).get(10, TimeUnit.SECONDS);
        return Objects.requireNonNull(taken[0]);
    }

    private static int indexOf(List<AmiMessage> messages, String event) {
        for (int i = 0; i < messages.size(); i++) {
            if (event.equals(messages.get(i).event())) {
                return i;
            }
        }
        throw new AssertionError("no " + event);
    }

    private List<Pop.State> states(String agent) {
        return carried.stream()
                .filter(effect -> effect instanceof Effect.ShowPop show
                        && show.pop().agent().value().equals(agent))
                .map(effect -> ((Effect.ShowPop) effect).pop().state())
                .toList();
    }

    private CallRecord lastRecord() {
        return carried.stream()
                .filter(Effect.RecordCall.class::isInstance)
                .map(effect -> ((Effect.RecordCall) effect).record())
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
