package org.santral.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CUSTOMER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A customer's whole history: calls and notes together, the same for everybody.
@OverRealHttp
class TimelinePagesTest {
    private final Browser omid;
    private final PeopleSettings people;
    private final DSLContext sql;
    private String place = "";

    TimelinePagesTest(@LocalServerPort int port, @Autowired PeopleSettings people, @Autowired DSLContext sql) {
        this.omid = new Browser(port);
        this.people = people;
        this.sql = sql;
    }

    @BeforeEach
    void aCustomer() throws Exception {
        omid.logIn("omid", Browser.password(people.initialPasswordsFile(), "omid"));
        place = omid.post("/api/customers", "{\"name\":\"Anna\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void callsAndNotesAreOneListNewestFirst() throws Exception {
        call(id(), Made.BEGIN);
        call(id(), Made.BEGIN.plusSeconds(60));
        JsonNode note = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(omid.post(place + "/notes", "{\"text\":\"wants\\na call back\"}")
                        .body());

        JsonNode entries = omid.json(place + "/timeline").path("entries");

        assertThat(entries.values())
                .extracting(entry -> entry.path("kind").asString())
                .containsExactly("note", "call", "call");
        assertThat(entries.get(0)).isEqualTo(note);
        assertThat(note.path("text").asString()).isEqualTo("wants\na call back");
        assertThat(note.path("by").path("login").asString()).isEqualTo("omid");
        assertThat(Instant.parse(entries.get(1).path("at").asString())).isEqualTo(Made.BEGIN.plusSeconds(60));
        assertThat(entries.get(1).path("call").path("legs").size())
                .as("omid had no part in it and sees it all the same")
                .isPositive();
    }

    @Test
    void pagesFollowEachOtherAlsoWhereSeveralThingsHappenAtOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            call(id(), Made.BEGIN);
        }
        call(id(), Made.BEGIN.plusNanos(1_000));
        List<String> seen = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = omid.json(place + "/timeline?limit=2" + before);
            page.path("entries")
                    .values()
                    .forEach(entry -> seen.add(entry.path("id").asString()));
            before = page.path("next").isNull()
                    ? ""
                    : "&before=" + page.path("next").asString();
        } while (!before.isEmpty());

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void theCallsOfWhoWasMergedStandAtTheOneTheyTurnedOutToBe() throws Exception {
        long winner = id();
        aCustomer();
        call(id(), Made.BEGIN);
        sql.update(CUSTOMER)
                .set(CUSTOMER.MERGED_INTO, winner)
                .where(CUSTOMER.ID.eq(id()))
                .execute();

        assertThat(omid.json("/api/customers/" + winner + "/timeline")
                        .path("entries")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aNoteThatIsNoneIsRefused() throws Exception {
        assertThat(omid.post(place + "/notes", "{\"text\":\" \"}").statusCode()).isEqualTo(422);
        assertThat(omid.post(place + "/notes", "{\"text\":\"" + "x".repeat(2_001) + "\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(omid.post("/api/customers/999999999/notes", "{\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(omid.get(place + "/timeline?before=x").statusCode()).isEqualTo(400);
        assertThat(omid.get(place + "/timeline?before=9999999999999_0_a_b").statusCode())
                .isEqualTo(400);
    }

    private long id() {
        return Long.parseLong(place.substring(place.lastIndexOf('/') + 1));
    }

    private void call(long customer, Instant at) {
        Made made = Made.anew().at(at).with("sara");
        new CallTables(sql).write(List.of(made.record()));
        sql.update(CALL_RECORD)
                .set(CALL_RECORD.CUSTOMER_ID, customer)
                .where(CALL_RECORD.CALL_ID.eq(made.call().value()))
                .execute();
    }
}
