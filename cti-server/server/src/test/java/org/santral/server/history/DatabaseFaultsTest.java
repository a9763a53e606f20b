package org.santral.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.santral.server.tables.Tables.CALL_LEG;
import static org.santral.server.tables.Tables.CALL_RECORD;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.server.database.CuttingRelay;
import org.santral.server.database.Pool;

/// What a real database does to whoever writes: it deadlocks, waits for a lock, loses the line after the commit,
/// is read-only or full. Nothing is lost, and nothing stands there twice.
@Tag("db")
class DatabaseFaultsTest {
    private static final Pool POOL = Pool.shared();

    @TempDir
    private Path folder;

    private final DSLContext sql = POOL.sql();
    private final List<SpooledHistory> opened = new ArrayList<>();

    @BeforeEach
    void nothingIsWritten() {
        sql.deleteFrom(CALL_RECORD).execute();
    }

    @AfterEach
    void close() {
        opened.forEach(SpooledHistory::close);
    }

    @Test
    void anAnswerThatIsLostAfterTheCommitLeavesEachCallThereOnceWithItsLegs() throws Exception {
        int port = URI.create(POOL.database().url().substring(5)).getPort();
        try (CuttingRelay relay = new CuttingRelay(port)) {
            SpooledHistory history = history(POOL.sqlThrough(relay.port()), 1000);
            Made one = Made.anew().with("sara", "omid");
            Made other = Made.anew().with("sara");
            relay.cutAfterCommit(2);
            history.write(one.record());
            history.write(other.record());

            assertThat(history.awaitWritten(30_000)).isTrue();
            assertThat(relay.cuts()).isEqualTo(2);
            assertThat(history.failures()).isEqualTo(2);
            assertThat(calls())
                    .containsExactlyInAnyOrder(one.call().value(), other.call().value());
            assertThat(sql.fetchCount(CALL_LEG)).isEqualTo(3);
        }
    }

    @Test
    void aDeadlockIsWrittenAnewAtOnce() throws Exception {
        SpooledHistory history = history(sql, 1000);
        Made first = Made.anew();
        Made second = Made.anew();
        history.write(first.record());
        history.write(second.record());
        assertThat(history.awaitWritten(20_000)).isTrue();
        try (Connection other = POOL.another();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            // The one who has changed more is let live.
            statement.execute("update call_record set did = 'x' where " + is(second));
            statement.execute(manyRows());
            history.write(first.revision(2).record());
            history.write(second.revision(2).record());
            await().atMost(Duration.ofSeconds(20)).until(() -> isLocked(first));
            statement.execute("update call_record set did = 'x' where " + is(first));
            other.rollback();
        }

        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(history.retries()).isPositive();
        assertThat(history.failures()).as("it was never away").isZero();
        assertThat(revisions()).containsExactly(2L, 2L);
    }

    @Test
    void aLockHeldTooLongIsWaitedForAnew() throws Exception {
        SpooledHistory history = history(sql, 1000);
        Made call = Made.anew();
        history.write(call.record());
        assertThat(history.awaitWritten(20_000)).isTrue();
        try (Connection other = POOL.another();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select id from call_record where " + is(call) + " for update");
            history.write(call.revision(2).record());
            await().atMost(Duration.ofSeconds(20)).until(() -> history.retries() == 1);
            other.rollback();
        }

        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(history.failures()).as("it was never away").isZero();
        assertThat(revisions()).containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource({"1290, read-only", "1114, full"})
    void aDatabaseThatTakesNothingIsAwayUntilItDoesAndRefusesNoRecord(int error, String words) throws Exception {
        SpooledHistory history = history(sql, 1000);
        sql.execute("create trigger takes_nothing before insert on call_record for each row"
                + " signal sqlstate 'HY000' set mysql_errno = " + error + ", message_text = 'it is " + words + "'");
        Made call = Made.anew();
        try {
            history.write(call.record());
            await().atMost(Duration.ofSeconds(20)).until(() -> history.away() != null);
            assertThat(Objects.requireNonNull(history.away())).contains("it is " + words);
            assertThat(history.setAside()).isZero();
        } finally {
            sql.execute("drop trigger takes_nothing");
        }

        assertThat(history.awaitWritten(20_000)).isTrue();
        assertThat(history.away()).isNull();
        assertThat(calls()).containsExactly(call.call().value());
    }

    @Test
    void whatMemoryHasNoRoomForWaitsOnTheDiskAndOutlivesTheServer() throws Exception {
        sql.execute("create trigger takes_nothing before insert on call_record for each row"
                + " signal sqlstate 'HY000' set mysql_errno = 1290, message_text = 'it is away'");
        List<String> expected = new ArrayList<>();
        SpooledHistory history = history(sql, 10);
        try {
            Made first = ended(expected);
            history.write(first.record());
            await().atMost(Duration.ofSeconds(20)).until(() -> history.away() != null);
            for (int i = 0; i < 99; i++) {
                history.write(ended(expected).record());
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> history.onDisk() + history.unwritten().size() == 100
                            && history.unwritten().size() <= 10);
            assertThat(folder).isNotEmptyDirectory();
        } finally {
            sql.execute("drop trigger takes_nothing");
        }
        assertThat(history.awaitWritten(30_000)).isTrue();
        assertThat(calls()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(folder).isEmptyDirectory();
    }

    private static Made ended(List<String> expected) {
        Made call = Made.anew();
        expected.add(call.call().value());
        return call;
    }

    private SpooledHistory history(DSLContext way, int mostInMemory) throws IOException {
        SpooledHistory history = new SpooledHistory(new CallTables(way), folder, mostInMemory);
        opened.add(history);
        return history;
    }

    private boolean isLocked(Made call) throws SQLException {
        try (Connection third = POOL.another();
                Statement statement = third.createStatement()) {
            statement.execute("select id from call_record where " + is(call) + " for update nowait");
            return false;
        } catch (SQLException e) {
            return e.getErrorCode() == 1205;
        }
    }

    private static String is(Made call) {
        return "pbx = 'made' and call_id = '" + call.call().value() + "'";
    }

    private static String manyRows() {
        StringBuilder rows = new StringBuilder("insert into segment (name) values ");
        for (int i = 0; i < 200; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("('heavy ")
                    .append(System.nanoTime())
                    .append(' ')
                    .append(i)
                    .append("')");
        }
        return rows.toString();
    }

    private List<String> calls() {
        return sql.select(CALL_RECORD.CALL_ID).from(CALL_RECORD).fetch(CALL_RECORD.CALL_ID);
    }

    private List<Long> revisions() {
        return sql.select(CALL_RECORD.REVISION).from(CALL_RECORD).fetch(CALL_RECORD.REVISION);
    }
}
