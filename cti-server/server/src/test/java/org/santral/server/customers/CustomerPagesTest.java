package org.santral.server.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_ACCESS;
import static org.santral.server.tables.Tables.IDEMPOTENT_REQUEST;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Customers as programs and pages ask for them, over real HTTP and a real MariaDB.
@OverRealHttp
class CustomerPagesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final PeopleSettings people;
    private final DSLContext sql;
    private final Browser sara;

    CustomerPagesTest(@LocalServerPort int port, @Autowired PeopleSettings people, @Autowired DSLContext sql) {
        this.port = port;
        this.people = people;
        this.sql = sql;
        this.sara = new Browser(port);
    }

    @BeforeEach
    void logIn() throws Exception {
        sara.logIn("sara", Browser.password(people.initialPasswordsFile(), "sara"));
    }

    @Test
    void aCustomerIsMadeReadAndSentBackWhole() throws Exception {
        HttpResponse<String> made = sara.ask("POST", "/api/customers", """
                {"name":"رضا احمدی","sayAs":"Reza","numbers":[{"raw":"021 1234 5678 ext 9","label":"office"}],
                 "mails":["reza@example.com"],"doNotCall":true,
                 "addresses":[{"city":"Tehran","country":"ir"}],
                 "consents":[{"about":"MARKETING","given":false,"remark":"on the phone"}]}""");
        String place = made.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> read = sara.get(place);
        HttpResponse<String> sentBack = sara.ask("PUT", place, read.body(), "If-Match", etag(read));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(etag(read)).isEqualTo("\"1\"").isEqualTo(etag(made));
        JsonNode customer = json(read);
        assertThat(customer.path("kind").asString()).isEqualTo("PERSON");
        assertThat(customer.path("numbers").get(0).path("e164").asString()).isEqualTo("+982112345678");
        assertThat(customer.path("numbers").get(0).path("extension").asString()).isEqualTo("9");
        assertThat(customer.path("addresses").get(0).path("country").asString()).isEqualTo("IR");
        assertThat(customer.path("consents").get(0).path("by").asString()).isEqualTo("sara");
        assertThat(Instant.parse(customer.path("createdAt").asString())).isBefore(Instant.now());
        assertThat(sentBack.statusCode()).isEqualTo(200);
        assertThat(etag(sentBack)).as("nothing was changed").isEqualTo("\"1\"");
        assertThat(sara.get(place, "If-None-Match", etag(read)).statusCode()).isEqualTo(304);
    }

    @Test
    void whoChangesMustHaveReadWhatIsThereNow() throws Exception {
        String place = make("Anna");

        assertThat(sara.ask("PUT", place, "{\"name\":\"Berta\"}").statusCode()).isEqualTo(428);
        assertThat(sara.ask("PUT", place, "{\"name\":\"Berta\"}", "If-Match", "1")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> changed = sara.ask("PUT", place, "{\"name\":\"Berta\"}", "If-Match", "\"1\"");
        assertThat(etag(changed)).isEqualTo("\"2\"");
        HttpResponse<String> stale = sara.ask("PUT", place, "{\"name\":\"Clara\"}", "If-Match", "\"1\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).path("detail").asString()).contains("version 1, now 2");
        assertThat(json(sara.get(place)).path("name").asString()).isEqualTo("Berta");
    }

    @Test
    void everyFaultIsToldWithItsPlaceAndNothingIsWritten() throws Exception {
        int before = sql.fetchCount(CUSTOMER);

        HttpResponse<String> refused = sara.ask("POST", "/api/customers", """
                {"name":7,"segment":"none","numbers":[{"raw":"0912"},{"raw":[1],"labl":"x"}],"mails":["a@b.c",null],
                 "fields":{"x":{}},"owner":{"login":"ghost"},"nmae":"Anna","company":{"id":"12"}}""");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).path("errors").values())
                .extracting(fault -> fault.path("field").asString() + " "
                        + fault.path("reason").asString())
                .contains(
                        "name wrong-type",
                        "segment unknown",
                        "owner unknown",
                        "numbers[1].raw wrong-type",
                        "numbers[1].labl unknown-property",
                        "mails[1] wrong-type",
                        "fields.x wrong-type",
                        "company.id wrong-type",
                        "nmae unknown-property")
                .doesNotContain("name missing", "numbers[1].raw missing");
        assertThat(sql.fetchCount(CUSTOMER)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"Anna\"|400|No JSON",
                "[1]|400|No JSON object",
                "''|400|No JSON object",
                "{\"name\":\"A\",\"name\":\"B\"}|400|No JSON",
                "{\"name\":\"A\"} {}|400|No JSON",
                "{\"name\":\"\\ud83d\"}|422|Not valid"
            })
    void aBodyThatIsNoneIsRefusedInWords(String body, int status, String title) throws Exception {
        HttpResponse<String> refused = sara.ask("POST", "/api/customers", body);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(json(refused).path("title").asString()).isEqualTo(title);
    }

    @Test
    void aBodyThatIsTooLongOrTooDeepIsRefused() throws Exception {
        assertThat(sara.ask("POST", "/api/customers", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(sara.ask("POST", "/api/customers", "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theSameRequestTwiceMakesOneCustomer() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"Once " + key + "\"}";

        HttpResponse<String> first = sara.ask("POST", "/api/customers", body, "Idempotency-Key", key);
        HttpResponse<String> again = sara.ask("POST", "/api/customers", body, "Idempotency-Key", key);
        HttpResponse<String> other = sara.ask("POST", "/api/customers", "{\"name\":\"X\"}", "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(etag(again)).isEqualTo(etag(first));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(sql.fetchCount(CUSTOMER, CUSTOMER.NAME.eq("Once " + key))).isEqualTo(1);
    }

    @Test
    void whatIsRefusedLeavesItsKeyFree() throws Exception {
        String key = UUID.randomUUID().toString();

        assertThat(sara.ask("POST", "/api/customers", "{}", "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(sara.ask("POST", "/api/customers", "{\"name\":\"Anna\"}", "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(201);
        assertThat(sara.ask("POST", "/api/customers", "{\"name\":\"Anna\"}", "Idempotency-Key", "two words")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRequestThatIsStillAtWorkIsNotDoneASecondTime() throws Exception {
        String key = UUID.randomUUID().toString();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        CompletableFuture<Void> atWork = CompletableFuture.runAsync(() -> sql.transaction(inside -> {
            inside.dsl()
                    .insertInto(IDEMPOTENT_REQUEST)
                    .set(IDEMPOTENT_REQUEST.LOGIN, "sara")
                    .set(IDEMPOTENT_REQUEST.GIVEN_KEY, key)
                    .set(IDEMPOTENT_REQUEST.REQUEST_HASH, new byte[32])
                    .set(IDEMPOTENT_REQUEST.AT, Instant.now())
                    .execute();
            written.countDown();
            seen.await();
        }));
        written.await();

        HttpResponse<String> meanwhile = sara.ask("POST", "/api/customers", "{\"name\":\"A\"}", "Idempotency-Key", key);
        seen.countDown();
        atWork.join();

        assertThat(meanwhile.statusCode()).isEqualTo(409);
    }

    @Test
    void pagesOfTheListFollowEachOther() throws Exception {
        String prefix = "Page " + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 5; i++) {
            make(prefix + " " + i);
        }
        List<String> seen = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = sara.json("/api/customers?limit=3" + after);
            page.path("customers").values().forEach(row -> {
                ids.add(row.path("id").asLong());
                seen.add(row.path("name").asString());
            });
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());

        assertThat(seen).contains(prefix + " 0", prefix + " 4");
        assertThat(ids).doesNotHaveDuplicates().hasSize(sql.fetchCount(CUSTOMER, CUSTOMER.MERGED_INTO.isNull()));
    }

    @Test
    void whoSearchesIsWrittenDownOnceForAllTheKeys() throws Exception {
        Browser omid = in("omid");
        for (String typed : List.of("a", "an", "ann")) {
            omid.get("/api/customers?q=" + typed);
        }

        assertThat(sql.fetchCount(
                        CUSTOMER_ACCESS, CUSTOMER_ACCESS.CUSTOMER_ID.isNull().and(CUSTOMER_ACCESS.LOGIN.eq("omid"))))
                .isEqualTo(1);
    }

    @Test
    void aSearchShowsWhatListsShow() throws Exception {
        String word = "q" + UUID.randomUUID().toString().substring(0, 8);
        make("Anna " + word);

        JsonNode found = sara.json("/api/customers?q=" + word.substring(0, 7));

        assertThat(found.path("customers").values()).singleElement().satisfies(row -> {
            assertThat(row.path("name").asString()).isEqualTo("Anna " + word);
            assertThat(row.propertyNames())
                    .containsExactlyInAnyOrder(
                            "id",
                            "kind",
                            "name",
                            "company",
                            "segment",
                            "language",
                            "owner",
                            "warning",
                            "doNotCall",
                            "numbers",
                            "mails",
                            "tags");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=201", "limit=x", "after=%00", "q=anna&after=-1", "q=anna&after=zz", "company=x"
            })
    void aWrongLimitOrCursorIsAProblemInWords(String query) throws Exception {
        HttpResponse<String> refused = sara.get("/api/customers?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void anotherProgramKeepsItsRecordsHereAndReadsWhatHappened() throws Exception {
        Browser crm = in("admin");
        String key = UUID.randomUUID().toString();
        String place = "/api/customers/by-source/crm/" + key;
        long seq = lastSeq(crm);

        HttpResponse<String> made = crm.ask("PUT", place, "{\"name\":\"Anna\"}");
        HttpResponse<String> same = crm.ask("PUT", place, made.body());
        HttpResponse<String> stale = crm.ask("PUT", place, "{\"name\":\"B\"}", "If-Match", "\"9\"");
        HttpResponse<String> other = crm.ask("PUT", place, "{\"name\":\"B\",\"sourceKey\":\"else\"}");
        crm.ask("DELETE", place, "");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("sourceKey").asString()).isEqualTo(key);
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(crm.get(place).statusCode()).isEqualTo(404);
        assertThat(crm.json("/api/customers/changes?after=" + seq)
                        .path("changes")
                        .values())
                .filteredOn(change -> change.path("sourceKey").asString("").equals(key))
                .extracting(change -> change.path("what").asString() + " by "
                        + change.path("by").asString())
                .containsExactly("CREATED by admin", "DELETED by admin");
    }

    @Test
    void whoLookedAndWhoChangedIsWrittenDown() throws Exception {
        String place = make("Watched");
        Browser supervisor = in("supervisor");
        supervisor.get(place);
        supervisor.get(place);
        supervisor.ask("PUT", place, "{\"name\":\"Watched\",\"warning\":\"deaf\"}", "If-Match", "\"1\"");

        JsonNode access = in("admin").json(place + "/access");

        assertThat(access.path("access").values())
                .extracting(one -> one.path("what").asString() + " "
                        + one.path("by").path("login").asString() + " "
                        + one.path("detail").asString())
                .containsExactly("EDITED supervisor warning", "VIEWED supervisor ", "CREATED sara ");
        assertThat(sara.get(place + "/access").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/customers/1,                 403",
        "GET,    /api/customers/export,            403",
        "GET,    /api/customers/changes,           403",
        "PUT,    /api/customers/by-source/crm/1,   403",
        "POST,   /api/segments,                    403",
        "DELETE, /api/tags/1,                      403",
        "PUT,    /api/customer-fields/1,           403",
        "POST,   /api/customers/1/merge,           403",
        "POST,   /api/imports,                     403",
        "GET,    /api/segments,                    200",
        "GET,    /api/tags,                        200",
        "GET,    /api/customer-fields,             200",
        "GET,    /api/customers/999999999,         404",
        "GET,    /api/customers/999999999/timeline, 404"
    })
    void anAgentReadsAndEditsAndNoMore(String method, String path, int status) throws Exception {
        assertThat(sara.ask(method, path, "").statusCode()).isEqualTo(status);
    }

    @Test
    void aSupervisorDeletes() throws Exception {
        String place = make("Gone");

        assertThat(in("supervisor")
                        .ask("DELETE", place, "", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(204);
        assertThat(sara.get(place).statusCode()).isEqualTo(404);
    }

    @Test
    void segmentsTagsAndFieldsAreDefinedAndThenUsed() throws Exception {
        Browser admin = in("admin");
        String word = "x" + UUID.randomUUID().toString().substring(0, 8);
        HttpResponse<String> segment = admin.ask("POST", "/api/segments", "{\"name\":\"" + word + "\",\"standing\":5}");
        HttpResponse<String> tag = admin.ask("POST", "/api/tags", "{\"name\":\"" + word + "\"}");
        HttpResponse<String> field = admin.ask(
                "POST",
                "/api/customer-fields",
                "{\"name\":\"" + word
                        + "\",\"label\":\"Level\",\"kind\":\"CHOICE\",\"choices\":[\"gold\",\"silver\"]}");
        HttpResponse<String> made = sara.ask(
                "POST",
                "/api/customers",
                "{\"name\":\"Anna\",\"segment\":\"%s\",\"tags\":[\"%s\"],\"fields\":{\"%s\":\"gold\"}}"
                        .formatted(word, word, word));

        assertThat(List.of(segment.statusCode(), tag.statusCode(), field.statusCode(), made.statusCode()))
                .containsOnly(201);
        assertThat(json(made).path("segment").asString()).isEqualTo(word);
        assertThat(json(made).path("tags").toString()).isEqualTo("[\"" + word + "\"]");
        assertThat(json(made).path("fields").path(word).asString()).isEqualTo("gold");
        assertThat(admin.ask("POST", "/api/segments", "{\"name\":\"" + word + "\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.ask("DELETE", place(segment), "").statusCode())
                .as("in use")
                .isEqualTo(409);
        assertThat(admin.ask("DELETE", place(tag), "").statusCode()).isEqualTo(204);
        assertThat(admin.ask("DELETE", place(field), "").statusCode()).isEqualTo(204);
        JsonNode after = json(sara.get(place(made)));
        assertThat(after.path("tags").size() + after.path("fields").size()).isZero();
        assertThat(admin.ask("POST", "/api/customer-fields", "{\"name\":\"9 x\",\"kind\":\"COLOUR\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private static String place(HttpResponse<String> made) {
        return made.headers().firstValue("Location").orElseThrow();
    }

    private long lastSeq(Browser browser) throws Exception {
        long last = 0;
        while (true) {
            long next = browser.json("/api/customers/changes?limit=1000&after=" + last)
                    .path("next")
                    .asLong();
            if (next == last) {
                return last;
            }
            last = next;
        }
    }

    private String make(String name) throws Exception {
        return place(sara.ask("POST", "/api/customers", "{\"name\":\"" + name + "\"}"));
    }

    private Browser in(String login) throws Exception {
        Browser browser = new Browser(port);
        browser.logIn(login, Browser.password(people.initialPasswordsFile(), login));
        return browser;
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
