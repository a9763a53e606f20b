package org.santral.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CALL_RECORD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.history.Transfer;
import org.santral.pbx.PbxEvent;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The history as its readers are given it.
@OverRealHttp
class HistoryPagesTest {
    private final Browser supervisor;
    private final Browser sara;
    private final PeopleSettings people;
    private final DSLContext sql;
    private final CallTables tables;

    HistoryPagesTest(@LocalServerPort int port, @Autowired PeopleSettings people, @Autowired DSLContext sql) {
        this.supervisor = new Browser(port);
        this.sara = new Browser(port);
        this.people = people;
        this.sql = sql;
        this.tables = new CallTables(sql);
    }

    @BeforeEach
    void nothingIsWritten() throws Exception {
        sql.deleteFrom(CALL_RECORD).execute();
        supervisor.logIn("supervisor", Browser.password(people.initialPasswordsFile(), "supervisor"));
        sara.logIn("sara", Browser.password(people.initialPasswordsFile(), "sara"));
    }

    @Test
    void theNewestCallStandsFirst() throws Exception {
        Made old = written(Made.anew().at(Made.BEGIN));
        Made newest = written(Made.anew().at(Made.BEGIN.plusSeconds(2)));
        Made between = written(Made.anew().at(Made.BEGIN.plusSeconds(1)));

        assertThat(calls(supervisor.json("/api/calls"))).containsExactly(id(newest), id(between), id(old));
    }

    @Test
    void aConsultationThatBecamePartOfACallHasNoRowAndIsToldAsThatCall() throws Exception {
        Instant handedAt = Made.BEGIN.plusSeconds(4);
        Made whole = written(Made.anew()
                .with("sara", "omid")
                .handed(new Made.Handed(
                        List.of(new Transfer(
                                handedAt,
                                PbxEvent.Transferred.Kind.ATTENDED,
                                new AgentId("sara"),
                                "1001",
                                new AgentId("omid"),
                                "1002")),
                        List.of(new Note(new AgentId("sara"), handedAt, "wants\na call back")),
                        null)));
        Made consultation = written(Made.anew().with("sara", "omid").partOf(whole));

        assertThat(calls(supervisor.json("/api/calls"))).containsExactly(id(whole));
        JsonNode told = supervisor.json("/api/calls/" + id(consultation));
        assertThat(told.path("call").asString()).isEqualTo(id(whole));
        JsonNode transfer = told.path("transfers").get(0);
        assertThat(transfer.path("kind").asString()).isEqualTo("ATTENDED");
        assertThat(transfer.path("by").asString()).isEqualTo("sara");
        assertThat(transfer.path("to").asString()).isEqualTo("omid");
        assertThat(transfer.path("at").asLong()).isEqualTo(handedAt.toEpochMilli());
        assertThat(told.path("notes").get(0).path("text").asString()).isEqualTo("wants\na call back");
        assertThat(told.path("notes").get(0).path("by").asString()).isEqualTo("sara");
    }

    @Test
    void pagesHaveNoHoleAndNoRepeatWhileNewCallsComeIn() throws Exception {
        List<Made> there = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            // Several begin in the same microsecond.
            there.add(written(Made.anew().at(Made.BEGIN.plusSeconds(i / 3))));
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        int pages = 0;
        while (next != null) {
            JsonNode page = supervisor.json("/api/calls?limit=4" + (next.isEmpty() ? "" : "&before=" + next));
            seen.addAll(calls(page));
            next = page.path("next").asString(null);
            pages++;
            written(Made.anew().at(Made.BEGIN.plusSeconds(1000 + pages)));
        }

        assertThat(pages).isEqualTo(7);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsExactlyElementsOf(
                        there.reversed().stream().map(HistoryPagesTest::id).toList());
    }

    @Test
    void anAgentSeesTheCallsTheirPhoneHadAPartInAndASupervisorAll() throws Exception {
        Made answered = written(Made.anew().at(Made.BEGIN).with("sara"));
        Made rangAtHers = written(Made.anew().at(Made.BEGIN.plusSeconds(1)).with("omid", "sara"));
        Made ofOmid = written(Made.anew().at(Made.BEGIN.plusSeconds(2)).with("omid"));

        assertThat(calls(sara.json("/api/calls"))).containsExactly(id(rangAtHers), id(answered));
        assertThat(calls(supervisor.json("/api/calls"))).containsExactly(id(ofOmid), id(rangAtHers), id(answered));
        assertThat(sara.get("/api/calls/" + id(ofOmid)).statusCode()).isEqualTo(404);
        assertThat(sara.get("/api/calls/" + id(rangAtHers)).statusCode()).isEqualTo(200);
    }

    @Test
    void aCallOpensIntoItsLegsAndReasons() throws Exception {
        Made made = written(Made.anew().with("sara", "omid"));

        JsonNode detail = supervisor.json("/api/calls/" + id(made));

        assertThat(detail.path("call").asString()).isEqualTo(id(made));
        assertThat(detail.path("display").asString()).isEqualTo("021 1234 5678");
        assertThat(detail.path("queueLabel").asString()).isEqualTo("Sales");
        assertThat(detail.path("didLabel").asString()).isEqualTo("Sales line");
        assertThat(detail.path("agent").path("name").asString()).isEqualTo("Sara Ahmadi");
        assertThat(detail.path("startedAt").asLong()).isEqualTo(Made.BEGIN.toEpochMilli());
        assertThat(detail.path("legs").values())
                .extracting(leg ->
                        leg.path("agent").asString() + " " + leg.path("cause").asString())
                .containsExactly("sara NORMAL", "omid ANSWERED_ELSEWHERE");
        assertThat(detail.path("because").toString())
                .isEqualTo("[{\"rule\":\"match.none\",\"facts\":[{\"name\":\"number\",\"value\":\"02112345678\"}]}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "2147483648", "many"})
    void aWrongLimitIsRefusedInWords(String limit) throws Exception {
        problem("/api/calls?limit=" + limit, 400, "limit");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday",
        "1_2",
        "1_2_x",
        "9223372036854775807_0_1",
        "1_9223372036854775807_1",
        "31556889864403199_0_1",
        "-31557014167219200_0_1",
        "253402300800_0_1"
    })
    void aCursorThatIsNoneIsRefusedInWords(String cursor) throws Exception {
        problem("/api/calls?before=" + cursor, 400, "before=" + cursor);
    }

    @Test
    void aCallThatIsNotThereIsSaidToBeMissing() throws Exception {
        problem("/api/calls/made/no-such-call", 404, "There is no call made/no-such-call");
        problem("/api/calls/made/%3Cscript%3E", 404, "There is no call made/<script>");
    }

    private void problem(String path, int status, String words) throws Exception {
        var answer = supervisor.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(words).contains("\"status\":" + status);
    }

    private Made written(Made made) {
        tables.write(List.of(made.record()));
        return made;
    }

    private static List<String> calls(JsonNode page) {
        return page.path("rows").values().stream()
                .map(row -> row.path("call").asString())
                .toList();
    }

    private static String id(Made made) {
        return made.call().toString();
    }
}
