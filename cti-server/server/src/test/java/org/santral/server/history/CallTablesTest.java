package org.santral.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.santral.server.tables.Tables.CALL_LEG;
import static org.santral.server.tables.Tables.CALL_RECORD;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.history.CallRecord;
import org.santral.history.RepairPolicy;
import org.santral.pbx.PbxId;
import org.santral.server.database.Pool;
import org.santral.server.tables.tables.records.CallLegRecord;
import org.santral.server.tables.tables.records.CallRecordRecord;

@Tag("db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallTablesTest {
    private final Pool pool = Pool.shared();
    private final DSLContext sql = pool.sql();
    private final CallTables tables = new CallTables(sql);

    @BeforeAll
    void nothingOfOurs() {
        sql.deleteFrom(CALL_RECORD).where(CALL_RECORD.PBX.eq(Made.PBX.value())).execute();
    }

    @AfterAll
    void close() throws IOException {
        pool.close();
    }

    @Test
    void oneCallIsOneRowAndTheHighestRevisionWins() {
        Made call = Made.anew().with("sara");
        write(call.revision(1).from("021", "first"));
        write(call.revision(2).from("0211", "second"));

        assertThat(rows(call)).singleElement().satisfies(row -> {
            assertThat(row.getRevision()).isEqualTo(2);
            assertThat(row.getCallerName()).isEqualTo("second");
            assertThat(row.getCallerNumber()).isEqualTo("0211");
        });
    }

    @Test
    void anOlderRevisionAfterANewerChangesNothing() {
        Made call = Made.anew();
        write(call.revision(5).from("0211", "newer").with("sara", "omid"));
        write(call.revision(4).from("0212", "older").with("leila"));

        assertThat(rows(call)).extracting(CallRecordRecord::getCallerName).containsExactly("newer");
        assertThat(legs(call)).extracting(CallLegRecord::getAgent).containsExactly("sara", "omid");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNoteAndARepairMeetInOneRowWhicheverComesFirst(boolean noteFirst) {
        Made heard = Made.anew().revision(7).with("sara");
        CallRecord repaired = Objects.requireNonNull(RepairPolicy.decide(
                        heard.record(), heard.to("02188880000", "support").record(), true)
                .record());
        CallRecord noted = heard.revision(8)
                .handed(new Made.Handed(
                        List.of(), List.of(new Note(new AgentId("sara"), Made.BEGIN, "sent the papers")), null))
                .record();
        write(heard);
        for (CallRecord record : noteFirst ? List.of(noted, repaired) : List.of(repaired, noted, repaired)) {
            tables.write(List.of(record));
        }

        assertThat(rows(heard)).singleElement().satisfies(row -> {
            assertThat(row.getQueue()).isEqualTo("support");
            assertThat(row.getCertainty().getLiteral()).isEqualTo("REPAIRED");
            assertThat(row.getRevision()).isEqualTo(1008);
            assertThat(row.getNotes().data()).contains("sent the papers");
        });
    }

    @Test
    void writingTwiceChangesNothing() {
        Made call = Made.anew().with("sara", "omid");
        write(call);
        List<CallRecordRecord> before = rows(call);
        List<CallLegRecord> legsBefore = legs(call);
        write(call);

        assertThat(rows(call)).isEqualTo(before).hasSize(1);
        assertThat(legs(call)).isEqualTo(legsBefore).hasSize(2);
    }

    @Test
    void theLegsAreReplacedNotAdded() {
        Made call = Made.anew();
        write(call.revision(1).with("sara", "omid", "leila"));
        write(call.revision(2).with("omid"));

        assertThat(legs(call)).extracting(CallLegRecord::getAgent).containsExactly("omid");
    }

    @Test
    void twoExchangesMayUseTheSameIdForTwoCalls() {
        Made here = Made.anew().from("0211", "here").with("sara");
        Made there = here.on(new PbxId("made-2")).from("0212", "there").with("omid");
        write(here, there);

        assertThat(rows(here)).extracting(CallRecordRecord::getCallerName).containsExactly("here");
        assertThat(rows(there)).extracting(CallRecordRecord::getCallerName).containsExactly("there");
        assertThat(legs(there)).extracting(CallLegRecord::getAgent).containsExactly("omid");
        sql.deleteFrom(CALL_RECORD).where(CALL_RECORD.PBX.eq("made-2")).execute();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "رضا احمدی",
                "ليلى الهاشمي",
                "Наталья Кузнецова",
                "Zoë O'Brien \"Z\" <b>&amp;</b>",
                "😀 👩‍👩‍👧 𝒜",
                "'; drop table call_record; --"
            })
    void namesOfEveryScriptComeBackLetterForLetter(String name) {
        Made call = Made.anew().from("02112345678", name);
        write(call);

        assertThat(rows(call)).extracting(CallRecordRecord::getCallerName).containsExactly(name);
    }

    @Test
    void boundedFieldsAreCutBetweenCharacters() {
        Made call = Made.anew().from("1".repeat(100), "😀".repeat(200)).to("5".repeat(80), "q".repeat(100));
        write(call.with("sara"));

        assertThat(rows(call)).singleElement().satisfies(row -> {
            assertThat(row.getCallerName()).isEqualTo("😀".repeat(128));
            assertThat(row.getCallerNumber()).isEqualTo("1".repeat(64));
            assertThat(row.getDid()).isEqualTo("5".repeat(32));
            assertThat(row.getQueue()).isEqualTo("q".repeat(64));
        });
        assertThat(legs(call)).extracting(CallLegRecord::getQueue).containsExactly("q".repeat(64));
    }

    @Test
    void timesAreKeptToTheMicrosecondInUtc() {
        Made call = Made.anew().at(Instant.parse("2026-03-29T00:59:59.123456Z")).with("sara");
        write(call);

        assertThat(rows(call)).extracting(CallRecordRecord::getStartedAt).containsExactly(call.startedAt());
        assertThat(legs(call)).extracting(CallLegRecord::getCallStartedAt).containsExactly(call.startedAt());
        assertThat(sql.select(field("cast(started_at as char)", String.class))
                        .from(CALL_RECORD)
                        .where(CALL_RECORD.CALL_ID.eq(call.call().value()))
                        .fetchSingle()
                        .value1())
                .isEqualTo("2026-03-29 00:59:59.123456");
    }

    private void write(Made... records) {
        tables.write(List.of(records).stream().map(Made::record).toList());
    }

    private List<CallRecordRecord> rows(Made made) {
        return sql.selectFrom(CALL_RECORD)
                .where(CALL_RECORD.PBX.eq(made.call().pbx().value()))
                .and(CALL_RECORD.CALL_ID.eq(made.call().value()))
                .fetch();
    }

    private List<CallLegRecord> legs(Made made) {
        return sql.select(CALL_LEG.fields())
                .from(CALL_LEG)
                .join(CALL_RECORD)
                .on(CALL_RECORD.ID.eq(CALL_LEG.RECORD_ID))
                .where(CALL_RECORD.PBX.eq(made.call().pbx().value()))
                .and(CALL_RECORD.CALL_ID.eq(made.call().value()))
                .orderBy(CALL_LEG.POSITION)
                .fetchInto(CALL_LEG);
    }
}
