package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import tools.jackson.databind.JsonNode;

/// Why did it pop here, and when: the same story on the page and on the command line.
@OnTheLine
class WhyTest {
    @Test
    void theStoryGoesFromTheLineOfTheExchangeToTheScreen(Installation santral, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk supervisor = door.open("supervisor");
        String placed = phones.place(CallRequest.from("02112345678"));
        String call = sara.shows("RINGING");
        sara.names("رضا احمدی");
        phones.carrier().hangUp(placed);
        sara.history(call);

        JsonNode steps = supervisor.json("/api/calls/" + call + "/why").path("steps");
        String told = Scripts.run("why", "--journal", santral.journal().toString(), call)
                .orFail()
                .text();

        List<String> kinds = steps.findValuesAsString("kind");
        assertThat(kinds).containsSubsequence("line", "event", "transition", "decision", "delivered");
        assertThat(steps.findValuesAsString("what")).contains("Newchannel", "Delivered", "sara");
        assertThat(told).contains("line", "Newchannel", "Delivered", "delivered", "sara", "ms");
        assertThat(told.lines().count()).as("the same steps").isEqualTo(kinds.size());
        supervisor.goTo("history");
        supervisor.row(call).locator("button").click();
        supervisor.page().getByTestId("why-button").click();
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                        supervisor.page().getByTestId("why-steps"))
                .containsText("Newchannel");
        supervisor.picture("history-why");
    }

    @Test
    void aDeskThatIsNotOpenGetsNoCardAndTheStorySaysSo(Installation santral, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from("09123456789"));
        String call = sara.shows("RINGING");
        Truths.rings(phones, "1002", "09123456789");
        phones.carrier().hangUp(placed);
        sara.history(call);

        String told = Scripts.run("why", "--journal", santral.journal().toString(), call)
                .orFail()
                .text();

        assertThat(told).contains("no-pop.nobody-signed-on").contains("1002");
    }
}
