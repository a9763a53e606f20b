package org.santral.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.santral.server.tables.Tables.CALL_RECORD;
import static org.santral.server.tables.Tables.GONE_NUMBER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.santral.call.Direction;
import org.santral.history.CallRecord;
import org.santral.lines.Lines;
import org.santral.pbx.ClearCause;
import org.santral.pbx.ConnectionId;
import org.santral.server.database.Pool;
import org.santral.server.tables.tables.records.GoneNumberRecord;
import org.santral.switchboard.Effect;

/// What the network says of numbers that we call.
@Tag("db")
class GoneNumbersTest {
    private static final String CALLED = "+982144440004";
    private static final String SCENARIO = "outgoing-no-such-number";
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Pool pool = Pool.shared();
    private final CallTables tables = new CallTables(pool.sql());

    @BeforeEach
    void nothingOfOurs() {
        pool.sql().deleteFrom(CALL_RECORD).where(CALL_RECORD.E164.eq(CALLED)).execute();
        pool.sql().deleteFrom(GONE_NUMBER).where(GONE_NUMBER.E164.eq(CALLED)).execute();
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
    }

    @Test
    void aNumberThatTheNetworkDoesNotKnowIsGone() {
        tables.write(List.of(outgoing(NOON, 22)));

        GoneNumberRecord gone = Objects.requireNonNull(gone());
        assertThat(gone.getQ850()).isEqualTo((short) 22);
        assertThat(gone.getToldAt()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void aRecordedCallToANumberThatNobodyHasSaysSo() throws IOException {
        Path effects = Path.of("../call-model/src/test/resources/scenarios", SCENARIO, SCENARIO + ".effects");
        List<CallRecord> told = Files.readAllLines(effects).stream()
                .filter(line -> line.startsWith("{\"type\":\"RecordCall\""))
                .map(line -> ((Effect.RecordCall) Lines.readEffect(line)).record())
                .toList();
        told.forEach(record -> tables.write(List.of(record)));

        assertThat(gone()).isNotNull();
        pool.sql()
                .deleteFrom(CALL_RECORD)
                .where(CALL_RECORD.CALL_ID.eq(told.getLast().call().value()))
                .execute();
    }

    @Test
    void whoAnswersLaterHasIt() {
        tables.write(List.of(outgoing(NOON, 1)));
        tables.write(List.of(outgoing(NOON.plusSeconds(60), 16)));
        assertThat(gone()).isNull();

        tables.write(List.of(outgoing(NOON.plusSeconds(120), 16), outgoing(NOON.plusSeconds(180), 1)));
        assertThat(gone()).as("the later call counts").isNotNull();
    }

    @Test
    void anAnswerFromBeforeThatIsWrittenLateTakesNothingBack() {
        tables.write(List.of(outgoing(NOON, 1)));
        tables.write(List.of(outgoing(NOON.minusSeconds(60), 16)));

        assertThat(gone()).isNotNull();
    }

    @Test
    void aCallThatIsWrittenLateDoesNotSayWhatALaterOneHasRefuted() {
        tables.write(List.of(outgoing(NOON, 16)));
        tables.write(List.of(outgoing(NOON.minusSeconds(60), 1)));
        assertThat(gone()).isNull();

        tables.write(List.of(outgoing(NOON.plusSeconds(60), 1)));
        tables.write(List.of(outgoing(NOON.plusSeconds(30), 22)));
        assertThat(Objects.requireNonNull(gone()).getToldAt())
                .as("the newest word")
                .isEqualTo(NOON.plusSeconds(62));
    }

    @Test
    void whoIsBusyOrCallsUsSaysNothingOfTheirNumber() {
        CallRecord from = outgoing(NOON, 1);
        tables.write(List.of(
                outgoing(NOON, 17),
                new CallRecord(
                        Made.anew().call(),
                        1,
                        Direction.INCOMING,
                        from.caller(),
                        CALLED,
                        null,
                        null,
                        null,
                        null,
                        NOON,
                        null,
                        NOON.plusSeconds(2),
                        0,
                        0,
                        CallRecord.Outcome.FAILED,
                        "pbx",
                        CallRecord.Certainty.LIVE,
                        from.legs(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of())));

        assertThat(gone()).isNull();
    }

    private @Nullable GoneNumberRecord gone() {
        return pool.sql().fetchOne(GONE_NUMBER, GONE_NUMBER.E164.eq(CALLED));
    }

    private static CallRecord outgoing(Instant at, int q850) {
        Made made = Made.anew();
        boolean answered = q850 == 16;
        CallRecord.Leg trunk = new CallRecord.Leg(
                new ConnectionId(Made.PBX, made.call().value() + ".1"),
                "PJSIP/trunk",
                "02144440004",
                null,
                null,
                at,
                null,
                answered ? at.plusSeconds(1) : null,
                at.plusSeconds(2),
                answered ? 1_000 : 0,
                0,
                answered ? ClearCause.NORMAL : ClearCause.UNREACHABLE,
                q850);
        return new CallRecord(
                made.call(),
                1,
                Direction.OUTGOING,
                made.record().caller(),
                CALLED,
                null,
                null,
                null,
                null,
                at,
                answered ? at.plusSeconds(1) : null,
                at.plusSeconds(2),
                0,
                answered ? 1_000 : 0,
                answered ? CallRecord.Outcome.ANSWERED : CallRecord.Outcome.FAILED,
                "pbx",
                CallRecord.Certainty.LIVE,
                List.of(trunk),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }
}
