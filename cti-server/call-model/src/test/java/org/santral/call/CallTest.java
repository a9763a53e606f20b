package org.santral.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.Party;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;

class CallTest {
    private static final PbxId PBX = new PbxId("pbx1");
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final Call call = call("1.0");
    private final Connection caller = begin(call, "1.0");
    private final Connection phone = offer(call, "1.1");

    private static Call call(String id) {
        return new Call(new CallId(PBX, id), Direction.INCOMING, START, ConnectionTable.TABLE);
    }

    private static Connection begin(Call call, String id) {
        var event = new PbxEvent.Originated(call.id(), new ConnectionId(PBX, id), device(id), Party.NONE, "5001");
        return call.begin(event, device(id), START);
    }

    private static Connection offer(Call call, String id) {
        var by = new ConnectionId(PBX, "1.0");
        var event = new PbxEvent.Offered(call.id(), new ConnectionId(PBX, id), device(id), by, null, id);
        return call.offer(event, device(id), START);
    }

    private static DeviceId device(String id) {
        return new DeviceId(PBX, "PJSIP/" + id);
    }

    private static Instant after(int seconds) {
        return START.plusSeconds(seconds);
    }

    private static void talk(Call call, Connection one, Connection other, int seconds) {
        call.step(other, ConnectionStep.DELIVERED, after(seconds));
        call.step(other, ConnectionStep.ESTABLISHED, after(seconds));
        call.step(one, ConnectionStep.ESTABLISHED, after(seconds));
        call.joined(one, List.of(other.id()), after(seconds));
        call.joined(other, List.of(one.id()), after(seconds));
    }

    private static void clear(Call call, Connection connection, int seconds) {
        call.clear(
                connection,
                new PbxEvent.ConnectionCleared(
                        call.id(), connection.id(), connection.device(), ClearCause.NORMAL, 16, true),
                after(seconds));
    }

    @Test
    void talkRunsWhileSomebodyElseIsInTheConversationAndTheCallerDoesNotHold() {
        talk(call, caller, phone, 1);
        assertThat(call.talkMillis(after(3))).isEqualTo(2_000);
        call.step(caller, ConnectionStep.HELD, after(3));
        assertThat(call.talkMillis(after(8))).isEqualTo(2_000);
        call.step(caller, ConnectionStep.RETRIEVED, after(8));
        assertThat(call.talkMillis(after(9))).isEqualTo(3_000);
    }

    @Test
    void whatColleaguesSayWhenTheCallerHasGoneIsNoTalkOfTheCall() {
        talk(call, caller, phone, 1);
        Connection colleague = offer(call, "1.2");
        call.joined(colleague, List.of(caller.id(), phone.id()), after(2));
        clear(call, caller, 5);
        assertThat(call.talkMillis(after(7))).isEqualTo(4_000);
    }

    @Test
    void colleaguesWhoTalkWhileTheCallerHearsMusicAreNotHeardByTheCaller() {
        talk(call, caller, phone, 1);
        call.step(phone, ConnectionStep.PARTED, after(2));
        call.step(caller, ConnectionStep.PARTED, after(2));
        Connection colleague = offer(call, "1.2");
        talk(call, phone, colleague, 3);
        assertThat(call.facesCaller(phone)).isFalse();
        assertThat(call.talkMillis(after(5))).isEqualTo(1_000);

        call.step(phone, ConnectionStep.PARTED, after(6));
        call.step(colleague, ConnectionStep.PARTED, after(6));
        call.joined(caller, List.of(colleague.id()), after(6));
        call.joined(colleague, List.of(caller.id()), after(6));
        assertThat(call.facesCaller(colleague)).isTrue();
        assertThat(call.facesCaller(phone)).isFalse();
        assertThat(call.talkMillis(after(8))).isEqualTo(3_000);
    }

    @Test
    void aStepTheTableDoesNotListChangesNothing() {
        clear(call, phone, 1);
        assertThat(call.queued(phone, "sales", after(1))).isFalse();
        assertThat(call.queue()).isNull();
        assertThat(call.dequeued(phone, PbxEvent.Dequeued.Reason.TIMED_OUT, after(1)))
                .isFalse();
        assertThat(call.leftQueue()).isNull();
        assertThat(phone.waitingIn()).isNull();
    }

