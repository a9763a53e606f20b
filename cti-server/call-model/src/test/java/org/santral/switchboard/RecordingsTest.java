package org.santral.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.history.CallRecord;
import org.santral.history.Recording;
import org.santral.pbx.CallId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxCommand;
import org.santral.pbx.PbxEvent;
import org.santral.screenpop.Pop;
import org.santral.switchboard.Input.CommandAsked.Wish;

class RecordingsTest {
    private static final AgentId SARA = new AgentId("sara");
    private static final AgentId OMID = new AgentId("omid");

    private final Exchange exchange = new Exchange();
    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void aRecordingStaysWithItsCallWhenTheDeskChanges() {
        talk();
        rehearsal.apply(exchange.transferred("1.1", "1002"));
        rehearsal.apply(exchange.of(new PbxEvent.Parted(exchange.call(), exchange.id("1.0"))));
        rehearsal.apply(exchange.cleared("1.1"));
        exchange.pass(Duration.ofSeconds(5));
        rehearsal.apply(exchange.offered("1.2", "PJSIP/1002", "1.0", null));
        rehearsal.apply(exchange.delivered("1.2"));
        rehearsal.apply(exchange.established("1.2"));
        rehearsal.apply(exchange.joined("1.0", "1.2"));
        rehearsal.apply(exchange.cleared("1.2"));
        CallRecord last = lastRecord(rehearsal.apply(exchange.cleared("1.0")));

        assertThat(last.recordings()).hasSize(1);
        Recording one = last.recordings().getFirst();
        assertThat(one.file()).isEqualTo("1.0.wav");
        assertThat(one.connection()).isEqualTo(exchange.id("1.0"));
        assertThat(one.endedAt()).isEqualTo(last.endedAt());
        // From the join to the parting and from the second join to the end: not the 5 s between.
        assertThat(one.talkMillis()).isEqualTo(400);
    }

    @Test
    void aPauseIsAskedDoneShownAndKeptWithWhoAskedForIt() {
        talk();

        assertThat(ask(SARA, Wish.PAUSE_RECORDING))
                .containsExactly(command(new PbxCommand.PauseRecording(exchange.id("1.0"), trunk())));
        var paused = rehearsal.apply(exchange.of(new PbxEvent.RecordingPaused(exchange.call(), exchange.id("1.0"))));
        assertThat(lastPop(paused).recording()).isEqualTo(Pop.Recorded.PAUSED);
        assertThat(lastRecord(paused)
                        .recordings()
                        .getFirst()
                        .pauses()
                        .getFirst()
                        .to())
                .isNull();

        assertThat(ask(SARA, Wish.PAUSE_RECORDING)).containsExactly(refusal(SARA, Rules.REFUSE_RECORDING_PAUSED));
        assertThat(ask(SARA, Wish.RESUME_RECORDING))
                .containsExactly(command(new PbxCommand.ResumeRecording(exchange.id("1.0"), trunk())));
        var resumed = rehearsal.apply(exchange.of(new PbxEvent.RecordingResumed(exchange.call(), exchange.id("1.0"))));
        assertThat(lastPop(resumed).recording()).isEqualTo(Pop.Recorded.RUNNING);
        assertThat(lastRecord(resumed).recordings().getFirst().pauses())
                .singleElement()
                .satisfies(pause -> {
                    assertThat(pause.by()).isEqualTo(SARA);
                    assertThat(Duration.between(pause.from(), pause.to())).isEqualTo(Duration.ofMillis(300));
                });
        assertThat(ask(SARA, Wish.RESUME_RECORDING)).containsExactly(refusal(SARA, Rules.REFUSE_RECORDING_RUNS));
    }

    @Test
    void aPauseThatNoAgentAskedForIsNobodys() {
        talk();
        ask(SARA, Wish.PAUSE_RECORDING);
        exchange.pass(Duration.ofSeconds(6));

        var late = rehearsal.apply(exchange.of(new PbxEvent.RecordingPaused(exchange.call(), exchange.id("1.0"))));

        assertThat(lastRecord(late).recordings().getFirst().pauses().getFirst().by())
                .isNull();
    }

