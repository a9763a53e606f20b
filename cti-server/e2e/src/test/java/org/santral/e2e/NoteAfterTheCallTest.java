package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;

/// What an agent is just writing when the caller hangs up is not lost, and what is left to write is written then.
@OnTheLine
class NoteAfterTheCallTest {
    private static final double PATIENCE = 20_000;

    @Test
    void aNoteIsFinishedAfterTheCallAndStandsInItsRow(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from("02112345678").to("02188880011"));
        sara.shows("RINGING");
        phones.phone("1001").answer();
        String call = sara.shows("TALKING");

        note(sara).pressSequentially("wants the Oct");
        phones.hangUp(placed);
        sara.shows("ENDED");
        hasNote(sara, call, "wants the Oct");

        note(sara).pressSequentially("ober invoice");
        hasNote(sara, call, "wants the October invoice");
        sara.picture("desk-note-after-the-call");
        sara.reload();
        sara.shows("ENDED");
        assertThat(note(sara)).hasValue("wants the October invoice");

        note(sara).fill("invoice of October sent");
        phones.place(CallRequest.from("02166667777").to("02188880011"));
        sara.shows("RINGING");
        assertThat(sara.card()).hasCount(1);
        hasNote(sara, call, "invoice of October sent");
        assertThat(sara.card()).hasCount(1);
    }

    private static Locator note(Desk desk) {
        return desk.page().getByTestId("note-field");
    }

    private static void hasNote(Desk desk, String call, String text) {
        Awaiting.until(
                "the row of " + call + " has the note",
                () -> desk.history(call)
                                .path("notes")
                                .path(0)
                                .path("text")
                                .asString("")
                                .equals(text)
                        ? desk
                        : null);
        assertThat(desk.page().locator(".notes .refused"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }
}
