package org.santral.server.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_CASE;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.santral.server.tables.enums.CustomerKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cases as people and other programs work with them.
@OverRealHttp
class CasesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final PeopleSettings people;
    private final DSLContext sql;
    private long customer;
    private int team;
    private int chiefs;
    private int category;

    CasesTest(@LocalServerPort int port, @Autowired PeopleSettings people, @Autowired DSLContext sql) {
        this.port = port;
        this.people = people;
        this.sql = sql;
    }

    @BeforeEach
    void aCategoryWithItsTeam() throws Exception {
        customer = customer("Anna Larsen");
        Browser manager = in("manager");
        team = id(manager.post("/api/teams", "{\"name\":\"%s\",\"people\":[\"sara\"]}".formatted(unique("Service"))));
        chiefs = id(manager.post("/api/teams", "{\"name\":\"%s\"}".formatted(unique("Chiefs"))));
        category = id(manager.post(
                "/api/case-categories",
                "{\"name\":\"%s\",\"kind\":\"COMPLAINT\",\"team\":%d,\"escalationTeam\":%d,\"firstAnswerMinutes\":30,\"solutionMinutes\":480}"
                        .formatted(unique("Broken"), team, chiefs)));
    }

    @Test
    void aCaseGoesToItsTeamIsWorkedOnAndMeasured() throws Exception {
        Browser sara = in("sara");
        HttpResponse<String> opened = open(sara, "It hums");
        JsonNode made = JSON.readTree(opened.body()).path("whole");

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location"))
                .hasValue("/api/cases/" + made.path("id").asLong());
        assertThat(made.path("team").path("id").asInt()).isEqualTo(team);
        assertThat(made.path("state").asString()).isEqualTo("NEW");
        assertThat(made.path("next").toString()).contains("IN_WORK");
        assertThat(sara.get("/api/cases?view=team").body())
                .contains("\"id\":" + made.path("id").asLong() + ",");

        long id = made.path("id").asLong();
        JsonNode mine = change(sara, id, 1, "{\"person\":\"sara\",\"state\":\"IN_WORK\"}");
        JsonNode called = JSON.readTree(sara.post("/api/cases/" + id + "/calls", "{\"pbx\":\"pbx1\",\"id\":\"1.2\"}")
                .body());
        JsonNode solved = change(
                sara, id, called.path("whole").path("version").asInt(), "{\"state\":\"SOLVED\",\"note\":\"New fan\"}");

        assertThat(mine.path("whole").path("person").path("login").asString()).isEqualTo("sara");
        assertThat(called.path("whole").path("firstAnswerSeconds").isNumber()).isTrue();
        assertThat(called.path("calls").get(0).path("id").asString()).isEqualTo("1.2");
        assertThat(solved.path("whole").path("solutionSeconds").isNumber()).isTrue();
        assertThat(solved.path("steps").findValuesAsString("what"))
                .containsExactly("OPENED", "PERSON", "STATE", "CALL", "NOTED", "STATE");
        assertThat(sara.get("/api/cases?view=mine").body()).doesNotContain("\"id\":" + id + ",");
        assertThat(sara.get("/api/cases?view=all&customer=" + customer).body()).contains("\"id\":" + id + ",");
        JsonNode told = sara.json("/api/customers/" + customer + "/timeline")
                .path("entries")
                .get(0);
        assertThat(told.path("kind").asString()).isEqualTo("case");
        assertThat(told.path("opened").path("state").asString()).isEqualTo("SOLVED");
    }

    @Test
    void aCallBelongsToACaseOnce() throws Exception {
        Browser sara = in("sara");
        long id = JSON.readTree(open(sara, "Twice").body())
                .path("whole")
                .path("id")
                .asLong();
        String call = "{\"pbx\":\"pbx1\",\"id\":\"7.7\"}";
        sara.post("/api/cases/" + id + "/calls", call);
        JsonNode again =
                JSON.readTree(sara.post("/api/cases/" + id + "/calls", call).body());

        assertThat(again.path("calls")).hasSize(1);
        assertThat(again.path("steps").findValuesAsString("what")).containsExactly("OPENED", "CALL");
    }

    @Test
    void aCallSaysItsCasesAndIsTakenOutWhereItWasAddedByMistake() throws Exception {
        Browser sara = in("sara");
        long id = JSON.readTree(open(sara, "Of this call").body())
                .path("whole")
                .path("id")
                .asLong();
        sara.post("/api/cases/" + id + "/calls", "{\"pbx\":\"pbx1\",\"id\":\"8.8\"}");
        assertThat(sara.json("/api/calls/pbx1/8.8/cases").path("cases").findValuesAsString("title"))
                .containsExactly("Of this call");

        HttpResponse<String> out = sara.ask("DELETE", "/api/cases/" + id + "/calls/pbx1/8.8", "");
        HttpResponse<String> again = sara.ask("DELETE", "/api/cases/" + id + "/calls/pbx1/8.8", "");

        assertThat(out.statusCode()).as(out.body()).isEqualTo(200);
        assertThat(JSON.readTree(out.body()).path("calls")).isEmpty();
        assertThat(JSON.readTree(out.body()).path("whole").path("version").asInt())
                .isEqualTo(3);
        assertThat(again.body()).as("once").isEqualTo(out.body());
        assertThat(JSON.readTree(out.body()).path("steps").get(2).path("was").asString())
                .isEqualTo("pbx1/8.8");
        assertThat(sara.json("/api/calls/pbx1/8.8/cases").path("cases")).isEmpty();
        assertThat(sara.ask("DELETE", "/api/cases/0/calls/pbx1/8.8", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsOverdueGoesToTheNextTeam() throws Exception {
        Browser sara = in("sara");
        long id = JSON.readTree(open(sara, "Late").body())
                .path("whole")
                .path("id")
                .asLong();
        sql.update(CUSTOMER_CASE)
                .set(CUSTOMER_CASE.DUE_AT, Instant.now().minus(1, ChronoUnit.HOURS))
                .where(CUSTOMER_CASE.ID.eq(id))
                .execute();
        assertThat(sara.get("/api/cases?view=overdue&customer=" + customer).body())
                .contains("\"id\":" + id + ",");

        try (Escalations escalations = new Escalations(sql, InstantSource.system())) {
            escalations.once();
            assertThat(escalations.once()).isZero();
        }
        JsonNode late = sara.json("/api/cases/" + id);
        assertThat(late.path("whole").path("team").path("id").asInt()).isEqualTo(chiefs);
        assertThat(late.path("whole").path("priority").asString()).isEqualTo("HIGH");
        assertThat(late.path("steps").findValuesAsString("what")).contains("ESCALATED");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotRead() throws Exception {
        Browser sara = in("sara");
        long id = JSON.readTree(open(sara, "Two at once").body())
                .path("whole")
                .path("id")
                .asLong();
        change(sara, id, 1, "{\"priority\":\"URGENT\"}");

        HttpResponse<String> stale =
                sara.ask("PATCH", "/api/cases/" + id, "{\"priority\":\"LOW\"}", "If-Match", "\"1\"");
        HttpResponse<String> blind = sara.ask("PATCH", "/api/cases/" + id, "{\"priority\":\"LOW\"}");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(sara.json("/api/cases/" + id).path("whole").path("priority").asString())
                .isEqualTo("URGENT");
    }

    @Test
    void theSameRequestOpensOneCase() throws Exception {
        Browser sara = in("sara");
        String key = UUID.randomUUID().toString();
        String body = "{\"customer\":%d,\"category\":%d,\"title\":\"Once\"}".formatted(customer, category);
        HttpResponse<String> first = sara.ask("POST", "/api/cases", body, "Idempotency-Key", key);
        HttpResponse<String> again = sara.ask("POST", "/api/cases", body, "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sql.fetchCount(CUSTOMER_CASE, CUSTOMER_CASE.CUSTOMER_ID.eq(customer)))
                .isEqualTo(1);
    }

    @Test
    void everyFaultIsNamedAndNothingIsWritten() throws Exception {
        Browser sara = in("sara");
        HttpResponse<String> wrong = sara.post(
                "/api/cases",
                "{\"customer\":0,\"category\":\"x\",\"title\":\"%s\",\"priority\":\"MUCH\",\"dueAt\":\"soon\",\"colour\":1}"
                        .formatted("t".repeat(201)));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(wrong.body()).path("errors").findValuesAsString("field"))
                .contains("customer", "category", "title", "priority", "dueAt", "colour");
        HttpResponse<String> backwards = sara.ask(
                "PATCH",
                "/api/cases/"
                        + JSON.readTree(open(sara, "x").body())
                                .path("whole")
                                .path("id")
                                .asLong(),
                "{\"state\":\"NEW\",\"title\":\"\"}",
                "If-Match",
                "\"1\"");
        assertThat(backwards.statusCode()).isEqualTo(422);
    }

    @Test
    void aStateThatCannotFollowIsRefusedWithThoseThatCan() throws Exception {
        Browser sara = in("sara");
        long id = JSON.readTree(open(sara, "Done").body())
                .path("whole")
                .path("id")
                .asLong();
        change(sara, id, 1, "{\"state\":\"CLOSED\"}");
        HttpResponse<String> no = sara.ask("PATCH", "/api/cases/" + id, "{\"state\":\"WAITING\"}", "If-Match", "\"2\"");

        assertThat(no.statusCode()).isEqualTo(409);
        assertThat(no.body()).contains("IN_WORK");
    }

    @Test
    void agentsDefineNothing() throws Exception {
        assertThat(in("sara").post("/api/teams", "{\"name\":\"Mine\"}").statusCode())
                .isEqualTo(403);
        assertThat(in("sara").get("/api/teams").statusCode()).isEqualTo(200);
        HttpResponse<String> taken = in("manager").post("/api/teams", "{\"name\":\"\",\"people\":[\"nobody\"]}");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(taken.body()).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "people[0]");
    }

    @Test
    void aCaseOfAMergedCustomerIsToldWithTheOneItBecame() throws Exception {
        Browser sara = in("sara");
        long id = JSON.readTree(open(sara, "Of the other").body())
                .path("whole")
                .path("id")
                .asLong();
        long winner = customer("Anna M. Larsen");
        sql.update(CUSTOMER)
                .set(CUSTOMER.MERGED_INTO, winner)
                .where(CUSTOMER.ID.eq(customer))
                .execute();

        assertThat(sara.json("/api/cases/" + id)
                        .path("whole")
                        .path("customer")
                        .path("id")
                        .asLong())
                .isEqualTo(winner);
        assertThat(sara.get("/api/cases?view=all&customer=" + winner).body()).contains("\"id\":" + id + ",");
    }

    private HttpResponse<String> open(Browser by, String title) throws Exception {
        return by.post(
                "/api/cases",
                "{\"customer\":%d,\"category\":%d,\"title\":\"%s\"}".formatted(customer, category, title));
    }

    private static JsonNode change(Browser by, long id, int version, String body) throws Exception {
        HttpResponse<String> changed = by.ask("PATCH", "/api/cases/" + id, body, "If-Match", "\"" + version + "\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        return JSON.readTree(changed.body());
    }

    private long customer(String name) {
        return sql.insertInto(CUSTOMER)
                .set(CUSTOMER.KIND, CustomerKind.PERSON)
                .set(CUSTOMER.NAME, name)
                .set(CUSTOMER.CREATED_AT, Instant.EPOCH)
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    private static int id(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON.readTree(made.body()).path("id").asInt();
    }

    private Browser in(String login) throws Exception {
        Browser browser = new Browser(port);
        browser.logIn(login, Browser.password(people.initialPasswordsFile(), login));
        return browser;
    }
}
