package org.santral.pbxconfig.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.santral.pbxconfig.harness.AmiTap;
import org.santral.pbxconfig.harness.AmiTap.Block;
import org.santral.pbxconfig.harness.TestPbx;

/// The demo site in a real Asterisk. The caller is a Local channel into the trunk's context and the phones are
/// only rung: what counts here is where the dialplan leads, not the SIP.
@Tag("pbx")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealAsteriskTest {

    private final TestPbx pbx;
    private final AmiTap events;
    private final AmiTap commands;

    RealAsteriskTest(String major, int net) {
        pbx = TestPbx.up(net, "--asterisk", major);
        events = pbx.logIn("AMI");
        commands = pbx.logIn("AMI_CMD");
    }

    @BeforeEach
    void forget() {
        events.forget();
    }

    @AfterEach
    void hangUp() {
        commands.send("Action: Hangup", "Channel: /^Local/");
        events.await(
                block -> block.has("Event: Hangup") && header(block, "Channel").endsWith(";2"));
    }

    @AfterAll
    void down() {
        events.close();
        commands.close();
        pbx.close();
    }

    @Test
    void withoutARoutingServiceTheCallGoesToTheQueueOfItsNumber() {
        call("02188880000");
        assertThat(routed().lines()).contains("Did: 02188880000", "Route: ", "Agi: FAILURE");
        assertThat(rung("sales", 3)).containsExactlyInAnyOrder("PJSIP/1001", "PJSIP/1002", "PJSIP/1003");
    }

    @Test
    void theServiceIsToldTheNumberTheCallAndThePresentation() throws IOException {
        try (RoutingService service = answering()) {
            call("02188880001");
            String call = header(routed(), "Uniqueid");
            assertThat(service.questions())
                    .contains("agi_request: agi://" + pbx.env("AGI_HOST") + ":4573/route?did=02188880001&call=" + call
                            + "&pres=unavailable");
        }
    }

    @Test
    void aCallGoesToTheQueueTheServiceNames() throws IOException {
        try (RoutingService _ = answering("CTI_ROUTE=queue", "CTI_QUEUE=vip", "CTI_DECISION=pbx1/7")) {
            call("02188880000");
            assertThat(routed().lines()).contains("Route: queue", "Queue: vip", "Decision: pbx1/7", "Agi: SUCCESS");
            assertThat(rung("vip", 1)).containsAnyOf("PJSIP/1003", "PJSIP/1004");
        }
    }

    @Test
    void theOwnerIsRungFirstAndThenTheQueue() throws IOException {
        try (RoutingService _ =
                answering("CTI_ROUTE=owner", "CTI_OWNER=1004", "CTI_OWNER_SECONDS=1", "CTI_QUEUE=sales")) {
            call("02188880001");
            events.await(block -> block.has("Event: DialBegin", "DialString: 1004"));
            assertThat(rung("sales", 3)).containsExactlyInAnyOrder("PJSIP/1001", "PJSIP/1002", "PJSIP/1003");
        }
    }

    @Test
    void namesThatTheSiteDoesNotHaveAreAsGoodAsNone() throws IOException {
        try (RoutingService _ = answering("CTI_ROUTE=owner", "CTI_OWNER=9&PJSIP/1004,1", "CTI_QUEUE=a,b")) {
            call("02188880000");
            assertThat(rung("sales", 3)).containsExactlyInAnyOrder("PJSIP/1001", "PJSIP/1002", "PJSIP/1003");
        }
    }

    @Test
    void aSilentServiceHoldsTheCallerNoLongerThanTheLimit() throws IOException {
        try (RoutingService _ = RoutingService.silent(pbx.env("AGI_HOST"), 4573)) {
            call("02188880000");
            Block asked = events.await(block -> block.has("Event: UserEvent", "Step: incoming"));
            Block routed = routed();
            assertThat(routed.lines()).contains("Route: default", "Agi: LATE");
            assertThat(seconds(routed) - seconds(asked)).isBetween(1.0, 1.5);
            assertThat(rung("sales", 3)).contains("PJSIP/1001");
        }
    }

    @Test
    void aDirectNumberRingsItsDeskAndAsksNobody() throws IOException {
        try (RoutingService service = answering("CTI_ROUTE=queue", "CTI_QUEUE=vip")) {
            call("02188880012");
            events.await(block -> block.has("Event: DialBegin", "DialString: 1002"));
            assertThat(service.questions()).isEmpty();
        }
    }

    @Test
    void theEventAccountHearsTheCallAndNotTheNoise() {
        try (AmiTap recorder = pbx.logIn("AMI_RECORDER")) {
            call("02188880000");
            recorder.await(block -> block.has("Event: AgentCalled"));
            recorder.await(block -> block.has("Event: CEL"));
            recorder.await(block -> block.has("Event: VarSet"));
            rung("sales", 3);
            assertThat(events.seen())
                    .extracting(block -> String.valueOf(block.get("Event")))
                    .contains("Newchannel", "QueueCallerJoin", "UserEvent")
                    .doesNotContain("CEL", "VarSet", "Newexten", "TestEvent");
        }
    }

    private void call(String did) {
        Block answer = commands.send(
                "Action: Originate",
                "Channel: Local/" + did + "@from-trunk-trunk",
                "Application: Wait",
                "Data: 60",
                "Async: true");
        assertThat(answer.get("Response")).isEqualTo("Success");
    }

    private RoutingService answering(String... variables) {
        return RoutingService.answering(pbx.env("AGI_HOST"), 4573, variables);
    }

    private Block routed() {
        return events.await(block -> block.has("Event: UserEvent", "Step: routed"));
    }

    /// The devices that a queue has rung, once there are so many.
    private List<String> rung(String queue, int atLeast) {
        events.await(block -> devicesRung(queue).size() >= atLeast);
        return devicesRung(queue);
    }

    private List<String> devicesRung(String queue) {
        return events.seen().stream()
                .filter(block -> block.has("Event: AgentCalled", "Queue: " + queue))
                .map(block -> header(block, "Interface"))
                .distinct()
                .toList();
    }

    private static double seconds(Block block) {
        return Double.parseDouble(header(block, "Timestamp"));
    }

    private static String header(Block block, String name) {
        String value = block.get(name);
        return value == null ? "" : value;
    }
}
