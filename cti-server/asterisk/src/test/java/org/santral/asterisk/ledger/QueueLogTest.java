package org.santral.asterisk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.santral.history.CallRecord;

/// What `queue_log` knows and the event log does not: why a caller left a queue.
class QueueLogTest {
    @Test
    void aLineIsReadFieldByField() {
        QueueLogLine line =
                Objects.requireNonNull(QueueLogLine.read("1795580640|1795580634.0|sales|Sara|EXITWITHTIMEOUT|1|1|6"));
        assertThat(line)
                .isEqualTo(new QueueLogLine(
                        Instant.ofEpochSecond(1_795_580_640),
                        "1795580634.0",
                        "sales",
                        "Sara",
                        "EXITWITHTIMEOUT",
                        "1|1|6"));
        assertThat(line.ofCall()).isTrue();
        CelRow row = Objects.requireNonNull(CelRow.read(line.ledgerLine()));
        assertThat(row.toString())
                .isEqualTo("2026-11-25T04:24:00Z queue_log EXITWITHTIMEOUT sales Sara (1795580634.0) 1|1|6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795593361|NONE|NONE|NONE|QUEUESTART|",
                "1795593361|MANAGER|sales|Sara|PAUSE|lunch",
                "1795593361|REALTIME|sales|Sara|ADDMEMBER|"
            })
    void whatIsOfNoCallSaysSo(String line) {
        assertThat(Objects.requireNonNull(QueueLogLine.read(line)).ofCall()).isFalse();
    }

    @Test
    void aLineThatACrashCutOffIsNotGluedToTheNextStartsFirst() {
        String whole = "1795580640|1795580634.0|sales|NONE|ABANDON|1|1|6";
        String next = "1795593361|NONE|NONE|NONE|QUEUESTART|";
        for (int cut = 1; cut < whole.indexOf("ABANDON") + "ABANDON|".length(); cut++) {
            assertThat(QueueLogLine.read(whole.substring(0, cut) + next))
                    .as(whole.substring(0, cut))
                    .isNull();
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"EXITWITHTIMEOUT, TIMED_OUT", "EXITEMPTY, NOT_ANSWERED"})
    void whyTheCallerLeftIsTakenFromTheQueuesOwnLog(String event, CallRecord.Outcome outcome) throws IOException {
        List<CelRow> rows = withoutTheTimeTheQueueWasGiven();
        assertThat(Recorded.of(rows))
                .singleElement()
                .satisfies(record -> assertThat(record.outcome()).isEqualTo(CallRecord.Outcome.NOT_ANSWERED));
        rows.add(queueLog("1795580640|1795580634.0|sales|NONE|" + event + "|1|1|6"));
        assertThat(Recorded.of(rows))
                .singleElement()
                .satisfies(record -> assertThat(record.outcome()).isEqualTo(outcome));
    }

    /// Asterisk writes ABANDON also of whom it hangs up itself, as when it stops.
    @Test
    void whoTheExchangeHangsUpHasNotGivenUp() throws IOException {
        List<CelRow> rows = withoutTheTimeTheQueueWasGiven();
        rows.add(queueLog("1795580640|1795580634.0|sales|NONE|ABANDON|1|1|6"));
        assertThat(Recorded.of(rows)).singleElement().satisfies(record -> {
            assertThat(record.outcome()).isEqualTo(CallRecord.Outcome.NOT_ANSWERED);
            assertThat(record.hungUpBy()).isEqualTo("pbx");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795580640|1795580634.0|vip|NONE|EXITWITHTIMEOUT|1|1|6",
                "1795580640|1795580634.7|sales|NONE|EXITWITHTIMEOUT|1|1|6",
                "1795580660|1795580634.0|sales|NONE|EXITWITHTIMEOUT|1|1|6",
                "1795580600|1795580634.0|sales|NONE|EXITWITHTIMEOUT|1|1|6"
            })
    void aLineThatDoesNotFitWhatTheEventLogSawCountsNothing(String line) throws IOException {
        List<CelRow> rows = withoutTheTimeTheQueueWasGiven();
        rows.add(queueLog(line));
        assertThat(Recorded.of(rows).getFirst().outcome()).isEqualTo(CallRecord.Outcome.NOT_ANSWERED);
    }

    @Test
    void aQueueThatSaysOtherwiseThanTheEventLogContradictsIt() throws IOException {
        List<CelRow> rows =
                new ArrayList<>(Recorded.named("queue-ring-all-answered").ledger());
        CelRow queue = rows.stream()
                .filter(row -> row.type().equals("APP_START") && row.app().equals("Queue"))
                .findFirst()
                .orElseThrow();
        rows.add(queueLog(queue.at().getEpochSecond() + "|" + queue.uniqueid() + "|sales|NONE|ABANDON|1|1|6"));
        assertThat(LedgerCall.of(rows).getFirst().contradictions()).containsExactly("sales: ABANDON");

        List<CelRow> unanswered = withoutTheTimeTheQueueWasGiven();
        unanswered.add(queueLog("1795580637|1795580634.0|sales|Sara|CONNECT|3|1795580634.1|2"));
        assertThat(LedgerCall.of(unanswered).getFirst().contradictions()).containsExactly("sales: CONNECT");
    }

    @Test
    void severalMembersMayBeGivenUpInOneSecond() {
        assertThat(queueLog("1795580637|1795580634.0|sales|Leila Karimi|RINGNOANSWER|3000")
                        .identity())
                .isNotEqualTo(queueLog("1795580637|1795580634.0|sales|Omid Rezaei|RINGNOANSWER|3000")
                        .identity());
    }

    /// A dialplan that gives no time to `Queue`, so that nothing but the queue's own log says why it ended.
    private static List<CelRow> withoutTheTimeTheQueueWasGiven() throws IOException {
        List<CelRow> rows = new ArrayList<>();
        for (CelRow row : Recorded.named("queue-unanswered-timed-out").ledger()) {
            rows.add(
                    row.app().equals("Queue")
                            ? new CelRow(
                                    row.type(),
                                    row.at(),
                                    row.uniqueid(),
                                    row.linkedid(),
                                    row.channel(),
                                    row.number(),
                                    row.name(),
                                    row.dialled(),
                                    row.exten(),
                                    row.context(),
                                    row.app(),
                                    "sales,tk",
                                    row.peer(),
                                    row.userType(),
                                    row.extra())
                            : row);
        }
        return rows;
    }

    private static CelRow queueLog(String line) {
        return Objects.requireNonNull(
                CelRow.read(Objects.requireNonNull(QueueLogLine.read(line)).ledgerLine()));
    }
}
