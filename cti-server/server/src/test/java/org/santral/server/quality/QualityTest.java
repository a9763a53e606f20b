package org.santral.server.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_CHANGE;
import static org.santral.server.tables.Tables.GONE_NUMBER;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.santral.server.tables.enums.CallRecordCallerClass;
import org.santral.server.tables.enums.CallRecordCertainty;
import org.santral.server.tables.enums.CallRecordDirection;
import org.santral.server.tables.enums.CallRecordOutcome;
import org.santral.server.tables.enums.CustomerChangeWhat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is doubtful in the book is shown and mended over real HTTP.
@OverRealHttp
class QualityTest {
    private static final JsonMapper JSON_MAPPER = JsonMapper.shared();

    private final int port;
    private final PeopleSettings people;
    private final DSLContext sql;
    private Browser supervisor;
    /// Of this test alone: the database is everybody's.
    private String line = "";

    QualityTest(@LocalServerPort int port, @Autowired PeopleSettings people, @Autowired DSLContext sql) {
        this.port = port;
        this.people = people;
        this.sql = sql;
        this.supervisor = new Browser(port);
    }

    @BeforeEach
    void logIn() throws Exception {
        supervisor = in("supervisor");
        line = "021 8%03d %04d"
                .formatted(
                        ThreadLocalRandom.current().nextInt(1000),
                        ThreadLocalRandom.current().nextInt(10_000));
    }

    @Test
    void numbersThatAreNoneAreListedWithTheReason() throws Exception {
        long id = customer("{\"raw\":\"1001\"},{\"raw\":\"118\"},{\"raw\":\"call me 0000000000000\"}", "Odd Numbers");

        JsonNode found = all("/api/quality/invalid-numbers?limit=200");

        List<String> reasons = found.valueStream()
                .filter(one -> one.path("customer").path("id").asLong() == id)
                .map(one -> one.path("reason").asString())
                .toList();
        assertThat(reasons).containsExactlyInAnyOrder("internal", "short", "unreadable");
    }

    @Test
    void numbersThatReachNobodyAreListed() throws Exception {
        long id = customer("{\"raw\":\"%s\",\"moved\":true}".formatted(line), "Moved Away");

        assertThat(all("/api/quality/moved-numbers?limit=200").valueStream())
                .filteredOn(one -> one.path("customer").path("id").asLong() == id)
                .singleElement()
                .satisfies(one -> assertThat(one.path("movedAt").isNull()).isFalse());
    }

