package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;

/// Whoever calls may send any name: it is shown as text, and does nothing.
@OnTheLine
class HostileCallerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "<script>document.title='owned'</script>",
                "Robert'); DROP TABLE call_record;--",
                "say \"hello\" \\ back",
                "\u202egnp.exe\u202c evil",
                "Событие: Hangup",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aNameIsOnlyText(String name, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        sara.page().onDialog(dialog -> {
            throw new AssertionError("a caller's name opened a dialog");
        });

        String placed = phones.place(CallRequest.from("02166667777").named(name));

        String call = sara.shows("RINGING");
        assertThat(sara.page().getByTestId("pop-number")).hasText("021 6666 7777");
        assertThat(sara.page().locator("[data-testid=pop-card] img, [data-testid=pop-card] script"))
                .hasCount(0);
        sara.answer();
        sara.shows("TALKING");
        phones.carrier().hangUp(placed);
        String kept = sara.history(call).path("caller").path("name").asString();
        assertThat(kept).as("the name as the exchange told it").isNotEmpty();
        assertThat(sara.page().title()).doesNotContain("owned");
        sara.goTo("history");
        sara.rowEndsAs(call, "ANSWERED");
    }
}
