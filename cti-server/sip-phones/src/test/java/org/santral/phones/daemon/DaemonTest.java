package org.santral.phones.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.phones.AnswerMode;
import org.santral.phones.Carrier;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.Caller;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;
import org.santral.phones.daemon.Orders.Told;
import tools.jackson.databind.json.JsonMapper;

/// The daemon's phones are wired straight to their own phone 1001; those of a second bench stand where an
/// exchange would.
class DaemonTest {
    private static final int NET = 141;
    private static final int OTHER_NET = 142;

    private Daemon daemon;
    private Orders orders;

    @BeforeEach
    void open() throws WrongOption {
        open("127." + NET + ".1.1");
    }

    private void open(String pbx) throws WrongOption {
        daemon = Daemon.open(Options.parse(List.of("--net", "" + NET, "--pbx", pbx)));
        orders = new Orders(daemon.address());
    }

    @AfterEach
    void close() {
        daemon.close();
        assertThat(daemon.bench().failures()).isZero();
    }

    private Sighting await(String device, What what) {
        return await(device + " " + what, seen -> seen.is(device, what));
    }

    private Sighting await(String expected, Predicate<Sighting> fits) {
        return daemon.bench().await(expected, fits);
    }

    private String place(String json) {
        Told placed = orders.post("/calls", json);
        assertThat(placed.status()).isEqualTo(202);
        return placed.text("id");
    }

