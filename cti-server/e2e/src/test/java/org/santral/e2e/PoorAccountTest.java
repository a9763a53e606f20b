package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;

/// An account with too few rights logs in like any other: the administrator reads what it lacks.
@OnTheLine
class PoorAccountTest {
    private static final String ENOUGH = "system,call,agent,user,cdr";
    private static final String TOO_LITTLE = "agent,user,cdr";

    @Test
    void whatTheAccountDoesNotHearStandsInTheSwitchroomWithItsMend(
            Installation santral, PhoneBench phones, Desk.Door door) {
        Desk admin = door.open("admin");
        admin.goTo("switchroom");
        Locator condition = admin.page().locator("[data-kind=events-unheard]");
        assertThat(condition).hasCount(0);

        santral.letHear(ENOUGH, TOO_LITTLE);
        try {
            phones.place(CallRequest.from("02112345678"));
            assertThat(condition).containsText("call, system", within());
            assertThat(condition).containsText("read = " + ENOUGH);
            admin.picture("switchroom-poor-account");
        } finally {
            santral.letHear(TOO_LITTLE, ENOUGH);
            phones.place(CallRequest.from("02112345678"));
        }
        assertThat(condition).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    }

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
