package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.Direction;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// A caller goes from hand to hand: the card at the next desk, what the first agent wrote, and one row with the
/// right agent.
@OnTheLine
class HandedOnTest {
    private static final String CALLER = "02112345678";
    private static final String DIRECT_1001 = "02188880011";
    private static final String NOTE = "wants the October invoice";
    private static final double PATIENCE = 20_000;

    private final Instant before = Instant.now();

    @Test
    void afterAConsultationTheNextDeskShowsTheCallerAndTheNote(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        String placed = phones.place(CallRequest.from(CALLER).to(DIRECT_1001));
        String call = saraTalks(phones, sara);
        write(sara, NOTE);

        phones.phone("1001").dial("1002");
        omid.shows("RINGING");
        phones.phone("1002").answer();
        phones.await(
                "1001 is answered at 1002",
                seen -> seen.is("1001", What.ANSWERED)
                        && seen.call().direction() == Direction.OUTGOING
                        && seen.at().isAfter(before));
        assertThat(phones.phone("1001").completeTransfer()).isTrue();

        showsTheCaller(omid, call, "TALKING");
        assertThat(omid.page().getByTestId("note")).containsText(NOTE);
        sara.shows("ENDED");
        phones.hangUp(placed);
        JsonNode row = theOnlyRow(sara, call);
        assertThat(row.path("transfers").get(0).path("kind").asString()).isEqualTo("ATTENDED");
        assertThat(row.path("notes").get(0).path("text").asString()).isEqualTo(NOTE);
        assertThat(row.path("hungUpBy").asString()).isEqualTo("caller");
        Truths.sameSecond(
                row.path("endedAt"),
                Truths.placed(phones, placed).caller().progress().ended());
    }

    @Test
    void whoIsHandedOnWhileThePhoneRingsIsOnItsCardAtOnce(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        String placed = phones.place(CallRequest.from(CALLER).to(DIRECT_1001));
        String call = saraTalks(phones, sara);

        phones.phone("1001").dial("1002");
        omid.shows("RINGING");
        phones.await(
                "1001 hears 1002 ring",
                seen -> seen.is("1001", What.RINGING_THERE) && seen.at().isAfter(before));
        assertThat(phones.phone("1001").completeTransfer()).isTrue();

        showsTheCaller(omid, call, "RINGING");
        phones.phone("1002").answer();
        showsTheCaller(omid, call, "TALKING");
        phones.hangUp(placed);
        theOnlyRow(sara, call);
    }

    @Test
    void keysDuringTheCallHandOnAsThePhonesOwnKeyDoes(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        String placed = phones.place(CallRequest.from(CALLER).to(DIRECT_1001));
        String call = saraTalks(phones, sara);

        phones.phone("1001").press("*2");
        sara.shows("HELD");
        phones.phone("1001").press("1002");
        showsTheCaller(omid, call, "RINGING");
        phones.phone("1002").answer();
        showsTheCaller(omid, call, "TALKING");
        phones.phone("1001").press("*2");

        sara.shows("ENDED");
        phones.hangUp(placed);
        JsonNode row = theOnlyRow(sara, call);
        assertThat(row.path("transfers").get(0).path("kind").asString()).isEqualTo("ATTENDED");
        assertThat(StreamSupport.stream(row.path("legs").spliterator(), false)
                        .map(leg -> leg.path("device").asString()))
                .containsExactly("PJSIP/trunk", "PJSIP/1001", "PJSIP/1002");
    }

    @Test
    void aCallerWhoIsHandedBackToTheQueueIsTheSameCallThere(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        String placed = phones.place(CallRequest.from(CALLER).to("02188880000"));
        String call = saraTalks(phones, sara);
        omid.showsNoCard();

        phones.phone("1001").transfer("2001");
        showsTheCaller(omid, call, "RINGING");
        phones.phone("1002").answer();
        showsTheCaller(omid, call, "TALKING");

        phones.hangUp(placed);
        JsonNode row = theOnlyRow(sara, call);
        assertThat(row.path("queue").asString()).isEqualTo("sales");
        assertThat(row.path("transfers").get(0).path("kind").asString()).isEqualTo("BLIND");
    }

    @Test
    void theServerHandsOnWhatADeskAsksFor(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        String placed = phones.place(CallRequest.from(CALLER).to(DIRECT_1001));
        String call = saraTalks(phones, sara);

        assertThat(ask(sara, call, "consult")).isEqualTo("done");
        showsTheCaller(omid, call, "RINGING");
        assertThat(ask(sara, call, "cancel")).isEqualTo("done");
        omid.showsNoCard();
        sara.shows("TALKING");

        assertThat(ask(sara, call, "blind")).isEqualTo("done");
        showsTheCaller(omid, call, "RINGING");
        phones.phone("1002").answer();
        showsTheCaller(omid, call, "TALKING");
        phones.hangUp(placed);
        theOnlyRow(sara, call);
    }

    private static String saraTalks(PhoneBench phones, Desk sara) {
        sara.shows("RINGING");
        phones.phone("1001").answer();
        return sara.shows("TALKING");
    }

    /// Types, and waits until a second look at the server shows it.
    private static void write(Desk desk, String note) {
        desk.page().getByTestId("note-field").fill(note);
        Desk other = desk.secondTab();
        assertThat(other.page().getByTestId("note-field"))
                .hasValue(note, new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE));
        other.page().close();
    }

    private static void showsTheCaller(Desk desk, String call, String state) {
        Locator card =
                desk.page().locator("[data-testid=pop-card][data-call='" + call + "'][data-state=" + state + "]");
        assertThat(card).isVisible(Desk.visibly());
        assertThat(card).containsText("رضا احمدی");
        // Names are set apart from the sentence, so that each keeps the direction of its writing.
        assertThat(card).containsText("Handed on by \u2068Sara Ahmadi\u2069");
        assertThat(desk.card()).hasCount(1);
    }

    /// The call's row, once it has ended: Omid has it, handed on by Sara, and no other row tells of it.
    private JsonNode theOnlyRow(Desk desk, String call) {
        JsonNode row = desk.history(call);
        assertThat(row.path("agent").path("login").asString()).isEqualTo("omid");
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        JsonNode transfer = row.path("transfers").get(0);
        assertThat(List.of(transfer.path("by").asString(), transfer.path("to").asString()))
                .containsExactly("sara", "omid");
        assertThat(StreamSupport.stream(desk.json("/api/calls").path("rows").spliterator(), false)
                        .filter(one -> one.path("startedAt").asLong() >= before.toEpochMilli())
                        .map(one -> one.path("call").asString()))
                .containsExactly(call);
        return row;
    }

    /// As a screen of this agent's asks it, over a line of its own.
    private static Object ask(Desk desk, String call, String step) {
        return desk.page()
                .evaluate(
                        """
                        wish => new Promise((answered, failed) => {
                          const line = new WebSocket(location.origin.replace('http', 'ws') + '/ws');
                          line.onerror = failed;
                          line.onmessage = ({ data }) => {
                            const told = JSON.parse(data);
                            if (told.type === 'snapshot') line.send(JSON.stringify(wish));
                            if (told.type === 'reply') {
                              line.close();
                              answered(told.ok ? 'done' : JSON.stringify(told.because));
                            }
                          };
                        })""", Map.of("type", "transfer", "request", step, "call", call, "step", step, "number", "1002"));
    }
}
