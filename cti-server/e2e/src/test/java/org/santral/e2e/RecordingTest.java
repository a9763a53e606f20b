package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.Carrier;
import org.santral.phones.PhoneBench;
import org.santral.phones.SipPhone;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// What people say is on file, once, under their call: whoever takes it over, and not while it is paused.
@OnTheLine
class RecordingTest {
    private static final String CALLER = "02112345678";

    @Test
    void aCallThatIsPausedHandedOnAndParkedIsOneRowWithItsWholeTalkOnFile(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from(CALLER).to("02188880011"));
        String call = sara.shows("RINGING");
        sara.answer();
        mark(sara, "Recorded");
        speaks(phones, "1001", 60);
        sara.page().keyboard().press("r");
        mark(sara, "Recording paused");
        sara.picture("recording-paused");
        speaks(phones, "1001", 60);
        sara.page().getByTestId("recording-button").click();
        mark(sara, "Recorded");
        speaks(phones, "1001", 40);

        phones.phone("1001").transfer("1002");
        Truths.rings(phones, "1002", CALLER);
        phones.phone("1002").answer();
        speaks(phones, "1002", 60);
        phones.phone("1002").transfer("700");
        phones.await("1002 has parked the call", seen -> seen.is("1002", What.ENDED));
        phones.phone("1003").dial("701");
        speaks(phones, "1003", 60);
        phones.hangUp(placed);

        Desk supervisor = door.open("supervisor");
        JsonNode recording = looked(supervisor, call);
        assertThat(recording.path("state").asString()).isEqualTo("THERE");
        assertThat(recording.path("pauses").values())
                .singleElement()
                .satisfies(pause -> assertThat(pause.path("by").asString()).isEqualTo("sara"));
        Tape tape = new Tape(supervisor
                .get("/api/recordings/" + recording.path("id").asLong() + "/audio")
                .body());
        assertThat(tape.millis()).isEqualTo(recording.path("lengthMillis").asLong());
        assertThat(tape.heard(voices(phones)))
                .filteredOn(who -> !who.equals("caller") && !who.equals("other"))
                .containsExactly("1001+caller", "-", "1001+caller", "1002+caller", "1003+caller");

        assertThat(supervisor.history(call).path("legs").values())
                .extracting(leg -> leg.path("device").asString())
                .contains("PJSIP/1001", "PJSIP/1002", "PJSIP/1003");
        supervisor.goTo("history");
        supervisor
                .row(call)
                .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                .click();
        assertThat(supervisor.page().getByTestId("recordings").locator("audio")).hasCount(1);
        supervisor.picture("recording-of-a-call");
        assertThat(door.open("darya")
                        .get("/api/recordings/" + recording.path("id").asLong() + "/audio")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anExchangeThatIsKilledLeavesACutRecordingThatIsShownAndHeardAsFarAsItGoes(
            Installation santral, PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        phones.place(CallRequest.from(CALLER).to("02188880011"));
        String call = sara.shows("RINGING");
        sara.answer();
        sara.shows("TALKING");
        // It writes what it has heard now and then only.
        speaks(phones, "1001", 200);

        santral.killExchange();
        santral.startExchange();

        Desk supervisor = door.open("supervisor");
        JsonNode recording = looked(supervisor, call);
        assertThat(recording.path("state").asString()).isEqualTo("TRUNCATED");
        assertThat(recording.path("trouble").asString()).isEqualTo("not-closed");
        Tape tape = new Tape(supervisor
                .get("/api/recordings/" + recording.path("id").asLong() + "/audio")
                .body());
        assertThat(tape.heard(voices(phones))).contains("1001+caller");
        Desk admin = door.open("admin");
        admin.goTo("history");
        admin.page()
                .getByTestId("recordings-to-mend")
                .locator("summary")
                .first()
                .click();
        assertThat(admin.page().getByTestId("recordings-to-mend"))
                .containsText(call, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        admin.picture("recordings-to-mend");
    }

    /// The only recording of a call, once it was looked at.
    private static JsonNode looked(Desk reader, String call) {
        return Awaiting.until("the recording of " + call + " was looked at", () -> {
            JsonNode recordings = reader.history(call).path("recordings");
            assertThat(recordings.size()).isEqualTo(1);
            return recordings.path(0).path("state").asString().equals("EXPECTED") ? null : recordings.path(0);
        });
    }

    private static void mark(Desk desk, String words) {
        assertThat(desk.page().getByTestId("recording-mark"))
                .hasText(words, new LocatorAssertions.HasTextOptions().setTimeout(20_000));
    }

    /// Waits until that phone has spoken so many packets more, 50 a second.
    private static void speaks(PhoneBench phones, String extension, long packets) {
        SipPhone phone = phones.phone(extension);
        Supplier<Long> sent = () -> phone.calls().stream()
                .map(PhoneCall::packets)
                .mapToLong(count -> Math.min(count.sent(), count.heard()))
                .max()
                .orElse(0);
        long from = sent.get();
        Awaiting.until(extension + " speaks", () -> sent.get() >= from + packets ? phone : null);
    }

    private static Map<String, Integer> voices(PhoneBench phones) {
        Map<String, Integer> voices = List.of("1001", "1002", "1003").stream()
                .collect(Collectors.toMap(one -> one, one -> phones.phone(one).voice()));
        voices.put("caller", Carrier.VOICE);
        return voices;
    }
}