    @Test
    void whoWaitsSaysWhereAndHowTheyLeft() {
        assertThat(call.queued(caller, "sales", after(1))).isTrue();
        assertThat(caller.waitingIn()).isEqualTo("sales");
        assertThat(call.dequeued(caller, PbxEvent.Dequeued.Reason.ABANDONED, after(2)))
                .isTrue();
        assertThat(call.leftQueue()).isEqualTo(PbxEvent.Dequeued.Reason.ABANDONED);
        assertThat(call.queued(caller, "vip", after(3))).isTrue();
        assertThat(call.leftQueue()).isNull();
        assertThat(call.queue()).isEqualTo("vip");
    }

    @Test
    void aCallThatTurnsOutToBeThisOneBringsItsPartiesAndItsTalk() {
        Call other = call("2.0");
        Connection second = begin(other, "2.0");
        Connection third = offer(other, "2.1");
        talk(other, second, third, 1);
        other.endAsPartOf(after(4));
        assertThat(other.ended()).isTrue();
        assertThat(other.talkMillis(after(9))).as("stopped where it went on").isEqualTo(3_000);

        call.absorb(other, after(4));

        assertThat(call.connections()).containsExactly(caller, phone, second, third);
        assertThat(call.talkMillis(after(5)))
                .as("they talk, but not with the caller")
                .isZero();
        clear(call, second, 5);
        call.step(third, ConnectionStep.PARTED, after(5));
        call.joined(third, List.of(caller.id()), after(5));
        assertThat(call.talkMillis(after(7))).as("the caller hears the third").isEqualTo(2_000);
        assertThat(call.connections()).extracting(Connection::place).containsExactly(0, 1, 2, 3);
        clear(call, caller, 7);
        clear(call, phone, 7);
        assertThat(call.ended()).as("the third is still there").isFalse();
        clear(call, third, 8);
        assertThat(call.endedAt()).isEqualTo(after(8));
    }

    @Test
    void theStoryNamesEachConnectionByItsDevice() {
        call.step(phone, ConnectionStep.DELIVERED, after(2));

        assertThat(call.story())
                .containsExactly(
                        "+0 ms PJSIP/1.0 ORIGINATED, now INITIATED",
                        "+0 ms PJSIP/1.1 OFFERED, now INITIATED",
                        "+2000 ms PJSIP/1.1 DELIVERED, now ALERTING");
        assertThat(call.deviceOf(7)).isEqualTo("?");
    }

    @Test
    void ofAVeryLongWaitTheOldestThatNobodyAnsweredAreCountedAndLetGo() {
        clear(call, phone, 1);
        for (int i = 2; i < 128; i++) {
            clear(call, offer(call, "1." + i), i);
        }
        assertThat(call.leftOut()).isZero();
        assertThat(call.connections()).hasSize(128).contains(caller, phone);
        offer(call, "1.128");
        assertThat(call.leftOut()).isEqualTo(1);
        assertThat(call.connections()).hasSize(128).contains(caller).doesNotContain(phone);
    }

    @Test
    void aConnectionIsJoinedUntilItIsParted() {
        talk(call, caller, phone, 1);
        assertThat(phone.joined()).isTrue();
        call.step(phone, ConnectionStep.PARTED, after(2));
        assertThat(phone.joined()).isFalse();
    }

    @Test
    void aTableTellsItsRowsAndRefusesTwoForOneStep() {
        var table = TransitionTable.of(ConnectionState.class, ConnectionStep.class)
                .add(ConnectionState.NULL, ConnectionStep.OFFERED, ConnectionState.INITIATED)
                .add(ConnectionState.INITIATED, ConnectionStep.CLEARED, ConnectionState.NULL);

        assertThat(table.build().rows())
                .isEqualTo(List.of(
                        new TransitionTable.Row<>(
                                ConnectionState.NULL, ConnectionStep.OFFERED, ConnectionState.INITIATED),
                        new TransitionTable.Row<>(
                                ConnectionState.INITIATED, ConnectionStep.CLEARED, ConnectionState.NULL)));
        assertThatThrownBy(() -> table.add(ConnectionState.NULL, ConnectionStep.OFFERED, ConnectionState.FAILED))
                .hasMessage("two rows for NULL at OFFERED");
    }
}
