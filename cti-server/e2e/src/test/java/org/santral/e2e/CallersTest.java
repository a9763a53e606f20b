package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.Caller;
import tools.jackson.databind.JsonNode;

/// From the caller's number to the customer.
@OnTheLine
class CallersTest {
    @ParameterizedTest
    @ValueSource(strings = {"02112345678", "+982112345678", "982112345678", "00982112345678"})
    void everyFormInWhichATrunkTellsTheNumberIsTheSameCustomer(String form, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");

        phones.place(CallRequest.from(form));

        sara.shows("RINGING");
        sara.names("رضا احمدی");
    }

    @Test
    void whoWithholdsTheNumberGetsAnHonestCard(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");

        phones.place(CallRequest.from(Caller.anonymous(null)));

        String call = sara.shows("RINGING");
        sara.names("Number withheld");
        assertThat(sara.page().getByTestId("candidate")).hasCount(0);
        phones.carrier().calls().forEach(leg -> phones.carrier().hangUp(leg.id()));
        JsonNode row = sara.history(call);
        assertThat(row.path("caller").path("kind").asString()).isEqualTo("WITHHELD");
        assertThat(row.path("customer").isNull()).isTrue();
    }

    @Test
    void aWithheldNumberThatTheNetworkVouchesForIsNotShown(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");

        phones.place(CallRequest.from(Caller.anonymous("02112345678")));

        sara.shows("RINGING");
        sara.names("Number withheld");
        assertThat(sara.card()).not().containsText("1234 5678");
    }

    @Test
    void whoIsNotInTheBookIsSaidToBeUnknown(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");

        phones.place(CallRequest.from("02166667777").named("Mr Nobody"));

        sara.shows("RINGING");
        assertThat(sara.page().getByTestId("pop-number")).hasText("021 6666 7777");
        assertThat(sara.card()).containsText("Not in the book", soon());
    }

    @Test
    void allWhoShareANumberAreShownAndOneClickChooses(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from("02122223333"));
        String call = sara.shows("RINGING");
        assertThat(sara.page().getByTestId("candidate"))
                .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(5_000));
        assertThat(sara.card()).containsText("Anna Larsen");
        assertThat(sara.card()).containsText("Peter Larsen");
        sara.picture("desk-candidates");

        sara.page()
                .getByTestId("candidate")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Peter Larsen"))
                .click();

        sara.names("Peter Larsen");
        phones.carrier().hangUp(placed);
        sara.showsNoCard();
        assertThat(sara.history(call).path("customer").path("name").asString()).isEqualTo("Peter Larsen");
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(5_000);
    }
}
