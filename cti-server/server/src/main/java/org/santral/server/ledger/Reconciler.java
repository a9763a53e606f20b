package org.santral.server.ledger;

import static org.santral.server.tables.Tables.CALL_RECORD;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ledger.CelRow;
import org.santral.asterisk.ledger.LedgerCall;
import org.santral.history.CallRecord;
import org.santral.history.Difference;
import org.santral.history.Repair;
import org.santral.history.RepairPolicy;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxId;
import org.santral.server.history.HistoryWriter;
import org.santral.server.history.RecordedCalls;

/// Compares calls that are over with the history, and writes what the history did not know. Running it again on
/// the same lines changes nothing.
final class Reconciler {
    /// Until the loop has told the history of a call's end, and the log has written its last line.
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final int EVIDENCE_LINES = 400;
    /// How long the event log is waited for where only a queue's log speaks of a call.
    private static final Duration EVENT_LOG_BEHIND = Duration.ofHours(1);

    private static final Duration STEP = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofHours(4);
    /// A call of which no channel is left has no further line.
    private static final Duration AFTER = Duration.ofMinutes(10);

    private static final int MOST_OF_A_STEP = 50_000;

    private final PbxId pbx;
    private final LedgerTables tables;
    private final RecordedCalls recorded;
    private final HistoryWriter history;
    private final Accounts accounts;
    private final InstantSource clock;

