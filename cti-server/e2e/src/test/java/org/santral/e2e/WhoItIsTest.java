package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;

/// The agent knows better than the book: says it once on the card, and it is known from then on.
@OnTheLine
class WhoItIsTest {
    private static final String SARAS_LINE = "02188880011";

    @Test
    void anUnknownCallerIsTakenInWithTwoClicksAndKnownByEveryFormOfTheNumber(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String first = phones.place(
                CallRequest.from("02177770001").named("Hamid Sharifi").to(SARAS_LINE));
        String call = sara.shows("RINGING");
        sara.names("Not in the book");

        sara.page().getByTestId("new-customer").click();
        assertThat(field(sara, "name")).hasValue("Hamid Sharifi");
        assertThat(field(sara, "numbers[0].raw")).hasValue("+982177770001");
        sara.picture("desk-take-in");
        sara.page().locator("[data-testid=take-in] button[type=submit]").click();

        sara.names("Hamid Sharifi");
        assertThat(sara.card("RINGING")).hasAttribute("data-call", call);
        phones.hangUp(first);
        sara.showsNoCard();
        assertThat(sara.history(call).path("customer").path("name").asString()).isEqualTo("Hamid Sharifi");

        phones.place(CallRequest.from("00982177770001").to(SARAS_LINE));
        sara.shows("RINGING");
        sara.names("Hamid Sharifi");
        assertThat(sara.page().getByTestId("sure")).hasAttribute("data-quality", "EXACT");
        assertThat(sara.page().getByTestId("learned")).containsText("by you");
    }

    @Test
    void whoTalkedTakesTheCallerInWithTheKeyboardWhenTheCallIsOver(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(
                CallRequest.from("02177770002").named("Bahar Nouri").to(SARAS_LINE));
        sara.shows("RINGING");
        phones.phone("1001").answer();
        String call = sara.shows("TALKING");
        sara.page().keyboard().press("n");
        assertThat(field(sara, "name")).isFocused();
        phones.hangUp(placed);
        sara.shows("ENDED");
        assertThat(field(sara, "name")).isFocused();

        sara.page().keyboard().press("End");
        sara.page().keyboard().type(" jr");
        sara.page().keyboard().press("Enter");

        sara.names("Bahar Nouri jr");
        Awaiting.until(
                "the row names the customer",
                () -> sara.history(call)
                                .path("customer")
                                .path("name")
                                .asString("")
                                .equals("Bahar Nouri jr")
                        ? call
                        : null);
    }

    @Test
    void whatIsWrittenOnTheCardOfAnEndedCallStaysWhenTheNextOneRings(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from("02177770003").to(SARAS_LINE));
        sara.shows("RINGING");
        phones.phone("1001").answer();
        sara.shows("TALKING");
        sara.page().getByTestId("new-customer").click();
        field(sara, "name").fill("Half written");
        phones.hangUp(placed);
        String ended = sara.shows("ENDED");

        phones.place(CallRequest.from("02112345678").to(SARAS_LINE));
        sara.shows("RINGING");

