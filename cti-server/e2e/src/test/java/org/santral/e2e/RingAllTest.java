package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import tools.jackson.databind.JsonNode;

/// A group whose phones all ring: the card is at each of them, and stays only where the call was taken.
@OnTheLine
class RingAllTest {
    private static final String CALLER = "09123456789";

    @Test
    void whereTheCallIsNotAnsweredTheCardGoesAndSaysWhoHasIt(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        String placed = phones.place(CallRequest.from(CALLER));
        String call = sara.shows("RINGING");
        assertThat(omid.shows("RINGING")).isEqualTo(call);

        omid.answer();

        omid.shows("TALKING");
        sara.showsNoCard();
        assertThat(sara.gone()).containsText("Omid Rezaei", inTime());
        phones.carrier().hangUp(placed);
        omid.shows("ENDED");
        JsonNode row = omid.history(call);
        assertThat(row.path("agent").path("login").asString()).isEqualTo("omid");
        assertThat(sara.json("/api/calls").path("rows").findValuesAsString("call"))
                .as("one row, in the list of those whose phones rang")
                .containsOnlyOnce(call);
    }

    @Test
    void whenTheCallerGivesUpTheCardGoesEverywhereAndTheCallIsAbandoned(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");

        phones.place(CallRequest.from(CALLER).giveUpAfter(Duration.ofSeconds(3)));

        String call = sara.shows("RINGING");
        omid.shows("RINGING");
        sara.showsNoCard();
        omid.showsNoCard();
        assertThat(sara.gone()).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
        JsonNode row = sara.history(call);
        assertThat(row.path("outcome").asString()).isEqualTo("ABANDONED");
        assertThat(row.path("hungUpBy").asString()).isEqualTo("caller");
        assertThat(row.path("answeredAt").isNull()).isTrue();
    }

    @Test
    void aRefusedCallLeavesThatDeskAlone(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        String placed = phones.place(CallRequest.from(CALLER));
        sara.shows("RINGING");
        omid.shows("RINGING");

        sara.hangUp();

        sara.showsNoCard();
        omid.shows("RINGING");
        phones.carrier().hangUp(placed);
        omid.showsNoCard();
    }

    private static LocatorAssertions.ContainsTextOptions inTime() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);
    }
}