    Reconciler(
            PbxId pbx,
            LedgerTables tables,
            RecordedCalls recorded,
            HistoryWriter history,
            Accounts accounts,
            InstantSource clock) {
        this.pbx = pbx;
        this.tables = tables;
        this.recorded = recorded;
        this.history = history;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Calls that are over and have not been compared.
    ///
    /// @return how many calls wait: they live, or their end is too fresh
    int settle(LiveBoard live) {
        List<LedgerTables.Kept> open = tables.open();
        if (open.isEmpty()) {
            return 0;
        }
        Map<CelRow, List<Long>> ids = open.stream()
                .collect(Collectors.groupingBy(
                        LedgerTables.Kept::row, Collectors.mapping(LedgerTables.Kept::id, Collectors.toList())));
        LedgerTables.Heard heard = tables.heardWhen();
        int waiting = 0;
        for (LedgerCall call :
                LedgerCall.of(open.stream().map(LedgerTables.Kept::row).toList())) {
            if (!over(call) || tooFresh(call) || !compare(call, live, heard)) {
                waiting++;
                continue;
            }
            tables.settle(call.rows().stream()
                    .distinct()
                    .flatMap(row -> ids.getOrDefault(row, List.of()).stream())
                    .toList());
        }
        return waiting;
    }

    /// `queue_log` may be read before the event log of the same call; what the event log never comes to say, as
    /// of before it was kept, is not waited for.
    private boolean over(LedgerCall call) {
        return call.ofQueueLogAlone() ? call.until().plus(EVENT_LOG_BEHIND).isBefore(clock.instant()) : call.over();
    }

    private boolean tooFresh(LedgerCall call) {
        return call.until().plus(GRACE).isAfter(clock.instant());
    }

    /// Every call of a span once more, and every call of the history that the ledger does not know.
    void checkAgain(Instant from, Instant until, LiveBoard live) {
        LedgerTables.Heard heard = tables.heardWhen();
        for (Instant begin = from; begin.isBefore(until); begin = begin.plus(STEP)) {
            Instant end = begin.plus(STEP).isBefore(until) ? begin.plus(STEP) : until;
            for (LedgerCall call : LedgerCall.of(tables.between(begin.minus(LONGEST), end.plus(AFTER)))) {
                boolean endsHere = !call.until().isBefore(begin) && call.until().isBefore(end);
                if (endsHere && call.whole() && call.over() && !tooFresh(call)) {
                    compare(call, live, heard);
                }
            }
            unknownToTheLedger(begin, end);
        }
    }

    /// @return false when it cannot be compared yet
    private boolean compare(LedgerCall call, LiveBoard live, LedgerTables.Heard heard) {
        Set<org.santral.pbx.ConnectionId> connections = call.connections(pbx);
        if (live.connections().stream().anyMatch(connections::contains)) {
            return false;
        }
        Instant since = heard.since();
        if (since == null || call.until().isBefore(since) || !call.whole()) {
            // Of before the first start of this server, or cut in two by the beginning of the ledger.
            return since != null;
        }
        boolean unheard = heard.gapWithin(call.from(), call.until());
        List<CallRecord> records = accounts.of(call, live.seats(), unheard);
        Set<CallId> unwritten = history.unwritten();
        List<@Nullable CallRecord> known = new ArrayList<>();
        for (CallRecord record : records) {
            CallRecord found = known(record, connections, known);
            if (unwritten.contains(record.call()) || (found != null && unwritten.contains(found.call()))) {
                return false;
            }
            known.add(found);
        }
        String evidence = evidence(call);
        for (int i = 0; i < records.size(); i++) {
            mend(known.get(i), records.get(i), unheard, evidence);
        }
        if (!records.isEmpty()) {
            contradicted(call, known.getFirst() == null ? records.getFirst() : known.getFirst(), evidence);
        }
        return true;
    }

    /// By its name, else by who was in it, unless that is another call of the same lines.
    private @Nullable CallRecord known(
            CallRecord record, Set<org.santral.pbx.ConnectionId> connections, List<@Nullable CallRecord> taken) {
        Optional<CallRecord> named = recorded.named(record.call());
        if (named.isPresent()) {
            return named.get();
        }
        return recorded.with(connections)
                .filter(found -> taken.stream()
                        .noneMatch(other -> other != null && other.call().equals(found.call())))
                .orElse(null);
    }

    private void mend(@Nullable CallRecord known, CallRecord ledger, boolean unheard, String evidence) {
        Repair repair = RepairPolicy.decide(known, ledger, unheard);
        if (!repair.differences().isEmpty()) {
            tables.differ(known == null ? ledger : known, repair.differences(), evidence, clock.instant());
        }
        if (repair.record() != null) {
            history.write(repair.record());
        }
    }

    /// The event log decides; that the queue's own log says something else is shown.
    private void contradicted(LedgerCall call, CallRecord record, String evidence) {
        List<Difference> differences = call.contradictions().stream()
                .map(words -> new Difference("queue-log", record.outcome().name(), words, Difference.Mend.LEFT))
                .toList();
        if (!differences.isEmpty()) {
            tables.differ(record, differences, evidence, clock.instant());
        }
    }

    /// Flagged and not deleted: the ledger may have been off.
    private void unknownToTheLedger(Instant from, Instant until) {
        Instant covers = tables.covers().orElse(null);
        Instant newest = tables.newest().orElse(null);
        if (covers == null || newest == null) {
            return;
        }
        List<CallRecord> records = recorded.where(
                CALL_RECORD
                        .PBX
                        .eq(pbx.value())
                        .and(CALL_RECORD.ENDED_AT.ge(from))
                        .and(CALL_RECORD.ENDED_AT.lt(until))
                        .and(CALL_RECORD.STARTED_AT.gt(covers))
                        .and(CALL_RECORD.ENDED_AT.lt(newest)),
                MOST_OF_A_STEP);
        Set<String> known = tables.known(records.stream()
                .flatMap(record -> record.legs().stream())
                .map(leg -> leg.connection().value())
                .collect(Collectors.toSet()));
        for (CallRecord record : records) {
            boolean told = record.legs().isEmpty()
                    || record.legs().stream()
                            .anyMatch(leg -> known.contains(leg.connection().value()));
            if (!told) {
                tables.differ(
                        record,
                        List.of(new Difference("call", record.outcome().name(), null, Difference.Mend.LEFT)),
                        "",
                        clock.instant());
            }
        }
    }

    private static String evidence(LedgerCall call) {
        return call.rows().stream().limit(EVIDENCE_LINES).map(CelRow::toString).collect(Collectors.joining("\n"));
    }
}