    @Test
    void aCallIsPlacedAnsweredAndToldFromBothSides() {
        String id = place("""
                {"from":"02112345678","name":null,"to":"02188880000","anonymous":false,"answerAfter":0.05,"talk":0.1,
                 "giveUpAfter":null}""");
        await("1001", What.ENDED);
        await(Carrier.DEVICE, What.ENDED);

        Told call = orders.get("/calls/" + id);
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.text("id")).isEqualTo(id);
        assertThat(call.text("from")).isEqualTo("02112345678");
        assertThat(call.text("to")).isEqualTo("02188880000");
        assertThat(call.text("state")).isEqualTo("ended");
        assertThat(call.text("answeredBy")).isEqualTo("1001");
        assertThat(call.text("endedBy")).isEqualTo("caller");
        assertThat(call.text("cause")).isEqualTo("hung-up");
        assertThat(List.of("began", "rang", "answered", "ended"))
                .extracting(field -> call.body().path(field).longValue())
                .isSorted()
                .allMatch(millis -> millis > 1_600_000_000_000L);
        assertThat(call.body().path("phones").get(0).path("phone").stringValue())
                .isEqualTo("1001");
        assertThat(call.body().path("phones").get(0).path("cause").stringValue())
                .isEqualTo("cleared-by-other");
    }

    @Test
    void theCallerOfADeletedCallHangsUp() {
        String id = place("{\"from\":\"0211\",\"to\":\"1001\"}");
        await("1001", What.RANG);
        assertThat(orders.get("/calls/" + id).text("state")).isEqualTo("ringing");

        assertThat(orders.delete("/calls/" + id).status()).isEqualTo(204);

        assertThat(await("1001", What.ENDED).call().endCause()).isEqualTo(EndCause.GIVEN_UP);
        await(Carrier.DEVICE, What.ENDED);
        assertThat(orders.get("/calls/" + id).text("endedBy")).isEqualTo("caller");
        assertThat(orders.delete("/calls/" + id).status()).as("over already").isEqualTo(204);
        assertThat(orders.get("/calls/none").status()).isEqualTo(404);
    }

    @Test
    void nobodyIsOutsideUntilSomebodyIsCalled() {
        assertThat(orders.get("/outside").body().isEmpty()).isTrue();
        assertThat(orders.post("/outside/09121234567/hang-up", "").status()).isEqualTo(409);
        assertThat(orders.put("/outside/09121234567", "{\"mode\":\"loudly\"}").status())
                .isEqualTo(400);
        assertThat(orders.put("/outside/09121234567", "{\"mode\":\"busy\"}").status())
                .isEqualTo(204);
        assertThat(orders.post("/outside/09121234567/sing", "").status()).isEqualTo(404);
    }

    @Test
    void aWithheldNumberReachesNoPhone() {
        place("{\"from\":\"02112345678\",\"name\":\"Secret\",\"to\":\"1001\",\"anonymous\":true}");
        assertThat(await("1001", What.RANG).call().caller()).isEqualTo(Caller.anonymous(null));
    }

    @Test
    void theNetworkMayVouchForAWithheldNumber() {
        place("{\"to\":\"1001\",\"anonymous\":true,\"asserted\":\"02155556666\"}");
        assertThat(await("1001", What.RANG).call().caller()).isEqualTo(Caller.anonymous("02155556666"));
    }

    @Test
    void anAwkwardNameArrivesUnharmed() {
        String name = "\"<b>'\\ \u202Eمریم\u202C <sip:x@127.0.0.1>;tag=1 " + "ж".repeat(42);
        assertThat(name).hasSize(80);
        place(JsonMapper.shared().writeValueAsString(Map.of("from", "+98 21\"", "name", name, "to", "1001")));
        assertThat(await("1001", What.RANG).call().caller()).isEqualTo(Caller.of("+98 21\"", name));
    }

    @Test
    void aHandAtThePhoneAnswersHoldsRetrievesAndHangsUp() {
        place("{\"from\":\"0211\",\"to\":\"1001\"}");
        await("1001", What.RANG);
        assertThat(orders.post("/phones/1001/answer", "").status()).isEqualTo(204);
        await(Carrier.DEVICE, What.ANSWERED);
        assertThat(orders.post("/phones/1001/hold", "{}").status()).isEqualTo(204);
        await(Carrier.DEVICE, What.HELD_BY_OTHER);
        await("1001", What.HELD);
        assertThat(orders.post("/phones/1001/hold", "").status()).isEqualTo(409);
        assertThat(orders.post("/phones/1001/retrieve", "").status()).isEqualTo(204);
        await("1001", What.RETRIEVED);
        assertThat(orders.get("/phones")
                        .body()
                        .get(0)
                        .path("calls")
                        .get(0)
                        .path("state")
                        .stringValue())
                .isEqualTo("connected");
        assertThat(orders.post("/phones/1001/transfer", "{\"number\":\"1002\"}").status())
                .isEqualTo(204);
        await("1001", What.TRANSFER_ASKED);
        assertThat(orders.post("/phones/1001/hang-up", "").status()).isEqualTo(204);
        await(Carrier.DEVICE, What.ENDED);
        assertThat(orders.post("/phones/1001/hang-up", "").text("detail")).isEqualTo("No call is at 1001.");
    }

    @Test
    void theOutsideCallerHoldsToo() {
        String id = place("{\"from\":\"0211\",\"to\":\"1001\"}");
        String call = "/calls/" + id.replace("@", "%40");
        await("1001", What.RANG);
        assertThat(orders.post(call + "/hold", "").text("detail")).isEqualTo("Nobody outside talks in " + id + ".");
        assertThat(orders.post("/phones/1001/press", "{\"keys\":\"*2\"}").status())
                .isEqualTo(409);
        orders.post("/phones/1001/answer", "");
        await(Carrier.DEVICE, What.ANSWERED);
        assertThat(orders.post(call + "/hold", "").status()).isEqualTo(204);
        await("1001", What.HELD_BY_OTHER);
        assertThat(orders.post(call + "/retrieve", "").status()).isEqualTo(204);
        await("1001", What.RETRIEVED_BY_OTHER);
        assertThat(orders.post("/phones/1001/press", "{\"keys\":\"*2\"}").status())
                .isEqualTo(204);
        assertThat(orders.post("/phones/1001/complete-transfer", "").text("detail"))
                .isEqualTo("There are not two calls to join at 1001.");
    }

    @Test
    void aPhoneDialsAndItsCallIsToldLikeAnyOther() throws WrongOption {
        daemon.close();
        try (PhoneBench other = PhoneBench.open(OTHER_NET, PhoneBench.at(NET, 1, 1), List.of("1001"))) {
            open("127." + OTHER_NET + ".1.1");
            other.phone("1001").mode(new AnswerMode.After(Duration.ZERO));
            Told dialled = orders.post("/phones/1003/dial", "{\"number\":\"902112345678\"}");
            assertThat(dialled.status()).isEqualTo(202);
            await("1003", What.ANSWERED);
            assertThat(orders.get("/calls/" + dialled.text("id")).text("state")).isEqualTo("talking");

            other.phone("1001").hangUp();

            await("1003", What.ENDED);
            Told over = orders.get("/calls/" + dialled.text("id"));
            assertThat(over.text("from")).isEqualTo("1003");
            assertThat(over.text("cause")).isEqualTo("cleared-by-other");
        }
    }

    @Test
    void theModeOfAPhoneCanBeChanged() {
        assertThat(orders.put("/phones/1001", "{\"mode\":\"busy\"}").text("mode"))
                .isEqualTo("busy");
        String id = place("{\"from\":\"0211\",\"to\":\"1001\"}");
        await(Carrier.DEVICE, What.ENDED);
        Told call = orders.get("/calls/" + id);
        assertThat(call.text("cause")).isEqualTo("busy");
        assertThat(call.body().path("sipStatus").intValue()).isEqualTo(486);
    }

    @Test
    void theRateOfTheDemoCallsCanBeChanged() {
        assertThat(orders.get("/demo-calls").body().path("perMinute").intValue())
                .isZero();
        assertThat(orders.put("/demo-calls", "{\"perMinute\":120}").status()).isEqualTo(200);
        await("a caller comes", seen -> seen.what() == What.RANG);
        assertThat(orders.put("/demo-calls", "{\"perMinute\":0}")
                        .body()
                        .path("perMinute")
                        .intValue())
                .isZero();
        assertThat(orders.get("/demo-calls").body().path("placed").intValue()).isPositive();
    }

    @Test
    void closingHangsUpWhatIsUp() throws WrongOption {
        daemon.close();
        try (PhoneBench other = PhoneBench.open(OTHER_NET, PhoneBench.at(NET, 1, 1), List.of("1001"))) {
            open("127." + OTHER_NET + ".1.1");
            other.phone("1001").mode(new AnswerMode.After(Duration.ZERO));
            place("{\"from\":\"0211\",\"to\":\"1001\"}");
            await(Carrier.DEVICE, What.ANSWERED);
            other.phone("1001").mode(new AnswerMode.AtTheDesk());
            place("{\"from\":\"0212\",\"to\":\"1001\"}");
            await(
                    "the second rings",
                    seen -> seen.what() == What.RINGING_THERE
                            && seen.call().caller().number().equals("0212"));

            daemon.close();

            assertThat(other.await(
                                    "the first ends",
                                    seen -> seen.is("1001", What.ENDED)
                                            && seen.call().caller().number().equals("0211"))
                            .call()
                            .endCause())
                    .isEqualTo(EndCause.CLEARED_BY_OTHER);
            assertThat(other.await(
                                    "the second ends",
                                    seen -> seen.is("1001", What.ENDED)
                                            && seen.call().caller().number().equals("0212"))
                            .call()
                            .endCause())
                    .isEqualTo(EndCause.GIVEN_UP);
        }
    }

    @Test
    void anAddressThatIsTakenIsNamedWithTheMend() {
        assertThatThrownBy(() -> Daemon.open(Options.parse(List.of("--net", "" + NET))))
                .isInstanceOf(WrongOption.class)
                .hasMessageContaining("127.141.0.2:5060")
                .hasMessageContaining(" - end what listens there");
        String port = Integer.toString(daemon.address().getPort());
        assertThatThrownBy(() -> Daemon.open(Options.parse(List.of("--net", "" + OTHER_NET, "--http", port))))
                .isInstanceOf(WrongOption.class)
                .hasMessageContaining("port " + port)
                .hasMessageContaining("--http");
        PhoneBench.open(OTHER_NET).close(); // nothing of the second was left behind
    }
}
