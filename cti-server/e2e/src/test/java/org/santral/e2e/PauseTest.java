package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;

/// A pause at the desk keeps the exchange's queues from ringing the phone, and a pause made at the exchange stands at
/// the desk.
@OnTheLine
class PauseTest {
    private static final String MAY = "system,call,agent,user,reporting,originate";
    private static final String MAY_NOT_PAUSE = "system,call,user,reporting,originate";

    @Test
    void whoPausesAtTheDeskIsNotRungByTheQueueUntilTheyAreReady(
            Installation santral, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");

        press(sara, "Break");
        stands(sara, "NOT_READY");
        isPaused(santral, true);
        assertThat(santral.console("queue show sales")).contains("paused:break");
        String placed = phones.place(CallRequest.from("02112345678").to("02188880000"));
        String call = omid.shows("RINGING");
        sara.showsNoCardOf(call);
        assertThat(phones.phone("1001").calls()).isEmpty();
        phones.hangUp(placed);

        press(sara, "Ready");
        stands(sara, "READY");
        isPaused(santral, false);
        phones.place(CallRequest.from("02112345678").to("02188880000"));
        sara.shows("RINGING");
    }

    @Test
    void aPauseMadeAtTheExchangeStandsAtTheDeskAndEndsThere(Installation santral, Desk.Door door) {
        Desk sara = door.open("sara");

        santral.order("QueuePause", "Interface: PJSIP/1001", "Paused: true", "Reason: lunch");
        stands(sara, "NOT_READY");
        assertThat(state(sara)).containsText("Lunch");

        press(sara, "Ready");
        stands(sara, "READY");
        isPaused(santral, false);

        press(sara, "Break");
        isPaused(santral, true);
        santral.order("QueuePause", "Interface: PJSIP/1001", "Paused: false");
        stands(sara, "READY");
    }

    @Test
    void aPauseReachesAnExchangeThatHasJustComeBack(Installation santral, Desk.Door door) {
        Desk sara = door.open("sara");
        press(sara, "Break");
        isPaused(santral, true);
        press(sara, "Ready");
        isPaused(santral, false);

        santral.killExchange();
        santral.startExchange();
        sara.isLive();
        press(sara, "Break");

        isPaused(santral, true);
        press(sara, "Ready");
        isPaused(santral, false);
    }

    @Test
    void aRefusalOfTheExchangeIsSaidBesideTheSwitch(Installation santral, Desk.Door door) {
        Desk sara = door.open("sara");
        santral.letCommand(MAY, MAY_NOT_PAUSE);
        try {
            // The session of before ended with its rights: the next command may still find it gone.
            Awaiting.until("the exchange refuses", () -> {
                press(sara, "Break");
                Locator refused = sara.page().locator(".my-state .refused");
                assertThat(refused).isVisible(Desk.visibly());
                return refused.textContent().contains("Permission denied") ? sara : null;
            });
            isPaused(santral, false);
        } finally {
            santral.letCommand(MAY_NOT_PAUSE, MAY);
        }
        Awaiting.until("the exchange takes commands again", () -> {
            press(sara, "Ready");
            return sara.page().locator(".my-state .refused").count() == 0 ? sara : null;
        });
        stands(sara, "READY");
    }

    private static void press(Desk desk, String what) {
        desk.page()
                .locator(".my-state")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(what))
                .click();
    }

    private static Locator state(Desk desk) {
        Page page = desk.page();
        return page.getByTestId("agent-state");
    }

    private static void stands(Desk desk, String state) {
        assertThat(state(desk))
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(10_000));
    }

    /// In every queue that the phone serves.
    private static void isPaused(Installation santral, boolean paused) {
        Awaiting.until("PJSIP/1001 is " + (paused ? "" : "not ") + "paused", () -> {
            var said = santral.console("queue show")
                    .lines()
                    .filter(line -> line.contains("PJSIP/1001"))
                    .toList();
            assertThat(said).isNotEmpty();
            return said.stream().allMatch(line -> line.contains("(paused") == paused) ? said : null;
        });
    }
}
