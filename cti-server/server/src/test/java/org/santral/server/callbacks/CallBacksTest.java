package org.santral.server.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CUSTOMER;

import java.net.http.HttpResponse;
import java.time.Instant;
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

/// Promises to call back, as people make and keep them.
@OverRealHttp
class CallBacksTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final PeopleSettings people;
    private final DSLContext sql;
    private long customer;

    CallBacksTest(@LocalServerPort int port, @Autowired PeopleSettings people, @Autowired DSLContext sql) {
        this.port = port;
        this.people = people;
        this.sql = sql;
    }

    @BeforeEach
    void somebody() {
        customer = sql.insertInto(CUSTOMER)
                .set(CUSTOMER.KIND, CustomerKind.PERSON)
                .set(CUSTOMER.NAME, "رضا احمدی")
                .set(CUSTOMER.CREATED_AT, Instant.EPOCH)
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
    }

    @Test
    void aPromiseIsMadeMovedAndKept() throws Exception {
        Browser sara = in("sara");
        HttpResponse<String> made = sara.post(
                "/api/call-backs",
                "{\"customer\":%d,\"number\":\"021-1234 5678\",\"dueAt\":\"2026-03-01T08:00:00Z\",\"person\":\"sara\",\"remark\":\"about the bill\",\"call\":{\"pbx\":\"pbx1\",\"id\":\"1.2\"}}"
                        .formatted(customer));
        JsonNode promise = JSON.readTree(made.body());
        String path = made.headers().firstValue("Location").orElseThrow();

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(promise.path("number").asString()).isEqualTo("+982112345678");
        assertThat(promise.path("customer").path("name").asString()).isEqualTo("رضا احمدی");
        assertThat(promise.path("overdue").asBoolean()).isTrue();
        assertThat(ids(sara, "mine")).contains(promise.path("id").asLong());
        JsonNode told = sara.json("/api/customers/" + customer + "/timeline")
                .path("entries")
                .get(0);
        assertThat(told.path("promise").path("remark").asString()).isEqualTo("about the bill");

        HttpResponse<String> moved =
                sara.ask("PATCH", path, "{\"dueAt\":\"2099-01-01T08:00:00Z\",\"person\":null}", "If-Match", "\"1\"");
        assertThat(JSON.readTree(moved.body()).path("overdue").asBoolean()).isFalse();
        assertThat(ids(sara, "mine")).doesNotContain(promise.path("id").asLong());
        assertThat(ids(sara, "open")).contains(promise.path("id").asLong());

        JsonNode kept = JSON.readTree(sara.ask("PATCH", path, "{\"state\":\"DONE\"}", "If-Match", "\"2\"")
                .body());
        assertThat(kept.path("endedBy").asString()).isEqualTo("sara");
        assertThat(ids(sara, "open")).doesNotContain(promise.path("id").asLong());
        assertThat(sara.ask("PATCH", path, "{\"state\":\"OPEN\"}", "If-Match", "\"2\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void everyFaultIsNamed() throws Exception {
        HttpResponse<String> wrong = in("sara")
                .post(
                        "/api/call-backs",
                        "{\"customer\":0,\"number\":\"\",\"dueAt\":\"tomorrow\",\"person\":\"nobody\",\"remark\":\"%s\",\"call\":{}}"
                                .formatted("r".repeat(501)));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(wrong.body()).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("customer", "number", "dueAt", "person", "remark", "call.pbx", "call.id");
    }

    @Test
    void pagesGoOnWhereTheyEnded() throws Exception {
        Browser sara = in("sara");
        for (int i = 0; i < 5; i++) {
            sara.post(
                    "/api/call-backs",
                    "{\"customer\":%d,\"number\":\"02112345678\",\"dueAt\":\"2026-05-01T08:00:00Z\"}"
                            .formatted(customer));
        }
        JsonNode first = sara.json("/api/call-backs?limit=3&customer=" + customer);
        JsonNode rest = sara.json("/api/call-backs?limit=3&customer=" + customer + "&after="
                + first.path("next").asString());

        assertThat(first.path("callBacks")).hasSize(3);
        assertThat(rest.path("callBacks")).hasSize(2);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(sara.get("/api/call-backs?after=x").statusCode()).isEqualTo(400);
    }

    private static java.util.List<Long> ids(Browser by, String view) throws Exception {
        return by.json("/api/call-backs?limit=200&view=" + view).path("callBacks").findValues("id").stream()
                .map(JsonNode::asLong)
                .toList();
    }

    private Browser in(String login) throws Exception {
        Browser browser = new Browser(port);
        browser.logIn(login, Browser.password(people.initialPasswordsFile(), login));
        return browser;
    }
}
