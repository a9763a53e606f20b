package org.santral.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.santral.asterisk.ledger.CelRow;
import org.santral.pbx.PbxId;
import org.santral.server.database.Pool;

/// What is read in two places, twice or late is kept once.
@Tag("db")
class LedgerTablesTest {
    private static final Instant BEGIN = Instant.parse("2026-11-25T07:51:55.954290Z");

    private final Pool pool = Pool.shared();
    private final LedgerTables tables = new LedgerTables(pool.sql(), new PbxId("tables-" + System.nanoTime()));
    private final LedgerPlace file = place("file");
    private final LedgerPlace table = place("table");

    @BeforeEach
    void fresh() {
        assertThat(tables.position(file)).isZero();
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
    }

    @Test
    void aStepThatStandsInAFileAndInATableIsKeptOnce() {
        List<String> lines = List.of(step("CHAN_START", 0), step("HANGUP", 5), step("CHAN_END", 5));
        tables.keep(file, portion(lines), BEGIN);
        tables.keep(table, portion(lines), BEGIN);
        assertThat(kept()).containsExactly("CHAN_START", "HANGUP", "CHAN_END");
        assertThat(tables.position(table)).isEqualTo(3);
    }

    @Test
    void whatADatabaseWasToldTwiceIsKeptOnce() {
        tables.keep(table, portion(List.of(step("CHAN_START", 0), step("CHAN_START", 0))), BEGIN);
        assertThat(kept()).containsExactly("CHAN_START");
    }

    @Test
    void lookingBackNeitherLosesThePlaceNorDoublesARow() {
        tables.keep(table, portion(List.of(step("CHAN_START", 0), step("HANGUP", 5))), BEGIN);
        Instant late = tables.keep(
                table, new LedgerPortion(List.of(new LedgerPortion.Line(1, step("CHAN_START", 0))), 1), BEGIN);
        assertThat(late).isNull();
        assertThat(tables.position(table)).isEqualTo(2);
        assertThat(kept()).containsExactly("CHAN_START", "HANGUP");
    }

    @Test
    void aStepOfACallThatWasComparedWithoutItIsLate() {
        tables.keep(file, portion(List.of(step("CHAN_START", 0), step("CHAN_END", 5))), BEGIN);
        tables.settle(tables.open().stream().map(LedgerTables.Kept::id).toList());

        Instant late = tables.keep(table, portion(List.of(step("CHAN_START", 0), step("ANSWER", 2))), BEGIN);

        assertThat(late).isEqualTo(BEGIN.plusSeconds(2));
        assertThat(kept()).containsExactly("CHAN_START", "CHAN_END", "ANSWER");
    }

    @Test
    void whatCannotBeUnderstoodIsCountedAndHoldsNothingUp() {
        tables.keep(table, portion(List.of("", step("CHAN_START", 0), "~1,CHAN_")), BEGIN);
        assertThat(kept()).containsExactly("CHAN_START");
        assertThat(tables.unreadable()).isEqualTo(2);
    }

    private List<String> kept() {
        return tables.between(BEGIN.minusSeconds(60), BEGIN.plusSeconds(60)).stream()
                .map(CelRow::type)
                .toList();
    }

    private static String step(String type, int second) {
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            texts.add(new byte[0]);
        }
        return CelRow.line(type, BEGIN.plusSeconds(second), "1795593115.0", "1795593115.0", texts);
    }

    private static LedgerPortion portion(List<String> lines) {
        List<LedgerPortion.Line> all = new ArrayList<>();
        for (String line : lines) {
            all.add(new LedgerPortion.Line(all.size() + 1, line));
        }
        return new LedgerPortion(all, lines.size());
    }

    private static LedgerPlace place(String name) {
        return new LedgerPlace(name, LedgerPlace.fingerprint(name.getBytes(StandardCharsets.UTF_8)));
    }
}
