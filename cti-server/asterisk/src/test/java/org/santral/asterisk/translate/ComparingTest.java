package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.asterisk.translate.SnapshotTest.PHONE;
import static org.santral.asterisk.translate.SnapshotTest.TRUNK;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.ami.Oddity;
import org.santral.asterisk.ami.Rights;
import org.santral.pbx.ClearCause;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Input;

/// What the exchange lists again and again, beside what it told.
class ComparingTest {
    private static final String DAMAGED = PHONE.replace("\r\nLinkedid: ", "\r\nLinkedId: ");
    private static final String MEMBER = "Event: QueueMember\r\nQueue: sales\r\nName: 1001\r\nLocation: PJSIP/1001"
            + "\r\nStateInterface: PJSIP/1001\r\nStatus: 1\r\nPaused: 0\r\nPausedReason: "
            + "\r\nActionID: santral-queues";

    private final List<Input> inputs = new ArrayList<>();
    private final Oddities oddities = new Oddities();
    private final Rights rights = new Rights();
    private final AsteriskTranslator translator =
            new AsteriskTranslator(new PbxId("pbx1"), oddities, rights, inputs::add);

    @BeforeEach
    void aLinkOverACallThatTalks() {
        opened();
        listed(TRUNK, PHONE);
        inputs.clear();
    }

    @Test
    void aDamagedListEndsNobodyAndTheNextWholeOneDoes() {
        translator.take(new AmiSignal.Closed("gone", Scenario.RECEIVED));
        opened();
        listed(TRUNK, DAMAGED);
        assertThat(cleared()).isEmpty();
        assertThat(inputs).last().isInstanceOf(Input.LinkUp.class);
        assertThat(oddities.of(Oddity.TAINTED)).isEqualTo(1);

        listed(TRUNK);
        assertThat(cleared()).containsExactly(ClearCause.LOST_TRACK);
        assertThat(inputs).filteredOn(Input.LinkUp.class::isInstance).hasSize(1);
    }

    @Test
    void aListWithABlockLessThanItSaysEndsNobody() {
        translator.take(new AmiSignal.Closed("gone", Scenario.RECEIVED));
        opened();
        feed(TRUNK);
        ends(2);
        assertThat(cleared()).isEmpty();
    }

    @Test
    void whoseEndWasNotToldEndsWhenTwoListsMissThem() {
        listed(TRUNK);
        listed(TRUNK, DAMAGED);
        assertThat(cleared()).isEmpty();
        listed(TRUNK);
        assertThat(cleared()).containsExactly(ClearCause.LOST_TRACK);
        assertThat(oddities.of(Oddity.UNHEARD)).isEqualTo(1);
    }

    @Test
    void oneListAloneEndsNobody() {
        listed(TRUNK);
        listed(TRUNK, PHONE);
        listed(TRUNK);
        assertThat(events()).isEmpty();
    }

    @Test
    void whoseBeginningWasNotToldIsTakenInWhenTwoListsHaveThem() {
        String stranger = PHONE.replace("1795287426.2", "1795287999.7").replace("PJSIP/1001-", "PJSIP/1002-");
        listed(TRUNK, PHONE, stranger);
        assertThat(events()).isEmpty();
        listed(TRUNK, PHONE, stranger);
        assertThat(events())
                .extracting(event -> event.getClass().getSimpleName())
                .startsWith("Offered", "Established", "Joined");
        inputs.clear();
        listed(TRUNK, PHONE, stranger);
        assertThat(events()).isEmpty();
    }

    @Test
    void onlyWhoHearsNoEventOfAClassLacksTheRightToIt() {
        String stranger = PHONE.replace("1795287426.2", "1795287999.7").replace("PJSIP/1001-", "PJSIP/1002-");
        listed(TRUNK, PHONE, stranger);
        assertThat(rights.unheard()).isEmpty();
        listed(TRUNK, PHONE, stranger);
        assertThat(rights.unheard()).containsExactly(Rights.CALL);
    }

    @Test
    void whoWaitsUntoldIsTakenInAndWhoLeftUntoldIsLetGo() {
        String entry = "Event: QueueEntry\r\nQueue: vip\r\nPosition: 1\r\nUniqueid: 1795287426.0"
                + "\r\nActionID: santral-queues";
        for (int i = 0; i < 3; i++) {
            feed(entry);
            feed(queuesEnd(1));
            listed(TRUNK, PHONE);
        }
        assertThat(events()).containsExactly(new PbxEvent.Queued(call().call(), call().connection(), "vip", 1));
        assertThat(rights.unheard()).containsExactly(Rights.AGENT);
        inputs.clear();
        for (int i = 0; i < 3; i++) {
            feed(queuesEnd(i == 1 ? 1 : 0));
            listed(TRUNK, PHONE);
            assertThat(events()).hasSize(i == 2 ? 1 : 0);
        }
        assertThat(events()).singleElement().isInstanceOf(PbxEvent.Dequeued.class);
    }

    @Test
    void aMemberIsToldOnceUntilSomethingOfItChanges() {
        members(MEMBER);
        members(MEMBER);
        assertThat(events()).hasSize(1);
        members(MEMBER.replace("Paused: 0", "Paused: 1"));
        assertThat(events())
                .last()
                .isInstanceOfSatisfying(
                        PbxEvent.QueueMemberChanged.class,
                        member -> assertThat(member.paused()).isTrue());
        feed(queuesEnd(1));
        assertThat(events()).hasSize(2);
        feed(queuesEnd(0));
        assertThat(events()).last().isInstanceOf(PbxEvent.QueueMemberRemoved.class);
    }

    private void members(String block) {
        feed(block);
        feed(queuesEnd(1));
        listed(TRUNK, PHONE);
    }

    private void opened() {
        translator.take(new AmiSignal.Opened(300, Scenario.RECEIVED));
    }

    private void listed(String... channels) {
        for (String channel : channels) {
            feed(channel);
        }
        ends(channels.length);
    }

    private void ends(int items) {
        feed("Event: StatusComplete\r\nActionID: santral-channels\r\nEventList: Complete\r\nListItems: " + items);
    }

    private static String queuesEnd(int items) {
        return "Event: QueueStatusComplete\r\nActionID: santral-queues\r\nEventList: Complete\r\nListItems: " + items;
    }

    private void feed(String block) {
        translator.take(new AmiMessage(block.getBytes(StandardCharsets.UTF_8), Scenario.RECEIVED));
    }

    /// The caller of the call that talks.
    private static PbxEvent.OfConnection call() {
        PbxId pbx = new PbxId("pbx1");
        return new PbxEvent.Parted(
                new org.santral.pbx.CallId(pbx, "1795287426.0"), new org.santral.pbx.ConnectionId(pbx, "1795287426.0"));
    }

    private List<PbxEvent> events() {
        return inputs.stream()
                .filter(Input.FromPbx.class::isInstance)
                .map(input -> ((Input.FromPbx) input).event())
                .filter(event -> !(event instanceof PbxEvent.Tainted))
                .toList();
    }

    private List<ClearCause> cleared() {
        return events().stream()
                .filter(PbxEvent.ConnectionCleared.class::isInstance)
                .map(event -> ((PbxEvent.ConnectionCleared) event).cause())
                .toList();
    }
}
