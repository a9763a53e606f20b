package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// The server may die at any moment: calls go on, and it knows them again.
@OnTheLine
class ServerKilledTest {
    @Test
    void afterAKillInMidCallTheCardIsBackAndTheHistoryIsWhole(Installation santral, PhoneBench phones, Desk.Door door) {
        String from = "02112345678";
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from(from));
        String call = sara.shows("RINGING");
        sara.answer();
        sara.shows("TALKING");
        Sighting answered = Truths.answered(phones, "1001", from);

        santral.killServer();
        assertThat(sara.page().getByTestId("link-banner")).hasAttribute("data-live", "false");
        assertThat(Truths.placed(phones, placed).isOver())
                .as("the call goes on")
                .isFalse();
        santral.startServer();

        sara.isLive();
        assertThat(sara.shows("TALKING"))
                .as("the same call, without another log-in")
                .isEqualTo(call);
        sara.names("رضا احمدی");
        assertThat(sara.card()).hasCount(1);
        phones.carrier().hangUp(placed);
        sara.shows("ENDED");
        PhoneCall caller = Truths.ended(phones, placed).call();
        JsonNode row = sara.history(call);
        assertThat(row.path("agent").path("login").asString()).isEqualTo("sara");
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        Truths.sameSecond(row.path("startedAt"), caller.progress().began());
        Truths.sameSecond(row.path("answeredAt"), answered.at());
        Truths.sameSecond(row.path("endedAt"), caller.progress().ended());
        assertThat(sara.json("/api/calls").path("rows").findValuesAsString("call"))
                .containsOnlyOnce(call);
    }

    @Test
    void outOfMemoryItDiesAtOnceAndTheNextOneSaysSoAndHasTheCall(
            Installation santral, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from("02112345678"));
        String call = sara.shows("RINGING");
        sara.answer();
        sara.shows("TALKING");

        santral.exhaustServer();
        assertThat(Truths.placed(phones, placed).isOver())
                .as("the call goes on")
                .isFalse();
        santral.startServer();

        sara.isLive();
        assertThat(sara.shows("TALKING")).isEqualTo(call);
        JsonNode said = door.open("admin").json("/api/switchroom").path("conditions");
        assertThat(said.findValuesAsString("kind")).contains("out-of-memory");
        assertThat(said.findValuesAsString("means").toString())
                .contains("Live calls taken up again from the journal: 1.");
        phones.carrier().hangUp(placed);
        sara.shows("ENDED");
        assertThat(sara.history(call).path("outcome").asString()).isEqualTo("ANSWERED");
    }

    @Test
    void whatEndsWhileTheServerIsAwayIsClosedWithItsReason(Installation santral, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from("09123456789"));
        String call = sara.shows("RINGING");
        sara.answer();
        sara.shows("TALKING");

        santral.killServer();
        phones.carrier().hangUp(placed);
        Truths.ended(phones, placed);
        santral.startServer();

        sara.isLive();
        assertThat(sara.card("TALKING")).hasCount(0);
        JsonNode row = sara.history(call);
        assertThat(row.path("certainty").asString()).isEqualTo("PARTLY_UNKNOWN");
        assertThat(row.path("agent").path("login").asString()).isEqualTo("sara");
    }

    @Test
    void withTheServerDownCallersReachTheGroupOfTheirLine(Installation santral, PhoneBench phones, Desk.Door door) {
        santral.stopServer();
        try {
            String placed = phones.place(CallRequest.from("02187654321"));

            phones.await(
                    "the sales group rings although nobody decides",
                    seen -> seen.is("1002", What.RANG) && seen.call().caller().has("02187654321"));
            phones.phone("1002").answer();
            Truths.answered(phones, "1002", "02187654321");
            phones.carrier().hangUp(placed);
        } finally {
            santral.startServer();
        }
    }
}
