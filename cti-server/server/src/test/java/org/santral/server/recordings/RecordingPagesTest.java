package org.santral.server.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.RECORDING;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.santral.agent.AgentId;
import org.santral.history.Recording;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxId;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.people.PeopleSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Recordings as people are given them to hear and to mend.
@OverRealHttp
class RecordingPagesTest {
    private static final PbxId PBX = new PbxId("heard");
    private static final Instant BEGIN = Instant.parse("2026-11-20T09:59:00Z");

    private final int port;
    private final PeopleSettings people;
    private final DSLContext sql;
    private final RecordingKeeper keeper;

    RecordingPagesTest(
            @LocalServerPort int port,
            @Autowired PeopleSettings people,
            @Autowired DSLContext sql,
            @Autowired RecordingKeeper keeper) {
        this.port = port;
        this.people = people;
        this.sql = sql;
        this.keeper = keeper;
    }

    @BeforeEach
    void threeCalls() {
        sql.deleteFrom(CALL_RECORD).where(CALL_RECORD.PBX.eq(PBX.value())).execute();
        sql.deleteFrom(RECORDING).where(RECORDING.PBX.eq(PBX.value())).execute();
        TestCalls.write(sql, PBX, "whole", List.of(recording("whole", "whole.wav", 200)));
        TestCalls.write(sql, PBX, "killed", List.of(recording("killed", "not-closed.wav", 200)));
        TestCalls.write(sql, PBX, "gone", List.of(recording("gone", "../../../pom.xml", 60_000)));
        keeper.lookAtEnded();
    }

    @Test
    void aCallShowsItsRecordingsWithTheirPausesAndTheirState() throws Exception {
        JsonNode one = ofCall(in("supervisor"), "whole");

        assertThat(one.path("connection").asString()).isEqualTo("heard/whole");
        assertThat(one.path("state").asString()).isEqualTo("THERE");
        assertThat(one.path("lengthMillis").asLong()).isEqualTo(250);
        assertThat(one.path("playable").asBoolean()).isTrue();
        assertThat(one.path("pauses").toString())
                .isEqualTo("[{\"from\":%d,\"to\":%d,\"by\":\"sara\"}]"
                        .formatted(
                                BEGIN.plusSeconds(5).toEpochMilli(),
                                BEGIN.plusSeconds(9).toEpochMilli()));
        assertThat(ofCall(in("supervisor"), "killed").path("trouble").asString())
                .isEqualTo("not-closed");
        assertThat(ofCall(in("supervisor"), "gone").path("state").asString()).isEqualTo("MISSING");
    }

    @Test
    void aRecordingIsHeardInPartsAndAsAWhole() throws Exception {
        Browser supervisor = in("supervisor");
        String audio = audio(supervisor, "whole");
        HttpResponse<String> all = supervisor.get(audio);
        HttpResponse<String> part = supervisor.get(audio, "Range", "bytes=0-43");

        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(all.headers().firstValue("Content-Length")).hasValue("4044");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 0-43/4044");
        assertThat(part.body()).startsWith("RIFF");
        assertThat(supervisor.get(audio, "Range", "bytes=9000-").statusCode()).isEqualTo(416);
    }

    @Test
    void whoListenedIsWrittenDownOnceAListening() throws Exception {
        Browser supervisor = in("supervisor");
        supervisor.get(audio(supervisor, "whole"), "Range", "bytes=0-");
        supervisor.get(audio(supervisor, "whole"), "Range", "bytes=2000-");
        supervisor.get(audio(supervisor, "whole"));

        assertThat(ofCall(supervisor, "whole").path("heard").values())
                .singleElement()
                .satisfies(heard -> assertThat(heard.path("by").asString()).isEqualTo("supervisor"));
    }

    @Test
    void anAgentHearsTheirOwnCallsAndAnAdministratorNone() throws Exception {
        String audio = audio(in("supervisor"), "whole");

        assertThat(in("sara").get(audio).statusCode()).isEqualTo(200);
        assertThat(in("omid").get(audio).statusCode()).isEqualTo(404);
        assertThat(in("admin").get(audio).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(audio).statusCode()).isEqualTo(401);
        assertThat(ofCall(in("admin"), "whole").path("playable").asBoolean()).isFalse();
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsNotServed() throws Exception {
        Browser supervisor = in("supervisor");

        HttpResponse<String> answer = supervisor.get(audio(supervisor, "gone"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(supervisor.get("/api/recordings/0/audio").statusCode()).isEqualTo(404);
        assertThat(supervisor.get("/api/recordings/..%2F..%2Fpom.xml/audio").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aFileOfNobodysIsFoundByTheSweepAndListedUntilItIsGone() throws Exception {
        Path file = Wav.whole(300).in(Path.of("target/test-classes/recordings"), "left-behind.wav");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));
        Browser admin = in("admin");

        assertThat(orphans(admin)).contains("left-behind.wav ORPHANED");
        Files.delete(file);
        assertThat(orphans(admin)).doesNotContain("left-behind.wav ORPHANED");
    }

    private static List<String> orphans(Browser admin) throws Exception {
        assertThat(admin.post("/api/recordings/sweep", "").statusCode()).isEqualTo(200);
        return admin.json("/api/recordings/trouble").path("rows").values().stream()
                .filter(row -> row.path("call").isNull())
                .map(row ->
                        row.path("file").asString() + " " + row.path("state").asString())
                .toList();
    }

    @Test
    void whatIsWrongIsListedForWhoMendsIt() throws Exception {
        JsonNode trouble = in("admin").json("/api/recordings/trouble");

        assertThat(trouble.path("looks").asBoolean()).isTrue();
        assertThat(trouble.path("rows").values())
                .filteredOn(row -> row.path("call").asString("").startsWith("heard/"))
                .extracting(row -> row.path("call").asString() + " "
                        + row.path("state").asString() + " "
                        + row.path("trouble").asString())
                .containsExactlyInAnyOrder("heard/killed TRUNCATED not-closed", "heard/gone MISSING gone");
        assertThat(in("admin").post("/api/recordings/sweep", "").statusCode()).isEqualTo(200);
        assertThat(in("sara").get("/api/recordings/trouble").statusCode()).isEqualTo(403);
        assertThat(in("supervisor").post("/api/recordings/sweep", "").statusCode())
                .isEqualTo(403);
    }

    private Browser in(String login) throws Exception {
        Browser browser = new Browser(port);
        browser.logIn(login, Browser.password(people.initialPasswordsFile(), login));
        return browser;
    }

    private static JsonNode ofCall(Browser browser, String call) throws Exception {
        return browser.json("/api/calls/heard/" + call).path("recordings").path(0);
    }

    private static String audio(Browser browser, String call) throws Exception {
        return "/api/recordings/" + ofCall(browser, call).path("id").asLong() + "/audio";
    }

    private static Recording recording(String id, String file, long talkMillis) {
        return new Recording(
                new ConnectionId(PBX, id),
                file,
                BEGIN,
                BEGIN.plusSeconds(30),
                talkMillis,
                List.of(new Recording.Pause(BEGIN.plusSeconds(5), BEGIN.plusSeconds(9), new AgentId("sara"))));
    }
}
