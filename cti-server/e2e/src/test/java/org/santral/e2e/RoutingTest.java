package org.santral.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// Who calls decides where the call goes, and the history says why.
@OnTheLine
class RoutingTest {
    private static final String VIP = "02187654321";
    private static final String OWNED_BY_SARA = "02155500001";

    @Test
    void aVipGoesToTheVipGroupWhateverLineTheyDialled(PhoneBench phones, Desk.Door door) {
        Desk leila = door.open("leila");
        Desk darya = door.open("darya");

        String placed = phones.place(CallRequest.from(VIP).to(PhoneBench.FIRST_DID));

        String extension = firstToRing(phones, VIP);
        assertThat(extension).as("the phones of the VIP group").isIn("1003", "1004");
        Desk rung = extension.equals("1003") ? leila : darya;
        String call = rung.shows("RINGING");
        rung.names("Ольга Смирнова");
        assertThat(rung.card()).containsText("VIP");
        rung.answer();
        rung.shows("TALKING");
        phones.carrier().hangUp(placed);

        JsonNode row = rung.history(call);
        assertThat(row.path("queue").asString()).isEqualTo("vip");
        assertThat(rules(row)).contains("route.segment");
    }

    @Test
    void theOwnersPhoneRingsFirstAndThenTheGroup(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Desk omid = door.open("omid");

        phones.place(CallRequest.from(OWNED_BY_SARA));

        String call = sara.shows("RINGING");
        sara.names("ليلى الهاشمي");
        assertThat(omid.card()).hasCount(0);
        assertThat(phones.phone("1002").calls()).as("the group waits its turn").isEmpty();
        sara.hangUp();
        omid.shows("RINGING");
        omid.answer();
        omid.shows("TALKING");
        omid.hangUp();

        JsonNode row = omid.history(call);
        assertThat(row.path("agent").path("login").asString()).isEqualTo("omid");
        assertThat(rules(row)).contains("route.owner-first");
    }

    @Test
    void anOwnerWhoIsNotSignedOnIsNotRungInVain(PhoneBench phones, Desk.Door door) {
        Desk omid = door.open("omid");

        phones.place(CallRequest.from(OWNED_BY_SARA));

        String call = omid.shows("RINGING");
        omid.hangUp();
        phones.carrier().calls().forEach(leg -> phones.carrier().hangUp(leg.id()));
        assertThat(rules(omid.history(call))).doesNotContain("route.owner-first");
    }

    @Test
    void everybodyElseGoesToTheGroupOfTheLine(PhoneBench phones, Desk.Door door) {
        Desk darya = door.open("darya");
        Desk leila = door.open("leila");

        phones.place(CallRequest.from("02166667777").to("02188880001"));

        String extension = firstToRing(phones, "02166667777");
        Desk rung = extension.equals("1003") ? leila : darya;
        String call = rung.shows("RINGING");
        phones.carrier().calls().forEach(leg -> phones.carrier().hangUp(leg.id()));
        JsonNode row = rung.history(call);
        assertThat(row.path("queue").asString()).isEqualTo("vip");
        assertThat(rules(row)).contains("route.did-default");
    }

    private static String firstToRing(PhoneBench phones, String from) {
        return phones.await(
                        "some phone rings for " + from,
                        seen -> seen.what() == What.RANG && seen.call().caller().has(from))
                .call()
                .device();
    }

    private static List<String> rules(JsonNode row) {
        return row.path("because").findValuesAsString("rule");
    }
}
