package org.santral.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.asterisk.ledger.CelRow;
import org.santral.asterisk.ledger.LedgerCall;
import org.santral.pbx.PbxId;
import org.santral.server.database.Pool;

/// A real Asterisk writes its ledger over ODBC into a real MariaDB, which is stopped and started.
@Tag("pbx")
@Tag("db")
class LedgerDatabaseTest {
    private static final Instant NOBODY_HEARD = Instant.EPOCH;

    @Test
    void whatTheDatabaseMissedStandsInTheFilesAndBothTogetherCountNothingTwice(@TempDir Path folder) throws Exception {
        String pbx = "odbc-" + ProcessHandle.current().pid();
        try (Pool pool = Pool.shared();
                ExchangeWithDatabase exchange = new ExchangeWithDatabase(folder, pbx)) {
            LedgerTables tables = new LedgerTables(pool.sql(), new PbxId(pbx));
            LedgerTables alone = new LedgerTables(pool.sql(), new PbxId(pbx + "-alone"));
            LedgerReading both = reading(exchange.files(), exchange.reader(), pbx, tables);
            LedgerReading database = reading(null, exchange.reader(), pbx, alone);

            exchange.call();

            assertThat(both.read(NOBODY_HEARD).trouble()).isNull();
            assertThat(database.read(NOBODY_HEARD).trouble()).isNull();
            assertThat(kept(tables)).isEqualTo(written(exchange));
            assertThat(kept(alone)).as("row by row, field by field").isEqualTo(written(exchange));
            assertThat(LedgerCall.of(kept(alone)))
                    .singleElement()
                    .satisfies(call -> assertThat(call.whole() && call.over()).isTrue());

            exchange.database().stop();
            exchange.call();

            LedgerReading.Read away = both.read(NOBODY_HEARD);
            assertThat(away.trouble()).isEqualTo("ledger-database-away");
            assertThat(away.detail())
                    .startsWith("//127.0.0.1:")
                    .doesNotContain(exchange.reader().password());
            assertThat(LedgerCall.of(kept(tables)))
                    .as("the files are read all the same")
                    .hasSize(2);

            exchange.database().start();
            ExchangeWithDatabase.pause(6_000);
            exchange.call();

            assertThat(both.read(NOBODY_HEARD).trouble()).isNull();
            database.read(NOBODY_HEARD);
            assertThat(LedgerCall.of(kept(tables))).hasSize(3);
            assertThat(kept(tables)).isEqualTo(written(exchange));
            assertThat(LedgerCall.of(kept(alone)))
                    .as("what happened meanwhile is not in it")
                    .hasSize(2);
            forgets(exchange, both, tables);
            eachAccountMayDoItsOwnWorkAndNoMore(exchange);
            both.close();
            database.close();
            aLineThatAKillCutOffIsReadAndTheNextBootsLinesAreWhole(exchange, pool, pbx + "-killed");
            startedWithoutItsDatabaseItWritesNothingThereAndCallsThatAreHeardTell(exchange, alone, pbx);
        }
    }

    private static void startedWithoutItsDatabaseItWritesNothingThereAndCallsThatAreHeardTell(
            ExchangeWithDatabase exchange, LedgerTables tables, String pbx) throws Exception {
        exchange.database().stop();
        exchange.restart();
        exchange.database().start();
        ExchangeWithDatabase.pause(6_000);
        exchange.call();
        // Its rows end within the last minute: the call is told as if it had ended two minutes later.
        Instant heard = Instant.now().plusSeconds(120);
        InstantSource soonAfter = () -> heard.plusSeconds(61);

        LedgerReading.Read silent =
                reading(null, exchange.reader(), pbx, tables, soonAfter).read(heard);
        assertThat(silent.trouble()).isEqualTo("ledger-silent");
        assertThat(silent.detail()).startsWith("//127.0.0.1:");
        assertThat(reading(null, exchange.reader(), pbx, tables, () -> heard)
                        .read(heard)
                        .trouble())
                .as("what was heard just now may be on its way")
                .isNull();

        exchange.cli("module reload cel_odbc.so");
        exchange.call();
        Instant after = Instant.now();
        assertThat(reading(null, exchange.reader(), pbx, tables, () -> after.plusSeconds(61))
                        .read(after)
                        .trouble())
                .isNull();
    }

