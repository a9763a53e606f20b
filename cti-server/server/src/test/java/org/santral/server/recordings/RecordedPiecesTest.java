package org.santral.server.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.RECORDING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.history.CallRecord;
import org.santral.history.Recording;
import org.santral.lines.Lines;
import org.santral.pbx.PbxId;
import org.santral.server.Browser;
import org.santral.server.OverRealHttp;
import org.santral.server.history.HistoryWriter;
import org.santral.server.people.PeopleSettings;
import org.santral.switchboard.Effect;
import org.santral.switchboard.Switchboard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A call that was parked, fetched and joined with somebody outside, as a real exchange told it
/// (`recording-parked-retrieved-handed-outside`): a piece of each outside party, both under the one call.
@OverRealHttp
class RecordedPiecesTest {
    private static final PbxId PBX = new PbxId("pieces");
    private static final Path SCENARIOS = Path.of("../call-model/src/test/resources/scenarios");
    private static final String SCENARIO = "recording-parked-retrieved-handed-outside";

    private final int port;
    private final PeopleSettings people;
    private final DSLContext sql;
    private final RecordingKeeper keeper;
    private final HistoryWriter history;

    RecordedPiecesTest(
            @LocalServerPort int port,
            @Autowired PeopleSettings people,
            @Autowired DSLContext sql,
            @Autowired RecordingKeeper keeper,
            @Autowired HistoryWriter history) {
        this.port = port;
        this.people = people;
        this.sql = sql;
        this.keeper = keeper;
        this.history = history;
    }

    @BeforeEach
    void nothingOfOurs() {
        sql.deleteFrom(CALL_RECORD).where(CALL_RECORD.PBX.eq(PBX.value())).execute();
        sql.deleteFrom(RECORDING).where(RECORDING.PBX.eq(PBX.value())).execute();
    }

    /// @param last whether only what was said last of each call is written, newest first, as after an hour without
    /// a database
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void standUnderTheOneCallInOrderEachWithItsLeg(boolean last) throws Exception {
        List<CallRecord> told = told();
        CallRecord whole = told.getLast();
        Recording first = whole.recordings().getFirst();
        Recording second = whole.recordings().getLast();
        Path folder = Path.of("target/test-classes/recordings");
        Wav.whole(first.talkMillis() + 300).in(folder, first.file());
        Wav.notClosed(second.talkMillis() / 2).in(folder, second.file());
        write(last ? lastOfEach(told) : told);

        JsonNode call = seen(whole);
        assertThat(call.path("recordings").values())
                .extracting(
                        piece -> legOf(call, piece).path("number").asString(),
                        piece -> piece.path("state").asString(),
                        piece -> piece.path("trouble").asString(""),
                        piece -> piece.path("file").asString(),
                        piece -> piece.path("pauses").size())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("02112345678", "THERE", "", first.file(), 1),
                        org.assertj.core.api.Assertions.tuple(
                                "02144443333", "TRUNCATED", "not-closed", second.file(), 0));
        assertThat(call.path("recordings").path(0).path("startedAt").asLong())
                .isLessThan(call.path("recordings").path(1).path("startedAt").asLong());
        assertThat(call.path("legs").values())
                .extracting(leg -> leg.path("agent").asString(""))
                .contains("sara", "omid");
        assertThat(sql.fetchCount(RECORDING, RECORDING.PBX.eq(PBX.value())))
                .as("none is told twice")
                .isEqualTo(2);
    }

    private void write(List<CallRecord> records) {
        records.forEach(history::write);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> history.unwritten().stream()
                        .noneMatch(call -> call.pbx().equals(PBX)));
        keeper.lookAtEnded();
    }

    private static List<CallRecord> lastOfEach(List<CallRecord> told) {
        List<CallRecord> last = new ArrayList<>();
        for (CallRecord record : told) {
            last.removeIf(before -> before.call().equals(record.call()));
            last.add(record);
        }
        Collections.reverse(last);
        return last;
    }

    private JsonNode seen(CallRecord whole) throws Exception {
        Browser supervisor = new Browser(port);
        supervisor.logIn("supervisor", Browser.password(people.initialPasswordsFile(), "supervisor"));
        return supervisor.json("/api/calls/" + whole.call());
    }

    private static JsonNode legOf(JsonNode call, JsonNode piece) {
        return call.path("legs").values().stream()
                .filter(leg -> leg.path("connection").equals(piece.path("connection")))
                .findFirst()
                .orElseThrow();
    }

    /// What the switchboard has the history write, the whole call last.
    private static List<CallRecord> told() throws IOException {
        Switchboard switchboard = new Switchboard(PBX);
        List<CallRecord> told = new ArrayList<>();
        for (String line : Stream.of(SCENARIOS.resolve("site.inputs"), file())
                .flatMap(RecordedPiecesTest::lines)
                .toList()) {
            for (Effect effect : switchboard.apply(Lines.readInput(line.replace("\"pbx1", "\"" + PBX.value())))) {
                if (effect instanceof Effect.RecordCall(CallRecord record)) {
                    told.add(record);
                }
            }
        }
        return told;
    }

    private static Path file() {
        return SCENARIOS.resolve(SCENARIO).resolve(SCENARIO + ".events");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
