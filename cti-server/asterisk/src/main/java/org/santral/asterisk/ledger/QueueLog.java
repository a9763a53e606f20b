package org.santral.asterisk.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What `queue_log` says of the callers of one call. It knows why a caller left a queue, which the event log
/// only suggests.
///
/// Its lines count only for a channel that the event log saw in that queue, at that time: a caller may write a
/// line break into a number, and with it what looks like another line.
final class QueueLog {
    private static final Duration ROUNDED = Duration.ofSeconds(1);
    private static final Set<String> ENDS = Set.of("ABANDON", "EXITWITHTIMEOUT", "EXITEMPTY", "EXITWITHKEY");

    private final List<CelRow> rows;

    QueueLog(List<CelRow> rows) {
        this.rows = rows.stream().filter(CelRow::ofQueueLog).toList();
    }

    /// @return how the caller left without an agent, empty when that is not said
    String end(Dialed queue, Instant until) {
        return last(queue, until, ENDS);
    }

    boolean connected(Dialed queue, Instant until) {
        return !last(queue, until, Set.of("CONNECT")).isEmpty();
    }

    /// @return the place at which the caller entered, `1` when it is not said
    String position(Dialed queue) {
        return rows.stream()
                .filter(row -> row.queueLogEvent().equals("ENTERQUEUE")
                        && within(row, queue, queue.by().at()))
                .map(row -> row.extra().substring(row.extra().lastIndexOf('|') + 1))
                .filter(position -> position.matches("[1-9]\\d{0,4}"))
                .findFirst()
                .orElse("1");
    }

    private String last(Dialed queue, Instant until, Set<String> events) {
        return rows.stream()
                .filter(row -> events.contains(row.queueLogEvent()) && within(row, queue, until))
                .map(CelRow::queueLogEvent)
                .reduce("", (before, later) -> later);
    }

    private static boolean within(CelRow row, Dialed queue, Instant until) {
        return row.uniqueid().equals(queue.by().uniqueid())
                && row.exten().equals(queue.queueName())
                && !row.at().isBefore(queue.by().at().minus(ROUNDED))
                && !row.at().isAfter(until.plus(ROUNDED));
    }
}
