package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// The exchange is another program and restarts when its administrator wants.
@OnTheLine
class ExchangeRestartTest {
    @Test
    void aRestartInMidCallEndsTheCallAndTheNextOnePopsAgain(Installation santral, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk admin = door.open("admin");
        String call = talking(sara, phones);

        santral.console("core restart now");

        phones.await("the restart reaches the phone", seen -> seen.is("1001", What.ENDED));
        assertThat(sara.card("TALKING")).hasCount(0, soon());
        assertThat(sara.history(call).path("outcome").asString()).isEqualTo("ANSWERED");
        admin.goTo("switchroom");
        linkIs(admin, "false");
        admin.picture("switchroom-down");
        linkIs(admin, "true");
        sara.isLive();
        admin.picture("switchroom");

        phones.place(CallRequest.from("09123456789"));
        sara.shows("RINGING");
    }

    @Test
    void whatAKilledExchangeCouldNotTellIsMarkedAsUnknown(Installation santral, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String call = talking(sara, phones);

        santral.killExchange();
        santral.startExchange();

        assertThat(sara.card("TALKING")).hasCount(0, soon());
        JsonNode row = sara.history(call);
        assertThat(row.path("certainty").asString()).isEqualTo("PARTLY_UNKNOWN");
        assertThat(row.path("agent").path("login").asString()).isEqualTo("sara");
        assertThat(row.path("legs").findValuesAsString("cause")).contains("PBX_RESTARTED");
    }

    private static String talking(Desk sara, PhoneBench phones) {
        phones.place(CallRequest.from("02112345678"));
        String call = sara.shows("RINGING");
        sara.answer();
        sara.shows("TALKING");
        Truths.answered(phones, "1001", "02112345678");
        return call;
    }

    private static void linkIs(Desk admin, String up) {
        assertThat(admin.page().getByTestId("pbx-link"))
                .hasAttribute("data-up", up, new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
    }

    private static LocatorAssertions.HasCountOptions soon() {
        return new LocatorAssertions.HasCountOptions().setTimeout(20_000);
    }
}
