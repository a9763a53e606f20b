package org.santral.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.santral.server.tables.Tables.CALL_RECORD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.pbx.CallId;
import org.santral.server.database.Pool;

/// Records on their way into a database that goes away, comes back, and refuses a row.
@Tag("db")
class SpooledHistoryTest {
    /// A year that `datetime` has no room for.
    private static final Instant NO_SUCH_TIME = Instant.parse("+12000-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Pool pool = Pool.own();
    private SpooledHistory history;

    @BeforeEach
    void nothingIsWritten() throws IOException {
        pool.sql().deleteFrom(CALL_RECORD).execute();
        history = new SpooledHistory(new CallTables(pool.sql()), folder);
    }

    SpooledHistoryTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        history.close();
        pool.close();
    }

    @Test
    void whatComesWhileTheDatabaseIsStoppedIsWrittenOnceWhenItIsBack() throws Exception {
        List<Made> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            calls.add(Made.anew().with("sara", "omid"));
        }
        calls.subList(0, 100).forEach(call -> history.write(call.record()));
        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(history.unwritten()).isEmpty();

        pool.database().stop();
        // Calls that are there already go on, and new ones begin.
        calls.subList(0, 50).forEach(call -> history.write(call.revision(2).record()));
        calls.subList(100, 300).forEach(call -> history.write(call.record()));
        calls.subList(100, 300).forEach(call -> history.write(call.revision(3).record()));
        await().atMost(Duration.ofSeconds(20)).until(() -> history.failures() > 0);
        Set<CallId> waiting = new HashSet<>(ids(calls.subList(0, 50)));
        waiting.addAll(ids(calls.subList(100, 300)));
        assertThat(history.unwritten()).isEqualTo(waiting);

        pool.database().start();
        assertThat(history.awaitWritten(30_000)).isTrue();
        assertThat(history.unwritten()).isEmpty();
        assertThat(history.setAside()).isZero();
        var rows = pool.sql().selectFrom(CALL_RECORD).orderBy(CALL_RECORD.ID).fetch();
        assertThat(rows).hasSize(300);
        assertThat(rows)
                .extracting(row -> row.getCallId() + " " + row.getRevision())
                .containsExactlyInAnyOrderElementsOf(expected(calls));
    }

    @Test
    void whoReadsACallRightAfterItWasToldReadsTheNewestOfIt() {
        Made call = Made.anew().with("sara");
        for (int revision = 1; revision <= 20; revision++) {
            history.write(call.revision(revision).record());

            history.settle(call.record().call());

            assertThat(pool.sql().select(CALL_RECORD.REVISION).from(CALL_RECORD).fetch(CALL_RECORD.REVISION))
                    .containsExactly((long) revision);
        }
    }

    @Test
    void aRecordThatTheTableRefusesIsSetAsideAndHoldsNobodyUp() throws Exception {
        Made poison = Made.anew().at(NO_SUCH_TIME);
        List<Made> sound = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sound.add(Made.anew());
        }
        sound.subList(0, 10).forEach(call -> history.write(call.record()));
        history.write(poison.record());
        sound.subList(10, 20).forEach(call -> history.write(call.record()));

        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(pool.sql().select(CALL_RECORD.CALL_ID).from(CALL_RECORD).fetch(CALL_RECORD.CALL_ID))
                .containsExactlyInAnyOrderElementsOf(
                        sound.stream().map(call -> call.call().value()).toList());
        assertThat(history.setAside()).isEqualTo(1);
        assertThat(history.written()).isEqualTo(20);
        assertThat(history.unwritten()).isEmpty();
    }

    @Test
    void aCallWhoseRecordWasRefusedIsWrittenWhenItsNextOneIsSound() throws Exception {
        Made call = Made.anew();
        history.write(call.at(NO_SUCH_TIME).record());
        assertThat(history.awaitWritten(20_000)).isTrue();
        history.write(call.revision(2).record());

        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(pool.sql().select(CALL_RECORD.REVISION).from(CALL_RECORD).fetch(CALL_RECORD.REVISION))
                .containsExactly(2L);
        assertThat(history.setAside()).isEqualTo(1);
    }

    @Test
    void whatWasRefusedOutlivesTheServerAndIsWrittenWhenTheDatabaseIsMended() throws Exception {
        pool.sql().execute("alter table call_record add constraint no_reza check (caller_name <> 'Reza Ahmadi')");
        Made call = Made.anew();
        history.write(call.record());
        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(history.aside().count()).isEqualTo(1);
        assertThat(history.aside().lastReason()).contains("no_reza");
        history.close();

        history = new SpooledHistory(new CallTables(pool.sql()), folder);
        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(history.aside().count()).as("refused again").isEqualTo(1);
        pool.sql().execute("alter table call_record drop constraint no_reza");
        assertThat(history.offerAgain()).isEqualTo(1);

        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(pool.sql().select(CALL_RECORD.CALL_ID).from(CALL_RECORD).fetch(CALL_RECORD.CALL_ID))
                .containsExactly(call.call().value());
        assertThat(history.aside().count()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasHandedOverIsWrittenBeforeItCloses() {
        Made call = Made.anew();
        history.write(call.record());
        history.close();

        assertThat(pool.sql().fetchCount(CALL_RECORD)).isEqualTo(1);
    }

    @Test
    void aNoteWrittenAfterTheCallOutlivesTheServerWhileTheDatabaseIsAway(@TempDir Path copies) throws Exception {
        Made call = Made.anew();
        history.write(call.record());
        assertThat(history.awaitWritten(20_000)).isTrue();
        pool.database().stop();
        Note late = new Note(new AgentId("sara"), Made.BEGIN.plusSeconds(3_600), "calls back on Monday");
        history.write(call.revision(2)
                .handed(new Made.Handed(List.of(), List.of(late), null))
                .record());
        await().atMost(Duration.ofSeconds(20)).until(() -> history.failures() > 1);

        // What a kill leaves: the disk as it is.
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.copy(file, copies.resolve(file.getFileName()));
            }
        }
        history.close();
        pool.database().start();
        history = new SpooledHistory(new CallTables(pool.sql()), copies);

        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(pool.sql().select(CALL_RECORD.NOTES).from(CALL_RECORD).fetch(CALL_RECORD.NOTES))
                .singleElement()
                .asString()
                .contains("calls back on Monday");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(copies).isEmptyDirectory());
    }

    @Test
    void aNoteWrittenWhileTheDatabaseIsThereLeavesNothingOnTheDisk() throws Exception {
        Note late = new Note(new AgentId("sara"), Made.BEGIN.plusSeconds(3_600), "calls back on Monday");
        history.write(Made.anew()
                .handed(new Made.Handed(List.of(), List.of(late), null))
                .record());

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(pool.sql().fetchCount(CALL_RECORD)).isEqualTo(1);
            assertThat(folder).isEmptyDirectory();
        });
    }

    private static List<String> expected(List<Made> calls) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            expected.add(calls.get(i).call().value() + " " + (i < 50 ? 2 : i < 100 ? 1 : 3));
        }
        return expected;
    }

    private static Set<CallId> ids(List<Made> calls) {
        return new HashSet<>(calls.stream().map(Made::call).toList());
    }
}
