package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// A phone loses its power in the middle of a talk: no BYE, no speech. The exchange goes on believing in the call until
/// it misses the speech.
@OnTheLine
class PhoneDiesTest {
    private static final int USUAL_SECONDS = 60;
    private static final int SECONDS = 12;

    private final Instant before = Instant.now();

    @Test
    void aPhoneThatDiesInATalkIsNoticedAndItsCallEndsOnceWithItsReason(
            Installation santral, PhoneBench phones, Desk.Door door) {
        santral.stopServer();
        santral.startServer(Map.of("SANTRAL_SILENTAFTER", "3s"));
        santral.rtpTimeout(USUAL_SECONDS, SECONDS);
        try {
            dies(phones, door.open("sara"), door.open("admin"));
        } finally {
            santral.rtpTimeout(SECONDS, USUAL_SECONDS);
            santral.stopServer();
            santral.startServer();
        }
    }

    private void dies(PhoneBench phones, Desk sara, Desk admin) {
        admin.goTo("switchroom");
        Locator silent = admin.page().locator("[data-kind=calls-silent]");
        phones.place(CallRequest.from("02112345678").to("02188880011"));
        sara.shows("RINGING");
        phones.phone("1001").answer();
        String call = sara.shows("TALKING");
        assertThat(agent(sara)).hasAttribute("data-state", "BUSY");

        phones.unplug("1001");
        try {
            assertThat(silent).containsText("PJSIP/1001", soon());
            assertThat(silent).containsText("more than \u20680.05\u2069 min");
            sara.shows("TALKING");

            sara.shows("ENDED");
            phones.await(
                    "the caller is let go",
                    seen -> seen.is("carrier", What.ENDED) && seen.at().isAfter(before));
            assertThat(agent(sara)).hasAttribute("data-state", "READY");
            assertThat(silent).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
        } finally {
            phones.plugIn("1001");
        }
        JsonNode row = sara.history(call);
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("certainty").asString()).isEqualTo("LIVE");
        // Asterisk's word for "no speech any more" is Q.850 44; nobody hung up.
        assertThat(row.path("hungUpBy").asString()).isEqualTo("pbx");
        JsonNode leg = row.path("legs").get(1);
        assertThat(leg.path("device").asString()).isEqualTo("PJSIP/1001");
        assertThat(leg.path("cause").asString()).isEqualTo("FAILED");
        assertThat(leg.path("q850").asInt()).isEqualTo(44);
        assertThat(StreamSupport.stream(sara.json("/api/calls").path("rows").spliterator(), false)
                        .filter(one -> one.path("startedAt").asLong() >= before.toEpochMilli())
                        .map(one -> one.path("call").asString()))
                .containsExactly(call);
    }

    private static Locator agent(Desk desk) {
        return desk.page().getByTestId("agent-state");
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);
    }
}
