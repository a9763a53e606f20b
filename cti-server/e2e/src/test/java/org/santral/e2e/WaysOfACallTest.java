package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.phones.AnswerMode;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.Direction;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// Pick-up, parking, forwarding and click-to-call: the card is where the call is, and one call is one row.
@OnTheLine
class WaysOfACallTest {
    private static final String CALLER = "02112345678";
    private static final String DIRECT_1001 = "02188880011";

    private final Instant before = Instant.now();

    @Test
    void aColleaguePicksUpTheCallAndTheCardGoesToThem(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        phones.place(CallRequest.from(CALLER).to(DIRECT_1001));
        String call = sara.shows("RINGING");

        phones.phone("1002").dial("**1001");

        assertThat(omid.shows("TALKING")).isEqualTo(call);
        sara.showsNoCardOf(call);
        PlaywrightAssertions.assertThat(sara.gone())
                .containsText("Omid", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        Sighting talks = phones.await("1002 talks", seen -> seen.is("1002", What.ANSWERED));
        phones.phone("1002").hangUp();
        JsonNode row = onlyRow(omid, call);
        assertThat(row.path("agent").path("login").asString()).isEqualTo("omid");
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("hungUpBy").asString()).isEqualTo("agent");
        assertThat(rules(row)).contains("history.picked-up");
        Truths.sameSecond(row.path("answeredAt"), talks.at());
    }

    @Test
    void aParkedCallerIsFetchedAtAnotherDesk(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        phones.place(CallRequest.from(CALLER).to(DIRECT_1001));
        String call = sara.shows("RINGING");
        sara.answer();
        sara.shows("TALKING");
        phones.phone("1001").transfer("700");
        sara.shows("ENDED");

        phones.phone("1002").dial("701");

        assertThat(omid.shows("TALKING")).isEqualTo(call);
        phones.phone("1002").hangUp();
        JsonNode row = onlyRow(omid, call);
        assertThat(row.path("agent").path("login").asString()).isEqualTo("omid");
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(rules(row)).contains("history.parked", "history.unparked");
        assertThat(row.path("legs").size()).isEqualTo(3);
    }

    @Test
    void aPhoneThatForwardsLeavesTheCardToWhoGetsTheCall(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        phones.phone("1001").mode(AnswerMode.parse("forward:1002"));
        phones.place(CallRequest.from(CALLER).to(DIRECT_1001));

        String call = omid.shows("RINGING");

        sara.showsNoCardOf(call);
        omid.answer();
        omid.shows("TALKING");
        Sighting answered = phones.await("1002 answers", seen -> seen.is("1002", What.ANSWERED));
        phones.phone("1002").hangUp();
        JsonNode row = onlyRow(omid, call);
        assertThat(row.path("agent").path("login").asString()).isEqualTo("omid");
        assertThat(rules(row)).contains("history.forwarded");
        Truths.sameSecond(row.path("answeredAt"), answered.at());
    }

    @Test
    void aClickToCallIsOneOutgoingCallOfItsAgent(Installation installation, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");

        installation.order(
                "Originate",
                "Channel: PJSIP/1001",
                "Context: from-internal",
                "Exten: 902112345678",
                "Priority: 1",
                "Timeout: 20000",
                "Async: true");

        phones.await("1001 rings", seen -> seen.is("1001", What.RANG));
        PlaywrightAssertions.assertThat(sara.card("RINGING")).hasCount(0);
        phones.phone("1001").answer();
        Sighting outside = phones.await("the customer answers", seen -> seen.is("carrier", What.ANSWERED));
        hangUpOutside(phones, outside.call());
        JsonNode row = onlyRow(sara, newest(sara));
        assertThat(row.path("direction").asString()).isEqualTo("OUTGOING");
        assertThat(row.path("agent").path("login").asString()).isEqualTo("sara");
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("hungUpBy").asString()).isEqualTo("caller");
        assertThat(row.path("customer").path("name").asString()).isEqualTo("رضا احمدی");
        Truths.sameSecond(row.path("answeredAt"), outside.at());
    }

    @Test
    void aClickToCallThatItsAgentDoesNotTakeSaysSo(Installation installation, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        phones.phone("1001").mode(AnswerMode.busy());

        installation.order(
                "Originate",
                "Channel: PJSIP/1001",
                "Context: from-internal",
                "Exten: 902112345678",
                "Priority: 1",
                "Async: true");

        JsonNode row = onlyRow(sara, newest(sara));
        assertThat(row.path("direction").asString()).isEqualTo("OUTGOING");
        assertThat(row.path("outcome").asString()).isEqualTo("BUSY");
        assertThat(row.path("agent").path("login").asString()).isEqualTo("sara");
        assertThat(rules(row)).contains("history.own-phone-unanswered");
    }

    private static void hangUpOutside(PhoneBench phones, PhoneCall call) {
        assertThat(call.direction()).isEqualTo(Direction.INCOMING);
        assertThat(phones.carrier().hangUpAt(call.parties().dialled())).isTrue();
    }

    private String newest(Desk desk) {
        return Awaiting.until("the ended row of the newest call", () -> {
            List<JsonNode> rows = rows(desk);
            return rows.isEmpty() || !rows.getFirst().path("endedAt").isNumber()
                    ? null
                    : rows.getFirst().path("call").asString();
        });
    }

    /// The call's row, when it has ended; nothing else may have been written down meanwhile.
    private JsonNode onlyRow(Desk desk, String call) {
        JsonNode row = desk.history(call);
        assertThat(rows(desk)).extracting(one -> one.path("call").asString()).containsExactly(call);
        return row;
    }

    private List<JsonNode> rows(Desk desk) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : desk.json("/api/calls").path("rows")) {
            if (row.path("startedAt").asLong() >= before.toEpochMilli()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> rules(JsonNode row) {
        List<String> rules = new ArrayList<>();
        row.path("because").forEach(because -> rules.add(because.path("rule").asString()));
        return rules;
    }
}