    private static void aLineThatAKillCutOffIsReadAndTheNextBootsLinesAreWhole(
            ExchangeWithDatabase exchange, Pool pool, String name) throws Exception {
        exchange.die();
        exchange.call();

        LedgerTables tables = new LedgerTables(pool.sql(), new PbxId(name));
        LedgerSettings settings = new LedgerSettings(
                exchange.files(),
                exchange.queueLog(),
                new LedgerSettings.Database("", "", ""),
                Duration.ofSeconds(2),
                "03:30",
                35,
                64);
        LedgerReading.Read read = new LedgerReading(settings, name, tables, InstantSource.system()).read(NOBODY_HEARD);

        assertThat(read.trouble()).isNull();
        assertThat(read.unread()).isZero();
        List<LedgerCall> calls = LedgerCall.of(kept(tables));
        assertThat(calls).hasSize(4);
        assertThat(calls.getLast().whole() && calls.getLast().over())
                .as("no line of the boot after the kill is lost")
                .isTrue();
        assertThat(calls.getLast().rows())
                .filteredOn(CelRow::ofQueueLog)
                .extracting(CelRow::type)
                .contains("QUEUE_LOG.ENTERQUEUE", "QUEUE_LOG.ABANDON");
        assertThat(calls.get(2).rows())
                .as("the cut line alone is missing")
                .noneMatch(row -> row.type().equals("LINKEDID_END"));
        assertThat(tables.unreadable()).as("of queue_log").isEqualTo(1);
    }

    private static void forgets(ExchangeWithDatabase exchange, LedgerReading both, LedgerTables tables)
            throws Exception {
        both.forget();
        assertThat(rows(exchange)).as("nothing is older than a month").isPositive();
        LedgerSettings.Database reader = exchange.reader();
        try (LedgerDatabase table = new LedgerDatabase(reader, tables.pbx())) {
            long read = tables.position(table.place());
            table.forget(read - 1, 0);
            assertThat(rows(exchange)).as("what has not been read stays").isEqualTo(1);
            table.forget(read, 0);
            assertThat(rows(exchange)).isZero();
        }
    }

    private static void eachAccountMayDoItsOwnWorkAndNoMore(ExchangeWithDatabase exchange) throws Exception {
        try (Connection writer = as(exchange, "santral_pbx", "LEDGER_WRITER_SECRET");
                Statement statement = writer.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from santral_cel"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
        try (Connection reader = as(exchange, "santral_reader", "LEDGER_READER_SECRET");
                Statement statement = reader.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update santral_cel set pbx = 'x'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    private static Connection as(ExchangeWithDatabase exchange, String account, String secret) throws Exception {
        return exchange.database().as(account, exchange.secret(secret), "ledger_of_a_test");
    }

    private static long rows(ExchangeWithDatabase exchange) throws Exception {
        try (Connection reader = as(exchange, "santral_reader", "LEDGER_READER_SECRET");
                Statement statement = reader.createStatement();
                var rows = statement.executeQuery("select count(*) from santral_cel")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static LedgerReading reading(
            @Nullable Path files, LedgerSettings.Database database, String pbx, LedgerTables tables) {
        return reading(files, database, pbx, tables, InstantSource.system());
    }

    private static LedgerReading reading(
            @Nullable Path files,
            LedgerSettings.Database database,
            String pbx,
            LedgerTables tables,
            InstantSource clock) {
        LedgerSettings settings = new LedgerSettings(files, null, database, Duration.ofSeconds(2), "03:30", 35, 64);
        return new LedgerReading(settings, pbx, tables, clock);
    }

    private static List<CelRow> kept(LedgerTables tables) {
        return tables.between(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    }

    private static List<CelRow> written(ExchangeWithDatabase exchange) throws IOException {
        Set<String> once = new HashSet<>();
        return Files.readAllLines(exchange.files().resolve("ledger.cel")).stream()
                .map(CelRow::read)
                .map(Objects::requireNonNull)
                .filter(row -> once.add(row.identity()))
                .toList();
    }
}