    @Test
    void whatIsNotRecordedCannotBePausedAndNobodyPausesTheCallOfAnother() {
        talk();
        assertThat(ask(OMID, Wish.PAUSE_RECORDING))
                .containsExactly(refusal(OMID, Rules.REFUSE_NOT_YOURS, "extension", "1002"));

        var stopped = rehearsal.apply(exchange.of(new PbxEvent.RecordingStopped(exchange.call(), exchange.id("1.0"))));
        assertThat(lastPop(stopped).recording()).isNull();
        assertThat(ask(SARA, Wish.PAUSE_RECORDING)).containsExactly(refusal(SARA, Rules.REFUSE_NOT_RECORDED));
    }

    @Test
    void aPauseThatLastsToTheEndOfTheCallEndsWithIt() {
        talk();
        rehearsal.apply(exchange.of(new PbxEvent.RecordingPaused(exchange.call(), exchange.id("1.0"))));
        rehearsal.apply(exchange.cleared("1.1"));
        CallRecord last = lastRecord(rehearsal.apply(exchange.cleared("1.0")));

        assertThat(last.recordings().getFirst().pauses().getFirst().to()).isEqualTo(last.endedAt());
    }

    @Test
    void aNameThatComesLaterNamesTheRecordingThatRuns() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5003"));
        rehearsal.apply(started("1.0", ""));
        rehearsal.apply(started("1.0", "/var/spool/../1.0.wav"));
        assertThat(rehearsal.apply(started("1.0", "1.0.wav")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.Anomaly.class, again -> assertThat(again.kind()).isEqualTo("duplicate"));
        CallRecord last = lastRecord(rehearsal.apply(exchange.cleared("1.0")));

        assertThat(last.recordings()).extracting(Recording::file).containsExactly("1.0.wav");
    }

    @Test
    void callsThatBecomeOneKeepAllTheirPiecesInOrderOnOneRow() {
        talk();
        exchange.call("2.0");
        rehearsal.apply(exchange.originated("2.0", "PJSIP/trunk", "02187654321", "5003"));
        rehearsal.apply(started("2.0", "2.0.wav"));
        var merged = rehearsal.apply(exchange.of(new PbxEvent.CallsMerged(
                new CallId(Exchange.PBX, "1.0"), new CallId(Exchange.PBX, "2.0"), "attended transfer")));

        assertThat(records(merged))
                .extracting(record -> record.call().value() + " "
                        + record.recordings().stream().map(Recording::file).toList())
                .containsExactly("2.0 []", "1.0 [1.0.wav, 2.0.wav]");
    }

    private void talk() {
        rehearsal.apply(exchange.originated("1.0", "PJSIP/trunk", "02112345678", "5003"));
        rehearsal.apply(started("1.0", "1.0.wav"));
        rehearsal.apply(exchange.offered("1.1", "PJSIP/1001", "1.0", null));
        rehearsal.apply(exchange.delivered("1.1"));
        rehearsal.apply(exchange.established("1.1"));
        rehearsal.apply(exchange.joined("1.0", "1.1"));
    }

    private Input started(String connection, String file) {
        return exchange.of(new PbxEvent.RecordingStarted(exchange.call(), exchange.id(connection), file));
    }

    private List<Effect> ask(AgentId agent, Wish wish) {
        return rehearsal.apply(new Input.CommandAsked("q", agent, exchange.call(), wish, exchange.tick()));
    }

    private static List<CallRecord> records(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.RecordCall.class::isInstance)
                .map(effect -> ((Effect.RecordCall) effect).record())
                .toList();
    }

    private static CallRecord lastRecord(List<Effect> effects) {
        return records(effects).getLast();
    }

    private static Pop lastPop(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.ShowPop.class::isInstance)
                .map(effect -> ((Effect.ShowPop) effect).pop())
                .toList()
                .getLast();
    }

    private static Effect command(PbxCommand command) {
        return new Effect.SendCommand("q", command);
    }

    private static Effect refusal(AgentId agent, String rule, String... facts) {
        return new Effect.Refuse("q", agent, Because.of(rule, facts));
    }

    private static DeviceId trunk() {
        return new DeviceId(Exchange.PBX, "PJSIP/trunk");
    }
}
