package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import tools.jackson.databind.JsonNode;

/// The same line on Asterisk 16, which many exchanges still run.
@Tag("pbx")
@Tag("browser")
@Tag("db")
class OtherGenerationTest {
    @Test
    void aCallThroughAsterisk16IsPoppedRoutedAndRecorded() {
        try (Installation santral = Installation.up(141, 16);
                Browsers browsers = new Browsers()) {
            PhoneBench phones = santral.phones();
            Browser.NewContextOptions options = new Browser.NewContextOptions().setBaseURL(santral.url());
            Desk leila = Desk.logIn(browsers.chromium().newContext(options), "leila", santral.password("leila"));
            Desk darya = Desk.logIn(browsers.chromium().newContext(options), "darya", santral.password("darya"));

            String placed = phones.place(CallRequest.from("02187654321").named("Ольга"));
            String extension = phones.await(
                            "a phone of the VIP group rings",
                            seen -> seen.is("1003", org.santral.phones.call.What.RANG)
                                    || seen.is("1004", org.santral.phones.call.What.RANG))
                    .call()
                    .device();
            Desk rung = extension.equals("1003") ? leila : darya;
            String call = rung.shows("RINGING");
            rung.names("Ольга Смирнова");
            rung.answer();
            rung.shows("TALKING");
            phones.carrier().hangUp(placed);

            JsonNode row = rung.history(call);
            assertThat(row.path("queue").asString()).isEqualTo("vip");
            assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
            Truths.sameSecond(
                    row.path("endedAt"),
                    Truths.ended(phones, placed).call().progress().ended());
        }
    }
}
