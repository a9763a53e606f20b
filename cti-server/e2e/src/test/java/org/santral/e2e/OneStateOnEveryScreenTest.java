package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;

/// A card is a state and no message: who looks later, or twice, sees the same, once.
@OnTheLine
class OneStateOnEveryScreenTest {
    private static final String CALLER = "02112345678";

    @Test
    void aReloadShowsTheSameCardOnce(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        phones.place(CallRequest.from(CALLER));
        String call = sara.shows("RINGING");

        sara.reload();

        assertThat(sara.shows("RINGING")).isEqualTo(call);
        assertThat(sara.card()).hasCount(1);
        sara.answer();
        sara.shows("TALKING");
        sara.reload();
        assertThat(sara.shows("TALKING")).isEqualTo(call);
        assertThat(sara.card()).hasCount(1);
    }

    @Test
    void aSecondTabShowsWhatTheFirstShowsAndMovesWithIt(PhoneBench phones, Desk.Door door) {
        Desk first = door.open("sara");
        phones.place(CallRequest.from(CALLER));
        String call = first.shows("RINGING");

        Desk second = first.secondTab();

        assertThat(second.shows("RINGING")).isEqualTo(call);
        second.answer();
        first.shows("TALKING");
        second.shows("TALKING");
        first.hangUp();
        first.shows("ENDED");
        second.shows("ENDED");
        assertThat(first.card()).hasCount(1);
        assertThat(second.card()).hasCount(1);
    }

    @Test
    void aTabThatLostItsLineSaysSoAndCatchesUpByItself(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        sara.page().context().setOffline(true);
        sara.page().evaluate("() => window.dispatchEvent(new Event('offline'))");
        phones.place(CallRequest.from(CALLER));
        Truths.rings(phones, "1001", CALLER);

        sara.page().context().setOffline(false);

        sara.shows("RINGING");
        sara.isLive();
        assertThat(sara.card()).hasCount(1);
    }

    @Test
    void whatEndedBeforeIsNotShownAgainWhenTheTabIsOpenedLater(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        String placed = phones.place(CallRequest.from(CALLER));
        String call = sara.shows("RINGING");
        phones.carrier().hangUp(placed);
        sara.showsNoCard();
        sara.history(call);

        sara.reload();

        assertThat(sara.card()).hasCount(0);
    }
}
