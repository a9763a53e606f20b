package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Sighting;
import tools.jackson.databind.JsonNode;

/// The product in one sentence: who calls stands on the right screen while the phone still rings.
@OnTheLine
class CardWhileRingingTest {
    private static final String REZA = "02112345678";

    @Test
    void theCustomerStandsOnTheScreenBeforeThePhoneIsAnsweredAndTheCallInTheHistoryAfterwards(
            PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");

        String placed = phones.place(CallRequest.from(REZA).named("Reza"));
        String call = sara.shows("RINGING");
        sara.names("رضا احمدی");
        assertThat(sara.page().getByTestId("pop-number")).hasText("021 1234 5678");
        assertThat(sara.page().getByTestId("pop-queue")).containsText("Sales");
        assertThat(sara.card()).containsText("Sales line");
        assertThat(sara.card()).containsText("Speaks slowly, hears badly");
        Sighting rang = Truths.rings(phones, "1001", REZA);
        assertThat(Truths.placed(phones, placed).answered())
                .as("nobody has answered yet")
                .isNull();
        sara.picture("desk-ringing");

        sara.answer();
        sara.shows("TALKING");
        Truths.answered(phones, "1001", REZA);
        sara.picture("desk-talking");
        phones.carrier().hangUp(placed);
        sara.shows("ENDED");

        PhoneCall caller = Truths.ended(phones, placed).call();
        PhoneCall desk = Truths.ended(phones, rang.call().id()).call();
        JsonNode row = sara.history(call);
        assertThat(row.path("customer").path("name").asString()).isEqualTo("رضا احمدی");
        assertThat(row.path("agent").path("login").asString()).isEqualTo("sara");
        assertThat(row.path("queue").asString()).isEqualTo("sales");
        assertThat(row.path("did").asString()).isEqualTo(PhoneBench.FIRST_DID);
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("hungUpBy").asString()).isEqualTo("caller");
        assertThat(row.path("certainty").asString()).isEqualTo("LIVE");
        Truths.sameSecond(row.path("startedAt"), caller.progress().began());
        Truths.sameSecond(row.path("answeredAt"), desk.progress().answered());
        Truths.sameSecond(row.path("endedAt"), caller.progress().ended());
        assertThat(Duration.ofMillis(row.path("talkMillis").asLong()))
                .isCloseTo(
                        Duration.between(
                                desk.progress().answered(), desk.progress().ended()),
                        Duration.ofSeconds(1));
        assertThat(row.path("legs").findValuesAsString("device"))
                .as("the trunk and every phone that rang")
                .contains("PJSIP/trunk", "PJSIP/1001", "PJSIP/1002", "PJSIP/1003");

        sara.goTo("history");
        sara.rowEndsAs(call, "ANSWERED");
        assertThat(sara.row(call)).containsText("رضا احمدی");
        sara.row(call).locator("button").click();
        assertThat(sara.page().getByTestId("call-details")).isVisible();
        assertThat(sara.page().getByTestId("call-because")).containsText("Sales line");
        sara.picture("history");
    }

    @Test
    void theCardSpeaksPersianFromRightToLeft(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara", "fa");

        phones.place(CallRequest.from(REZA).giveUpAfter(Duration.ofSeconds(30)));
        sara.shows("RINGING");
        sara.names("رضا احمدی");

        assertThat(sara.page().locator("html")).hasAttribute("dir", "rtl");
        assertThat(sara.page().locator("html")).hasAttribute("lang", "fa");
        assertThat(sara.page().getByTestId("pop-queue")).containsText("فروش");
        assertThat(sara.page().getByTestId("pop-number").locator("[dir=ltr]")).hasText("021 1234 5678");
        sara.picture("desk-ringing-fa");
    }
}
