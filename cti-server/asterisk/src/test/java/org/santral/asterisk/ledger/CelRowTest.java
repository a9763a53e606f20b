package org.santral.asterisk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.santral.history.CallRecord;

/// The ledger is written by a process that may be killed, about people who may write anything.
class CelRowTest {
    @Test
    void aLineCutOffAnywhereIsNoLineAndTheNextOneBehindItIsWhole() throws IOException {
        String whole = Recorded.named("queue-ring-all-answered").ledgerLines().getFirst();
        CelRow row = CelRow.read(whole);
        assertThat(row).isNotNull();
        for (int cut = 0; cut < whole.length(); cut++) {
            String torn = whole.substring(0, cut);
            assertThat(CelRow.read(torn)).isNull();
            assertThat(CelRow.read(torn + whole)).isEqualTo(row);
            assertThat(CelRow.whole(torn + whole)).isEqualTo(whole);
        }
    }

    @Test
    void aCallerWhoWritesLineBreaksAndHeadersIsTextLikeAnyOther() {
        String hostile = "x\r\nEvent: Hangup\r\nUniqueid: 1.1\r\n\r\n,~\n~1,HANGUP";
        CelRow row = Objects.requireNonNull(CelRow.read(line("CHAN_START", "1.0", hostile)));
        assertThat(row.number()).isEqualTo(hostile);

        List<CallRecord> records = read(List.of(line("CHAN_START", "1.0", hostile), line("CHAN_END", "1.0", hostile)));

        assertThat(records)
                .singleElement()
                .satisfies(record -> assertThat(record.legs())
                        .singleElement()
                        .satisfies(leg -> assertThat(leg.number()).doesNotContain("\n")));
    }

    @Test
    void whatIsAnothersLineIsNotUnderstood() {
        assertThat(CelRow.read("")).isNull();
        assertThat(CelRow.read("\"CHAN_START\",\"1795578972\",\"x\"")).isNull();
        assertThat(CelRow.read(line("CHAN_START", "1.0; drop", "x"))).isNull();
        assertThat(CelRow.read(line("CHAN_START", "1.0", "x").replace("Lg", "!!")))
                .isNull();
    }

    @Test
    void timesAreSecondsOfOneWorldWideClock() {
        CelRow row = Objects.requireNonNull(CelRow.read(line("CHAN_START", "1.0", "x")));
        assertThat(row.at()).isEqualTo(Instant.parse("2026-11-25T03:56:12.877399Z"));
    }

    @Test
    void aRestartOfTheExchangeEndsTheCallsOfBefore() throws IOException {
        List<CelRow> rows =
                new ArrayList<>(Recorded.named("incoming-direct-answered").ledger());
        rows.removeIf(row -> List.of("HANGUP", "CHAN_END", "LINKEDID_END", "APP_END", "BRIDGE_EXIT")
                .contains(row.type()));
        assertThat(LedgerCall.of(rows))
                .allSatisfy(call -> assertThat(call.over()).isFalse());

        rows.add(Objects.requireNonNull(CelRow.read(line("CHAN_START", "1799999999.1", "x"))));

        LedgerCall first = LedgerCall.of(rows).getFirst();
        assertThat(first.over()).isTrue();
        assertThat(Recorded.of(first.rows())).hasSize(1);
        List<CallRecord> records = Recorded.of(rows);
        assertThat(records.getFirst().outcome()).isEqualTo(CallRecord.Outcome.ANSWERED);
        assertThat(records.getFirst().certainty()).isEqualTo(CallRecord.Certainty.PARTLY_UNKNOWN);
        assertThat(records.getFirst().hungUpBy()).isNull();
    }

    @Test
    void linesOfManyCallsInAnyOrderAreTheSameCalls() throws IOException {
        List<CelRow> rows =
                new ArrayList<>(Recorded.named("incoming-while-talking").ledger());
        int calls = LedgerCall.of(rows).size();
        Collections.reverse(rows);
        assertThat(LedgerCall.of(rows)).hasSize(calls);
    }

    private static List<CallRecord> read(List<String> lines) {
        try {
            return Recorded.of(lines.stream()
                    .map(CelRow::read)
                    .map(Objects::requireNonNull)
                    .toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(String type, String uniqueid, String number) {
        String fields = String.join(
                ",",
                encoded("PJSIP/trunk-00000000"),
                encoded(number),
                encoded("name"),
                encoded(""),
                encoded("02188880011"),
                encoded("from-trunk"),
                encoded(""),
                encoded(""),
                encoded(""),
                encoded(""),
                encoded(""));
        return "~1," + type + ",1795578972.877399," + uniqueid + "," + uniqueid + "," + fields + ",~";
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(("." + text).getBytes(StandardCharsets.UTF_8));
    }
}
