package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Sighting;
import tools.jackson.databind.JsonNode;

/// What nobody heard stands in the exchange's own ledger, and from there in the history.
@OnTheLine
class LedgerTest {
    private static final String DIRECT_1001 = "02188880011";

    @Test
    void callsOfTheTimeWithoutAServerAreInTheHistoryAfterwards(
            Installation santral, PhoneBench phones, Desk.Door door) {
        String answeredFrom = "02144440001";
        String givenUpFrom = "02144440002";
        String directFrom = "02144440003";
        Desk omid = door.open("omid");
        Desk supervisor = door.open("supervisor");
        supervisor.isLive();

        santral.killServer();
        String answered = phones.place(CallRequest.from(answeredFrom));
        Truths.rings(phones, "1002", answeredFrom);
        phones.phone("1002").answer();
        Sighting taken = Truths.answered(phones, "1002", answeredFrom);
        phones.carrier().hangUp(answered);
        PhoneCall caller = Truths.ended(phones, answered).call();
        String givenUp = phones.place(CallRequest.from(givenUpFrom).giveUpAfter(Duration.ofSeconds(1)));
        PhoneCall patient = Truths.ended(phones, givenUp).call();
        String direct = phones.place(CallRequest.from(directFrom).to(DIRECT_1001));
        Truths.rings(phones, "1001", directFrom);
        phones.phone("1001").answer();
        Truths.answered(phones, "1001", directFrom);
        phones.phone("1001").hangUp();
        Truths.ended(phones, direct);
        santral.startServer();

        JsonNode queueCall = repaired(supervisor, answeredFrom);
        assertThat(queueCall.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(queueCall.path("queue").asString()).isEqualTo("sales");
        assertThat(queueCall.path("agent").path("login").asString()).isEqualTo("omid");
        assertThat(queueCall.path("hungUpBy").asString()).isEqualTo("caller");
        Truths.sameSecond(queueCall.path("startedAt"), caller.progress().began());
        Truths.sameSecond(queueCall.path("answeredAt"), taken.at());
        Truths.sameSecond(queueCall.path("endedAt"), caller.progress().ended());
        JsonNode lost = repaired(supervisor, givenUpFrom);
        assertThat(lost.path("outcome").asString()).isEqualTo("ABANDONED");
        assertThat(lost.path("agent").isNull()).isTrue();
        Truths.sameSecond(lost.path("endedAt"), patient.progress().ended());
        JsonNode toTheDesk = repaired(supervisor, directFrom);
        assertThat(toTheDesk.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(toTheDesk.path("queue").isNull()).isTrue();
        assertThat(toTheDesk.path("did").asString()).isEqualTo(DIRECT_1001);
        assertThat(toTheDesk.path("agent").path("login").asString()).isEqualTo("sara");
        assertThat(toTheDesk.path("hungUpBy").asString()).isEqualTo("agent");
        assertThat(omid.json("/api/calls").path("rows").findValuesAsString("number"))
                .as("an agent sees what was theirs")
                .contains(answeredFrom);
    }

    @Test
    void aCallWhoseEndWasNotHeardIsWrittenAsTheExchangeSawIt(Installation santral, PhoneBench phones, Desk.Door door) {
        String from = "02144440004";
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from(from));
        String call = sara.shows("RINGING");
        sara.answer();
        sara.shows("TALKING");

        santral.closeManager();
        PhoneCall caller;
        try {
            Awaiting.until("the link is down", () -> {
                String live = sara.page().getByTestId("link-banner").getAttribute("data-live");
                return "false".equals(live) ? live : null;
            });
            phones.phone("1001").hangUp();
            caller = Truths.ended(phones, placed).call();
        } finally {
            santral.openManager();
        }

        JsonNode row = repaired(sara, from);
        assertThat(row.path("call").asString()).as("under the name it had").isEqualTo(call);
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("hungUpBy").asString()).isEqualTo("agent");
        assertThat(row.path("agent").path("login").asString()).isEqualTo("sara");
        Truths.sameSecond(row.path("endedAt"), caller.progress().ended());
    }

    /// The row of that caller once the ledger has been read: one row, however often it was read.
    private static JsonNode repaired(Desk desk, String from) {
        JsonNode repaired = Awaiting.until(
                from + " is in the history, repaired",
                () -> rows(desk, from).stream()
                        .filter(row -> row.path("certainty").asString().equals("REPAIRED"))
                        .findFirst()
                        .orElse(null));
        assertThat(rows(desk, from)).as("rows of " + from).hasSize(1);
        return repaired;
    }

    private static List<JsonNode> rows(Desk desk, String from) {
        return desk.json("/api/calls")
                .path("rows")
                .valueStream()
                .filter(row -> row.path("caller").path("number").asString("").equals(from))
                .toList();
    }
}
