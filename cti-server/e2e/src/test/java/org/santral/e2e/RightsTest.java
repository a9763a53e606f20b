package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;

/// An agent sees their own calls, a supervisor the floor, an administrator the switchroom.
@OnTheLine
class RightsTest {
    @Test
    void anAgentSeesOwnCallsAndTheSupervisorTheFloor(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk darya = door.open("darya");
        Desk supervisor = door.open("supervisor");
        supervisor.goTo("floor");
        assertThat(supervisor.page().getByTestId("floor-agent")).hasCount(4);

        String placed = phones.place(CallRequest.from("09123456789"));
        String call = sara.shows("RINGING");
        sara.answer();
        sara.shows("TALKING");

        assertThat(supervisor
                        .page()
                        .locator("[data-testid=floor-agent][data-state=BUSY]")
                        .first())
                .containsText("Sara Ahmadi");
        supervisor.picture("floor");
        phones.carrier().hangUp(placed);
        sara.history(call);
        assertThat(supervisor.get("/api/calls/" + call).status()).isEqualTo(200);
        assertThat(darya.get("/api/calls/" + call).status())
                .as("a call that never rang at Darya's")
                .isEqualTo(404);
        assertThat(darya.json("/api/calls").path("rows").findValuesAsString("call"))
                .doesNotContain(call);
        assertThat(darya.page().locator("[data-testid=pop-card][data-call='" + call + "']"))
                .hasCount(0);
        assertThat(sara.get("/api/switchroom").status()).isEqualTo(403);
        for (Desk desk : List.of(sara, supervisor)) {
            assertThat(desk.get("/api/ledger").status()).isEqualTo(403);
            assertThat(desk.get("/api/ledger/differences").status()).isEqualTo(403);
            assertThat(desk.page().locator("a[href='/check']")).hasCount(0);
        }
        assertThat(sara.page()
                        .getByRole(com.microsoft.playwright.options.AriaRole.NAVIGATION)
                        .locator("a[href='/floor']"))
                .hasCount(0);
    }

    @Test
    void everyAnswerForbidsWhatAPageDoesNotNeed(Desk.Door door) {
        Map<String, String> headers = door.open("sara").get("/").headers();

        assertThat(headers.get("content-security-policy")).contains("script-src 'self'", "frame-ancestors 'none'");
        assertThat(headers.get("x-content-type-options")).isEqualTo("nosniff");
    }
}
