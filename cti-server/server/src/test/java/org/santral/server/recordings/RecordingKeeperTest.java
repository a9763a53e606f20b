package org.santral.server.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.RECORDING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.santral.history.Recording;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxId;
import org.santral.server.database.Pool;
import org.santral.server.tables.tables.records.RecordingRecord;

@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingKeeperTest {
    private static final PbxId PBX = new PbxId("kept");
    private static final Instant NOW = Instant.now();
    private static final AtomicInteger IDS = new AtomicInteger();

    private final Pool pool = Pool.shared();
    private final DSLContext sql = pool.sql();

    @TempDir
    private Path folder;

    @BeforeAll
    @AfterAll
    void nothingOfOurs() {
        sql.deleteFrom(CALL_RECORD).where(CALL_RECORD.PBX.eq(PBX.value())).execute();
        sql.deleteFrom(RECORDING).where(RECORDING.PBX.eq(PBX.value())).execute();
    }

    @AfterAll
    void close() throws IOException {
        pool.close();
    }

    @Test
    void whatIsThereAndWholeIsThere() throws IOException {
        String id = ended("", 4_000);
        Wav.whole(4_100).in(folder, id + ".wav");
        keeper().lookAtEnded();

        assertThat(said(id)).isEqualTo("THERE null 4100");
    }

    @Test
    void whatAKilledExchangeLeftIsTruncatedAndWhatIsNotThereIsMissing() throws IOException {
        String cut = ended("", 6_000);
        Wav.notClosed(4_000).in(folder, cut + ".wav");
        String gone = ended("", 6_000);
        keeper().lookAtEnded();

        assertThat(said(cut)).isEqualTo("TRUNCATED not-closed 4000");
        assertThat(said(gone)).isEqualTo("MISSING gone null");
    }

    @Test
    void ofACallNobodyAnsweredNothingIsMissed() {
        String id = ended("", 0);
        keeper().lookAtEnded();

        assertThat(rows(id)).isEmpty();
    }

    @Test
    void aFileTheExchangeDidNotNameIsFoundByTheIdInItsName() throws IOException {
        String id = ended("-", 4_000);
        Wav.whole(4_000).in(folder, "2026/11/25/in-" + id + "-sales.wav");
        keeper().lookAtEnded();

        assertThat(said(id)).isEqualTo("THERE null 4000");
        assertThat(rows(id)).extracting(RecordingRecord::getFile).containsExactly("2026/11/25/in-" + id + "-sales.wav");
    }

    /// An exchange that stops recording and begins anew makes a file each time.
    @Test
    void theFilesOfOneConnectionAreItsPiecesInTheirOrder() throws IOException {
        String named = newId();
        pieces(named, named + "-a.wav", named + "-b.wav");
        Wav.whole(4_000).in(folder, named + "-a.wav");
        Wav.whole(1_000).in(folder, named + "-b.wav");
        String unnamed = newId();
        pieces(unnamed, "", "");
        Wav.whole(5_000).in(folder, "20261125-0959-" + unnamed + ".wav");
        Wav.notClosed(4_500).in(folder, "20261125-1000-" + unnamed + ".wav");
        keeper().lookAtEnded();
        keeper().sweep();

        assertThat(pieces(named))
                .containsExactly("0 THERE null " + named + "-a.wav", "1 TRUNCATED short " + named + "-b.wav");
        assertThat(pieces(unnamed))
                .containsExactly(
                        "0 THERE null 20261125-0959-" + unnamed + ".wav",
                        "1 TRUNCATED not-closed 20261125-1000-" + unnamed + ".wav");
    }

    private void pieces(String id, String first, String second) {
        Recording one = recording(id, first, 4_000);
        TestCalls.write(
                sql,
                PBX,
                id,
                List.of(
                        one,
                        new Recording(
                                one.connection(),
                                second,
                                NOW.minusSeconds(20),
                                NOW.minusSeconds(10),
                                4_000,
                                List.of())));
    }

    private List<String> pieces(String id) {
        return sql
                .selectFrom(RECORDING)
                .where(RECORDING.CONNECTION.eq(PBX.value() + "/" + id))
                .orderBy(RECORDING.STARTED_AT)
                .stream()
                .map(row -> row.getSegment() + " " + row.getState().getLiteral() + " " + row.getTrouble() + " "
                        + row.getFile())
                .toList();
    }

    @Test
    void whatVanishesLaterIsMissedByTheSweep() throws IOException {
        String id = ended("", 4_000);
        Path file = Wav.whole(4_000).in(folder, id + ".wav");
        keeper().lookAtEnded();
        Files.delete(file);
        keeper().sweep();

        assertThat(said(id)).isEqualTo("MISSING gone null");
    }

    @Test
    void aFileWithoutACallIsAnOrphanUntilItsCallIsAdded() throws IOException {
        String id = newId();
        old(Wav.whole(3_000).in(folder, id + ".wav"));
        Wav.whole(3_000).in(folder, newId() + ".wav");
        keeper().sweep();

        assertThat(sql.selectFrom(RECORDING)
                        .where(RECORDING.PBX.eq(PBX.value()))
                        .and(RECORDING.CONNECTION.isNull())
                        .fetch())
                .as("the file that is still written is left alone")
                .extracting(RecordingRecord::getFile, row -> row.getState().getLiteral())
                .containsExactly(org.assertj.core.api.Assertions.tuple(id + ".wav", "ORPHANED"));

        TestCalls.write(sql, PBX, id, List.of());
        keeper().sweep();

        assertThat(said(id)).isEqualTo("THERE null 3000");
        assertThat(rows(id)).extracting(RecordingRecord::getCallId).containsExactly(id);
    }

    @Test
    void anOrphanIsTakenOverWhenTheExchangeSpeaksOfIt() throws IOException {
        String id = newId();
        old(Wav.whole(3_000).in(folder, id + ".wav"));
        keeper().sweep();
        TestCalls.write(sql, PBX, id, List.of(recording(id, id + ".wav", 3_000)));
        keeper().lookAtEnded();

        assertThat(said(id)).isEqualTo("THERE null 3000");
        assertThat(sql.fetchCount(RECORDING, RECORDING.FILE.eq(id + ".wav"))).isOne();
    }

    @Test
    void aNameThatLeadsOutOfTheFolderLeadsNowhere(@TempDir Path elsewhere) throws IOException {
        Path secret = Wav.whole(4_000).in(elsewhere, "secret.wav");
        RecordingFolder files = new RecordingFolder(folder);
        Files.createSymbolicLink(folder.resolve("link.wav"), secret);

        assertThat(files.find("../" + elsewhere.getFileName() + "/secret.wav")).isEmpty();
        assertThat(files.find(secret.toString())).isEmpty();
        assertThat(files.find("link.wav")).isEmpty();
        assertThat(files.find("\0")).isEmpty();
        assertThat(files.find("")).isEmpty();
    }

    private RecordingKeeper keeper() {
        return new RecordingKeeper(sql, new RecordingFolder(folder), PBX.value(), () -> NOW);
    }

    /// A call that is over and was recorded.
    private String ended(String name, long talkMillis) {
        String id = newId();
        String file = name.equals("-") ? "" : id + ".wav";
        TestCalls.write(sql, PBX, id, List.of(recording(id, file, talkMillis)));
        return id;
    }

    private static Recording recording(String id, String file, long talkMillis) {
        return new Recording(
                new ConnectionId(PBX, id), file, NOW.minusSeconds(60), NOW.minusSeconds(30), talkMillis, List.of());
    }

    private static String newId() {
        return "1795580%03d.%d".formatted(IDS.get(), IDS.incrementAndGet());
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(600)));
    }

    private List<RecordingRecord> rows(String id) {
        return sql.selectFrom(RECORDING)
                .where(RECORDING.CONNECTION.eq(PBX.value() + "/" + id))
                .fetch();
    }

    private String said(String id) {
        assertThat(rows(id)).hasSize(1);
        RecordingRecord row = rows(id).getFirst();
        return row.getState().getLiteral() + " " + row.getTrouble() + " " + row.getLengthMillis();
    }
}
