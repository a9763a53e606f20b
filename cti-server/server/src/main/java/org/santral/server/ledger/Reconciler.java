package org.santral.server.ledger;

import static org.santral.server.tables.Tables.CALL_RECORD;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int MOST_OF_AN_HOUR = 50_000;

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
        int waiting = 0;
        for (LedgerCall call :
                LedgerCall.of(open.stream().map(LedgerTables.Kept::row).toList())) {
            if (!over(call) || tooFresh(call) || !compare(call, live)) {
                waiting++;
                continue;
            }
            Set<CelRow> rows = new HashSet<>(call.rows());
            tables.settle(open.stream()
                    .filter(kept -> rows.contains(kept.row()))
                    .map(LedgerTables.Kept::id)
                    .collect(Collectors.toSet()));
        }
        return waiting;
    }

    /// `queue_log` may be read before the event log of the same call; what the event log never comes to say, as
    /// of before it was kept, is not waited for.
    private boolean over(LedgerCall call) {
        return call.ofQueueLogAlone() ? call.until().plus(STEP).isBefore(clock.instant()) : call.over();
    }

    private boolean tooFresh(LedgerCall call) {
        return call.until().plus(GRACE).isAfter(clock.instant());
    }

    /// Every call of a span once more, and every call of the history that the ledger does not know.
    void checkAgain(Instant from, Instant until, LiveBoard live) {
        for (Instant hour = from; hour.isBefore(until); hour = hour.plus(STEP)) {
            Instant end = hour.plus(STEP).isBefore(until) ? hour.plus(STEP) : until;
            for (LedgerCall call : LedgerCall.of(tables.between(hour.minus(LONGEST), end.plus(LONGEST)))) {
                boolean endsHere = !call.until().isBefore(hour) && call.until().isBefore(end);
                if (endsHere && call.whole() && call.over() && !tooFresh(call)) {
                    compare(call, live);
                }
            }
            unknownToTheLedger(hour, end);
        }
    }

    /// @return false when it cannot be compared yet
    private boolean compare(LedgerCall call, LiveBoard live) {
        Set<org.santral.pbx.ConnectionId> connections = call.connections(pbx);
        if (live.connections().stream().anyMatch(connections::contains)) {
            return false;
        }
        Instant since = tables.heardSince().orElse(null);
        if (since == null || call.until().isBefore(since) || !call.whole()) {
            // Of before the first start of this server, or cut in two by the beginning of the ledger.
            return since != null;
        }
        boolean unheard = tables.gapWithin(call.from(), call.until());
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
        for (CallRecord record : recorded.where(
                CALL_RECORD
                        .PBX
                        .eq(pbx.value())
                        .and(CALL_RECORD.ENDED_AT.ge(from))
                        .and(CALL_RECORD.ENDED_AT.lt(until))
                        .and(CALL_RECORD.STARTED_AT.gt(covers))
                        .and(CALL_RECORD.ENDED_AT.lt(newest)),
                MOST_OF_AN_HOUR)) {
            boolean known = record.legs().isEmpty()
                    || record.legs().stream()
                            .anyMatch(leg -> tables.knows(leg.connection().value()));
            if (!known) {
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