    @Test
    void numbersOfWhichTheNetworkSaysThatNobodyHasThemAreListed() throws Exception {
        long id = customer("{\"raw\":\"%s\"}".formatted(line), "Number Changed");
        Instant told = Instant.parse("2026-11-25T12:00:00Z");
        sql.insertInto(GONE_NUMBER)
                .set(GONE_NUMBER.E164, "+98" + line.replace(" ", "").substring(1))
                .set(GONE_NUMBER.Q850, (short) 22)
                .set(GONE_NUMBER.TOLD_AT, told)
                .execute();

        assertThat(all("/api/quality/moved-numbers?limit=200").valueStream())
                .filteredOn(one -> one.path("customer").path("id").asLong() == id)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("reason").asString()).isEqualTo("gone");
                    assertThat(one.path("movedAt").asString()).startsWith("2026-11-25T12:00:00");
                });
    }

    @Test
    void likelyDuplicatesAreFoundAcrossScriptsMergedAndParted() throws Exception {
        long persian = customer("{\"raw\":\"%s\"}".formatted(line), "دکتر رضا احمدی");
        long latin = customer("{\"raw\":\"%s\"},{\"raw\":\"0912 345 0000\"}".formatted(line), "Reza Ahmadi");

        JsonNode group = group(persian);
        assertThat(group.path("customers").findValuesAsString("id"))
                .contains(Long.toString(persian), Long.toString(latin));
        assertThat(group.path("alsoShared").toString()).contains("NAME");

        HttpResponse<String> merged = supervisor.post(
                "/api/customers/" + persian + "/merge", "{\"loser\":%d,\"fields\":[\"name\"]}".formatted(latin));
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        JsonNode whole = JSON_MAPPER.readTree(merged.body());
        assertThat(whole.path("customer").path("name").asString()).isEqualTo("Reza Ahmadi");
        assertThat(whole.path("customer").path("numbers")).hasSize(3);
        assertThat(sql.fetchCount(
                        CUSTOMER_CHANGE,
                        CUSTOMER_CHANGE.OTHER_ID.eq(latin).and(CUSTOMER_CHANGE.WHAT.eq(CustomerChangeWhat.MERGED))))
                .isEqualTo(1);
        assertThat(supervisor
                        .post("/api/customers/" + persian + "/merge", "{\"loser\":%d}".formatted(latin))
                        .statusCode())
                .isEqualTo(409);

        String undo = "/api/merges/" + whole.path("merge").asLong() + "/undo";
        JsonNode apart = JSON_MAPPER.readTree(supervisor.post(undo, "").body());
        assertThat(apart.path("name").asString()).isEqualTo("دکتر رضا احمدی");
        assertThat(apart.path("numbers")).hasSize(1);
        assertThat(supervisor.json("/api/customers/" + latin).path("numbers")).hasSize(2);
        assertThat(supervisor.post(undo, "").statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasChangedSinceTheMergeStaysWhenItIsUndone() throws Exception {
        long winner = customer("{\"raw\":\"%s\"}".formatted(line), "Anna Larsen");
        long loser = customer("{\"raw\":\"%s\"}".formatted(line), "Anna M. Larsen");
        long merge = JSON_MAPPER
                .readTree(supervisor
                        .post(
                                "/api/customers/" + winner + "/merge",
                                "{\"loser\":%d,\"fields\":[\"name\"]}".formatted(loser))
                        .body())
                .path("merge")
                .asLong();
        sql.update(CUSTOMER)
                .set(CUSTOMER.NAME, "Anna Maria Larsen")
                .where(CUSTOMER.ID.eq(winner))
                .execute();

        JsonNode apart = JSON_MAPPER.readTree(
                supervisor.post("/api/merges/" + merge + "/undo", "").body());
        assertThat(apart.path("name").asString()).isEqualTo("Anna Maria Larsen");
    }

    @Test
    void whoWasMergedBeforeGoesAlongAndComesBackAlong() throws Exception {
        long first = customer("{\"raw\":\"%s\"}".formatted(line), "First");
        long second = customer("{\"raw\":\"%s\"}".formatted(line), "Second");
        long third = customer("{\"raw\":\"%s\"}".formatted(line), "Third");
        supervisor.post("/api/customers/" + second + "/merge", "{\"loser\":%d}".formatted(first));
        long merge = JSON_MAPPER
                .readTree(supervisor
                        .post("/api/customers/" + third + "/merge", "{\"loser\":%d}".formatted(second))
                        .body())
                .path("merge")
                .asLong();
        assertThat(supervisor.json("/api/customers/" + third).path("numbers")).hasSize(3);

        supervisor.post("/api/merges/" + merge + "/undo", "");

        assertThat(supervisor.json("/api/customers/" + third).path("numbers")).hasSize(1);
        assertThat(supervisor.json("/api/customers/" + second).path("numbers")).hasSize(2);
    }

    @Test
    void whoWasFoundToBeTwoIsNotShownAgain() throws Exception {
        long one = customer("{\"raw\":\"%s\"}".formatted(line), "Father Novak");
        long other = customer("{\"raw\":\"%s\"}".formatted(line), "Son Novak");
        assertThat(group(one).isMissingNode()).isFalse();

        assertThat(supervisor
                        .post("/api/quality/not-same", "{\"one\":%d,\"other\":%d}".formatted(other, one))
                        .statusCode())
                .isEqualTo(204);

        assertThat(group(one).isMissingNode()).isTrue();
        assertThat(supervisor
                        .get("/api/quality/shared-numbers?limit=200&after=" + before())
                        .body())
                .as("still shared")
                .contains("Father Novak");
    }

    @Test
    void strangersAreListedByHowOftenTheyCall() throws Exception {
        String e164 = "+98218"
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("\\D", "")
                        .concat("0000000")
                        .substring(0, 7);
        for (int i = 0; i < 3; i++) {
            call(e164);
        }
        JsonNode found = supervisor.json("/api/quality/unmatched-callers?limit=200");
        JsonNode stranger = found.valueStream()
                .filter(one -> one.path("e164").asString().equals(e164))
                .findFirst()
                .orElseThrow();
        assertThat(stranger.path("calls").asInt()).isEqualTo(3);

        customer("{\"raw\":\"%s\"}".formatted(e164), "No Stranger");
        assertThat(supervisor.get("/api/quality/unmatched-callers?limit=200").body())
                .doesNotContain(e164);
    }

    @Test
    void agentsDoNotMerge() throws Exception {
        assertThat(in("sara").get("/api/quality/duplicates").statusCode()).isEqualTo(403);
        assertThat(in("sara").post("/api/customers/1/merge", "{\"loser\":2}").statusCode())
                .isEqualTo(403);
    }

    private String before() {
        return "%2B982180";
    }

    private JsonNode group(long member) throws Exception {
        String after = "";
        while (true) {
            JsonNode page = supervisor.json("/api/quality/duplicates?by=number&limit=100&after=" + after);
            for (JsonNode group : page.path("groups")) {
                if (group.path("customers").findValuesAsString("id").contains(Long.toString(member))) {
                    return group;
                }
            }
            if (page.path("next").isNull()) {
                return page.path("none");
            }
            after = page.path("next").asString().replace("+", "%2B");
        }
    }

    private JsonNode all(String path) throws Exception {
        var found = JSON_MAPPER.createArrayNode();
        JsonNode page = supervisor.json(path);
        while (true) {
            page.path("found").forEach(found::add);
            if (page.path("next").isNull()) {
                return found;
            }
            page = supervisor.json(path + "&after=" + page.path("next").asString());
        }
    }

    private long customer(String numbers, String name) throws Exception {
        HttpResponse<String> made = supervisor.post(
                "/api/customers", "{\"kind\":\"PERSON\",\"name\":\"%s\",\"numbers\":[%s]}".formatted(name, numbers));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JSON_MAPPER.readTree(made.body()).path("id").asLong();
    }

    private void call(String e164) {
        sql.insertInto(CALL_RECORD)
                .set(CALL_RECORD.PBX, "quality")
                .set(CALL_RECORD.CALL_ID, UUID.randomUUID().toString())
                .set(CALL_RECORD.REVISION, 1L)
                .set(CALL_RECORD.DIRECTION, CallRecordDirection.INCOMING)
                .set(CALL_RECORD.CALLER_CLASS, CallRecordCallerClass.NUMBER)
                .set(CALL_RECORD.CALLER_NUMBER, e164)
                .set(CALL_RECORD.CALLER_NAME, "")
                .set(CALL_RECORD.E164, e164)
                .set(CALL_RECORD.STARTED_AT, Instant.now())
                .set(CALL_RECORD.WAIT_MILLIS, 0L)
                .set(CALL_RECORD.TALK_MILLIS, 0L)
                .set(CALL_RECORD.OUTCOME, CallRecordOutcome.ABANDONED)
                .set(CALL_RECORD.CERTAINTY, CallRecordCertainty.LIVE)
                .set(CALL_RECORD.BECAUSE, JSON.valueOf("[]"))
                .execute();
    }

    private Browser in(String login) throws Exception {
        Browser browser = new Browser(port);
        browser.logIn(login, Browser.password(people.initialPasswordsFile(), login));
        return browser;
    }
}
