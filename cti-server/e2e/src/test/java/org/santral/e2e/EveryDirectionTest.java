package org.santral.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.santral.phones.AnswerMode;
import org.santral.phones.CallRequest;
import org.santral.phones.PhoneBench;
import org.santral.phones.call.What;
import tools.jackson.databind.JsonNode;

/// Calls that are no group's: to a direct number, between desks, to the outside; answered, busy and in vain.
@OnTheLine
class EveryDirectionTest {
    private static final String DIRECT_1001 = "02188880011";

    @Test
    void aCallToADirectNumberThatNobodyAnswers(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");

        phones.place(CallRequest.from("09123456789").to(DIRECT_1001).giveUpAfter(Duration.ofSeconds(3)));

        String call = sara.shows("RINGING");
        sara.showsNoCard();
        JsonNode row = sara.history(call);
        assertThat(row.path("direction").asString()).isEqualTo("INCOMING");
        assertThat(row.path("queue").isNull()).isTrue();
        assertThat(row.path("outcome").asString()).isEqualTo("ABANDONED");
    }

    @Test
    void aCallToADirectNumberWhosePhoneIsBusy(PhoneBench phones, Desk.Door door) {
        Desk supervisor = door.open("supervisor");
        phones.phone("1001").mode(AnswerMode.busy());
        Instant before = Instant.now();

        String placed = phones.place(CallRequest.from("09123456789").to(DIRECT_1001));

        Truths.ended(phones, placed);
        JsonNode row = newest(
                supervisor, before, found -> found.path("did").asString("").equals(DIRECT_1001));
        assertThat(row.path("outcome").asString()).isEqualTo("BUSY");
        assertThat(row.path("talkMillis").asLong()).isZero();
    }

    @Test
    void oneDeskCallsAnotherAndBothSeeIt(PhoneBench phones, Desk.Door door) {
        Desk omid = door.open("omid");

        phones.phone("1001").dial("1002");

        String call = omid.shows("RINGING");
        omid.answer();
        omid.shows("TALKING");
        phones.phone("1001").hangUp();
        JsonNode row = omid.history(call);
        assertThat(row.path("direction").asString()).isEqualTo("INTERNAL");
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("caller").path("kind").asString()).isEqualTo("INTERNAL");
    }

    @Test
    void aDeskCallsOutAndTheCustomerAnswers(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Instant before = Instant.now();

        phones.phone("1001").dial("902112345678");

        phones.await("the carrier's side answers", seen -> seen.is("carrier", What.ANSWERED));
        phones.await("the desk hears it", seen -> seen.is("1001", What.ANSWERED));
        phones.phone("1001").hangUp();
        JsonNode row = outgoing(sara, before);
        assertThat(row.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(row.path("agent").path("login").asString()).isEqualTo("sara");
        assertThat(row.path("customer").path("name").asString()).isEqualTo("رضا احمدی");
        assertThat(row.path("hungUpBy").asString()).isEqualTo("agent");
    }

    @Test
    void aDeskCallsOutAndTheOtherSideIsBusy(PhoneBench phones, Desk.Door door) {
        Desk sara = door.open("sara");
        Instant before = Instant.now();

        phones.phone("1001").dial("902155555586");

        phones.await("the end of it", seen -> seen.is("1001", What.ENDED));
        JsonNode row = outgoing(sara, before);
        assertThat(row.path("outcome").asString()).isEqualTo("BUSY");
        assertThat(row.path("talkMillis").asLong()).isZero();
    }

    private static JsonNode outgoing(Desk desk, Instant since) {
        return newest(desk, since, row -> row.path("direction").asString("").equals("OUTGOING"));
    }

    private static JsonNode newest(Desk desk, Instant since, Predicate<JsonNode> fits) {
        return Awaiting.until("the ended row of the newest call", () -> {
            JsonNode first = desk.json("/api/calls").path("rows").path(0);
            boolean ended =
                    first.path("endedAt").isNumber() && first.path("startedAt").asLong() >= since.toEpochMilli();
            return ended && fits.test(first) ? first : null;
        });
    }
}
