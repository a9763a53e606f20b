package org.santral.asterisk.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.santral.asterisk.ami.Oddities;
import org.santral.asterisk.translate.AsteriskTranslator;
import org.santral.pbx.ConnectionId;
import org.santral.pbx.PbxId;
import org.santral.switchboard.Input;

/// The lines of the ledger that are one call.
///
/// @param rows in the order of the log
/// @param whole whether each of its channels is seen to begin
/// @param over whether each of its channels is seen to end, or the exchange has started anew since
/// @param restarted when the exchange is known to have started anew while this call lived, null when it did not
public record LedgerCall(
        List<CelRow> rows,
        boolean whole,
        boolean over,
        @Nullable Instant restarted) {

    public LedgerCall {
        rows = List.copyOf(rows);
    }

    /// Sorts the lines into calls: by Linkedid, by bridges and by transfers, pick-ups and retrievals.
    public static List<LedgerCall> of(Collection<CelRow> rows) {
        Restarts restarts = new Restarts();
        rows.forEach(restarts::see);
        return new SameCall().sort(rows).stream().map(one -> of(one, restarts)).toList();
    }

    private static LedgerCall of(List<CelRow> rows, Restarts restarts) {
        Set<String> begun = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (CelRow row : rows) {
            if (row.type().equals("CHAN_START")) {
                begun.add(row.uniqueid());
            }
            open.add(row.uniqueid());
        }
        boolean whole = begun.size() == open.size();
        for (CelRow row : rows) {
            if (row.type().equals("CHAN_END")) {
                open.remove(row.uniqueid());
            }
        }
        Instant restarted = open.isEmpty() ? null : restarts.after(open);
        return new LedgerCall(rows, whole, open.isEmpty() || restarted != null, restarted);
    }

    /// Whether only `queue_log` speaks of it: the event log is behind, or was not kept then.
    public boolean ofQueueLogAlone() {
        return rows.stream().allMatch(CelRow::ofQueueLog);
    }

    /// Where `queue_log` says something else of a queue than the event log, such as `sales: ABANDON` of a
    /// caller who was answered.
    public List<String> contradictions() {
        return Retelling.contradictions(rows);
    }

    public Instant from() {
        return rows.stream().map(CelRow::at).min(Instant::compareTo).orElse(Instant.EPOCH);
    }

    public Instant until() {
        return rows.stream().map(CelRow::at).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /// Every channel of it, Local ones too.
    public Set<String> uniqueids() {
        return rows.stream().map(CelRow::uniqueid).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<ConnectionId> connections(PbxId pbx) {
        return uniqueids().stream().map(id -> new ConnectionId(pbx, id)).collect(Collectors.toSet());
    }

    /// What it amounts to, as if it had been heard live.
    public List<Input> retell(PbxId pbx) {
        List<Input> inputs = new ArrayList<>();
        Consumer<Input> kept = inputs::add;
        AsteriskTranslator translator = new AsteriskTranslator(pbx, new Oddities(), kept);
        for (AmiMessage message : Retelling.of(rows)) {
            translator.take(message);
        }
        if (restarted != null) {
            inputs.add(new Input.LinkUp(pbx, true, restarted));
        }
        return inputs;
    }
}
