package org.santral.asterisk.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.AmiSignal;
import org.santral.asterisk.ami.Oddities;
import org.santral.pbx.CallId;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.DeviceId;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Input;

/// What a log-in in the middle of things concludes. The lists are those of a real exchange (trace 21),
/// shortened.
class SnapshotTest {
    private static final PbxId PBX = new PbxId("pbx1");
    static final String TRUNK =
            status("PJSIP/trunk-00000000", "6", "1795287426.0", "Queue", "sales,tTkK,,,60", "b1", "1");
    static final String PHONE =
            status("PJSIP/1001-00000002", "6", "1795287426.2", "AppQueue", "(Outgoing Line)", "b1", "0");

    private final List<Input> inputs = new ArrayList<>();
    private final AsteriskTranslator translator = new AsteriskTranslator(PBX, new Oddities(), inputs::add);

    @Test
    void aCallInProgressIsToldFromItsBeginning() {
        open(3, "18:00:00", TRUNK, PHONE);
        assertThat(events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Originated", "Established", "Offered", "Established", "Joined", "Joined", "Held");
        assertThat(events().getLast()).isEqualTo(new PbxEvent.Held(call("1795287426.0"), connection("1795287426.2")));
        assertThat(inputs)
                .allSatisfy(input -> assertThat(input)
                        .satisfiesAnyOf(
                                up -> assertThat(up).isInstanceOf(Input.LinkUp.class),
                                from -> assertThat(((Input.FromPbx) from).origin())
                                        .isEqualTo(Input.FromPbx.Origin.SNAPSHOT)));
        assertThat(inputs)
                .last()
                .isInstanceOfSatisfying(
                        Input.LinkUp.class, up -> assertThat(up.restarted()).isFalse());
    }

    @Test
    void whatIsKnownAlreadyIsNotToldAgain() {
        open(3, "18:00:00", TRUNK, PHONE);
        inputs.clear();
        translator.take(new AmiSignal.Closed("gone", Scenario.RECEIVED));
        open(10, "18:00:00", TRUNK, PHONE);
        assertThat(events()).isEmpty();
    }

    @Test
    void whatEndedWhileTheLinkWasDownIsClosedWithItsReason() {
        open(3, "18:00:00", TRUNK, PHONE);
        inputs.clear();
        translator.take(new AmiSignal.Closed("gone", Scenario.RECEIVED));
        open(10, "18:00:00");
        assertThat(cleared()).containsExactlyInAnyOrder(ClearCause.LOST_TRACK, ClearCause.LOST_TRACK);
    }

    @Test
    void anExchangeThatStartedAnewHasNoneOfItsOldCalls() {
        open(300, "18:00:00", TRUNK, PHONE);
        inputs.clear();
        translator.take(new AmiSignal.Closed("gone", Scenario.RECEIVED));
        open(2, "18:10:00");
        assertThat(cleared()).containsExactlyInAnyOrder(ClearCause.PBX_RESTARTED, ClearCause.PBX_RESTARTED);
        assertThat(inputs)
                .last()
                .isInstanceOfSatisfying(
                        Input.LinkUp.class, up -> assertThat(up.restarted()).isTrue());
    }

    @Test
    void afterARestartOfOursTheCallsKeepTheirNames() {
        translator.resume(List.of(new AsteriskTranslator.Known(
                connection("1795287426.0"), call("older-name"), new DeviceId(PBX, "PJSIP/trunk"), true, true, false)));
        open(300, "18:00:00", TRUNK, PHONE);
        assertThat(events())
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(((PbxEvent.OfConnection) event).call()).isEqualTo(call("older-name")));
    }

    @Test
    void aStartThatIsNotToldWholeIsNoRestart() {
        open(300, "18:00:00", TRUNK, PHONE);
        inputs.clear();
        translator.take(new AmiSignal.Closed("gone", Scenario.RECEIVED));
        open(310, "18:00:00\r\nCoreStartupTime: 18:10:00", TRUNK, PHONE);
        assertThat(events()).isEmpty();
        assertThat(inputs)
                .last()
                .isInstanceOfSatisfying(
                        Input.LinkUp.class, up -> assertThat(up.restarted()).isFalse());
    }

    private void open(long uptime, String started, String... channels) {
        translator.take(new AmiSignal.Opened(uptime, Scenario.RECEIVED));
        feed("Response: Success\r\nActionID: santral-core\r\nCoreStartupDate: 2026-11-21\r\nCoreStartupTime: "
                + started);
        for (String channel : channels) {
            feed(channel);
        }
        feed("Event: StatusComplete\r\nActionID: santral-channels\r\nEventList: Complete\r\nListItems: "
                + channels.length);
    }

    private void feed(String block) {
        translator.take(new AmiMessage(block.getBytes(StandardCharsets.UTF_8), Scenario.RECEIVED));
    }

    private List<PbxEvent> events() {
        return inputs.stream()
                .filter(Input.FromPbx.class::isInstance)
                .map(input -> ((Input.FromPbx) input).event())
                .toList();
    }

    private List<ClearCause> cleared() {
        return events().stream()
                .filter(PbxEvent.ConnectionCleared.class::isInstance)
                .map(event -> ((PbxEvent.ConnectionCleared) event).cause())
                .toList();
    }

    private static CallId call(String id) {
        return new CallId(PBX, id);
    }

    private static ConnectionId connection(String id) {
        return new ConnectionId(PBX, id);
    }

    private static String status(
            String channel,
            String state,
            String uniqueid,
            String application,
            String data,
            String bridge,
            String onhold) {
        return "Event: Status\r\nPrivilege: Call\r\nChannel: " + channel + "\r\nChannelState: " + state
                + "\r\nChannelStateDesc: Up\r\nCallerIDNum: 02112345678\r\nCallerIDName: Reza\r\nConnectedLineNum: x"
                + "\r\nConnectedLineName: y\r\nLanguage: en\r\nAccountCode: \r\nContext: from-trunk\r\nExten: 5001"
                + "\r\nPriority: 6\r\nUniqueid: " + uniqueid + "\r\nLinkedid: 1795287426.0\r\nType: PJSIP\r\nDNID: "
                + "\r\nBridgeID: " + bridge + "\r\nApplication: " + application + "\r\nData: " + data
                + "\r\nVariable: CHANNEL(onhold)=" + onhold + "\r\nActionID: santral-channels";
    }
}