        assertThat(sara.card()).hasCount(2);
        assertThat(sara.card("ENDED")).hasAttribute("data-call", ended);
        assertThat(field(sara, "name")).hasValue("Half written");
        assertThat(field(sara, "name")).isFocused();
    }

    @Test
    void whoIsChosenOfTwoStandsFirstTheNextTimeAndIsSaidToBeChosen(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");
        person(sara, "Ada Shared", "021 7777 0004");
        person(sara, "Bea Shared", "+98 21 7777 0004");
        String first = phones.place(CallRequest.from("02177770004"));
        sara.shows("RINGING");
        Locator candidates = sara.page().getByTestId("candidate");
        assertThat(candidates).hasCount(2, patiently());
        assertThat(sara.page().getByTestId("shared-number")).containsText("2 people");

        candidates.filter(new Locator.FilterOptions().setHasText("Bea Shared")).click();

        sara.names("Bea Shared");
        assertThat(sara.page().getByTestId("remembered")).containsText("Remembered");
        omid.names("Bea Shared");
        phones.hangUp(first);
        sara.showsNoCard();

        phones.place(CallRequest.from("982177770004"));
        sara.shows("RINGING");
        omid.shows("RINGING");
        sara.names("Bea Shared");
        assertThat(candidates.first()).containsText("Bea Shared");
        assertThat(candidates.first()).hasAttribute("aria-pressed", "true");
        assertThat(sara.page().getByTestId("learned")).hasText("chosen before by you");
        assertThat(omid.page().getByTestId("learned")).containsText("chosen before by \u2068Sara");
        sara.picture("desk-learned");
    }

    @Test
    void anUnknownNumberIsGivenToACustomerWeHaveWithTwoClicks(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        long cleo = person(sara, "Cleo Attached", "021 7777 0015");
        String placed = phones.place(
                CallRequest.from("02177770005").named("CLEO ATTACHED").to(SARAS_LINE));
        sara.shows("RINGING");
        phones.phone("1001").answer();
        String call = sara.shows("TALKING");

        sara.page().getByTestId("attach").click();
        sara.page()
                .getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("Cleo Attached"))
                .click();

        sara.names("Cleo Attached");
        assertThat(sara.card("TALKING")).hasAttribute("data-call", call);
        assertThat(sara.json("/api/customers/" + cleo).path("numbers").findValuesAsString("e164"))
                .containsExactlyInAnyOrder("+982177770015", "+982177770005");
        phones.hangUp(placed);
        assertThat(sara.history(call).path("customer").path("id").asLong()).isEqualTo(cleo);

        phones.place(CallRequest.from("+982177770005").to(SARAS_LINE));
        sara.shows("RINGING");
        sara.names("Cleo Attached");
    }

    @Test
    void aCallBelongsToACaseWithOneClick(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        person(sara, "Dora Complains", "021 7777 0006");
        String category = "Repair " + UUID.randomUUID();
        door.open("admin").post("/api/case-categories", "{\"name\":\"" + category + "\",\"kind\":\"COMPLAINT\"}");
        String placed = phones.place(CallRequest.from("02177770006").to(SARAS_LINE));
        sara.shows("RINGING");
        sara.names("Dora Complains");
        phones.phone("1001").answer();
        String first = sara.shows("TALKING");

        sara.page().getByTestId("new-case").click();
        sara.page().locator("[data-field=category] select").selectOption(category);
        field(sara, "title").fill("It hums");
        sara.page().keyboard().press("Enter");
        Locator mine = sara.page().locator("[data-testid=card-case]:has([aria-pressed=true])");
        assertThat(mine).containsText("It hums", soon());
        String id = mine.getAttribute("data-case");
        assertThat(sara.json("/api/cases/" + id).path("calls").get(0).path("id").asString())
                .isEqualTo(first.substring(first.indexOf('/') + 1));
        phones.hangUp(placed);

        phones.place(CallRequest.from("02177770006").to(SARAS_LINE));
        String second = sara.shows("RINGING");
        Locator open = sara.page().locator("[data-testid=card-case][data-case='" + id + "']");
        assertThat(open).containsText("It hums", soon());
        open.getByTestId("file-call").click();

        assertThat(open.getByTestId("file-call")).hasAttribute("aria-pressed", "true");
        assertThat(sara.json("/api/calls/" + second + "/cases").path("cases").findValuesAsString("title"))
                .containsExactly("It hums");
        sara.picture("desk-case");
        open.getByTestId("file-call").click();
        assertThat(open.getByTestId("file-call")).hasAttribute("aria-pressed", "false");
        assertThat(sara.json("/api/cases/" + id).path("calls")).hasSize(1);
    }

    private static long person(Desk by, String name, String number) {
        return by.post(
                        "/api/customers",
                        "{\"kind\":\"PERSON\",\"name\":\"%s\",\"numbers\":[{\"raw\":\"%s\"}]}".formatted(name, number))
                .path("id")
                .asLong();
    }

    private static Locator field(Desk desk, String at) {
        return desk.page().locator("[data-field='" + at + "'] input");
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(20_000);
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }
}
