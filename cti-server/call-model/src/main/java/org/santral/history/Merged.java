package org.santral.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.CallerClass;
import org.santral.history.CallRecord.Certainty;
import org.santral.history.CallRecord.Outcome;
import org.santral.pbx.ClearCause;

/// One record out of two: the ledger's course of the call, with what only live ears could know.
final class Merged {
    private Merged() {}

    static CallRecord of(CallRecord history, CallRecord ledger) {
        boolean known = ledger.outcome() != Outcome.UNKNOWN;
        // A list taken in mid-call may show what was dialled instead of who was called: a prefix, a short number.
        CallRecord who = sameCaller(history, ledger) ? history : ledger;
        CallRecord other = who == history ? ledger : history;
        List<CallRecord.Leg> legs = legs(history, ledger);
        long held = legs.stream().mapToLong(CallRecord.Leg::heldMillis).max().orElse(0);
        return new CallRecord(
                history.call(),
                history.revision(),
                ledger.direction(),
                who.caller(),
                or(who.e164(), other.e164()),
                or(who.customer(), other.customer()),
                or(history.did(), ledger.did()),
                or(ledger.queue(), history.queue()),
                or(ledger.agent(), history.agent()),
                ledger.startedAt(),
                known ? ledger.answeredAt() : or(ledger.answeredAt(), history.answeredAt()),
                or(ledger.endedAt(), history.endedAt()),
                ledger.waitMillis(),
                Math.max(0, ledger.talkMillis() - held),
                known ? ledger.outcome() : history.outcome() == Outcome.LIVE ? ledger.outcome() : history.outcome(),
                or(ledger.hungUpBy(), history.hungUpBy()),
                certainty(ledger),
                legs,
                history.transfers().isEmpty() ? ledger.transfers() : history.transfers(),
                history.notes(),
                or(history.partOf(), ledger.partOf()),
                history.partOf() == null ? withPartOf(history.because(), ledger) : history.because(),
                history.recordings());
    }

    /// Why a call has become part of another stands where it is said that it has.
    private static List<Because> withPartOf(List<Because> because, CallRecord ledger) {
        List<Because> reasons = new ArrayList<>(because);
        ledger.because().stream()
                .filter(reason -> reason.rule().equals(Rules.HISTORY_MERGED_INTO) && !reasons.contains(reason))
                .forEach(reasons::add);
        return List.copyOf(reasons);
    }

    /// Also where the ledger does not know who it was.
    private static boolean sameCaller(CallRecord history, CallRecord ledger) {
        return ledger.caller().kind() == CallerClass.UNAVAILABLE
                || (history.caller().kind() == ledger.caller().kind()
                        && history.caller().number().equals(ledger.caller().number()));
    }

    private static List<CallRecord.Leg> legs(CallRecord history, CallRecord ledger) {
        Map<String, CallRecord.Leg> written = new HashMap<>();
        ledger.legs().forEach(leg -> written.put(leg.connection().value(), leg));
        List<CallRecord.Leg> legs = new ArrayList<>();
        for (CallRecord.Leg heard : history.legs()) {
            CallRecord.Leg leg = written.remove(heard.connection().value());
            legs.add(leg == null ? ended(heard, ledger.endedAt()) : leg(heard, leg));
        }
        legs.addAll(ledger.legs().stream()
                .filter(leg -> written.containsKey(leg.connection().value()))
                .toList());
        legs.sort(Comparator.comparing(CallRecord.Leg::startedAt));
        return List.copyOf(legs);
    }

    private static CallRecord.Leg leg(CallRecord.Leg heard, CallRecord.Leg written) {
        return new CallRecord.Leg(
                written.connection(),
                written.device(),
                written.number().isEmpty() ? heard.number() : written.number(),
                or(heard.agent(), written.agent()),
                or(written.queue(), heard.queue()),
                written.startedAt(),
                heard.ringingAt(),
                or(written.answeredAt(), heard.answeredAt()),
                or(written.endedAt(), heard.endedAt()),
                Math.max(0, written.talkMillis() - heard.heldMillis()),
                heard.heldMillis(),
                or(written.cause(), heard.cause()),
                written.q850());
    }

    /// The ledger does not know it: it is not open when its call is over, all the same.
    private static CallRecord.Leg ended(CallRecord.Leg heard, @Nullable Instant end) {
        return heard.endedAt() != null
                ? heard
                : new CallRecord.Leg(
                        heard.connection(),
                        heard.device(),
                        heard.number(),
                        heard.agent(),
                        heard.queue(),
                        heard.startedAt(),
                        heard.ringingAt(),
                        heard.answeredAt(),
                        end,
                        heard.talkMillis(),
                        heard.heldMillis(),
                        ClearCause.LOST_TRACK,
                        heard.q850());
    }

    /// What the ledger saw in part only is no better known for it.
    private static Certainty certainty(CallRecord ledger) {
        return ledger.certainty() == Certainty.PARTLY_UNKNOWN ? Certainty.PARTLY_UNKNOWN : Certainty.REPAIRED;
    }

    static CallRecord certain(CallRecord record, CallRecord ledger, long revision) {
        return with(record, revision, certainty(ledger), record.because(), record.notes());
    }

    static CallRecord revised(CallRecord record, long revision) {
        return with(record, revision, record.certainty(), record.because(), record.notes());
    }

    /// A reason of an earlier reading gives way.
    static CallRecord because(CallRecord record, Because reason) {
        List<Because> reasons = new ArrayList<>(record.because());
        reasons.removeIf(
                one -> one.rule().equals(reason.rule()) && !reason.rule().equals(Rules.HISTORY_ADDED));
        reasons.add(reason);
        return with(record, record.revision(), record.certainty(), List.copyOf(reasons), record.notes());
    }

    /// Whether both say the same, whatever is said of why.
    static boolean same(CallRecord one, CallRecord other) {
        return bare(one).equals(bare(other));
    }

    private static CallRecord bare(CallRecord record) {
        return with(record, 0, record.certainty(), List.of(), record.notes());
    }

    static CallRecord noted(CallRecord record, long revision, List<Note> notes) {
        return with(record, revision, record.certainty(), record.because(), notes);
    }

    private static CallRecord with(
            CallRecord record, long revision, Certainty certainty, List<Because> because, List<Note> notes) {
        return new CallRecord(
                record.call(),
                revision,
                record.direction(),
                record.caller(),
                record.e164(),
                record.customer(),
                record.did(),
                record.queue(),
                record.agent(),
                record.startedAt(),
                record.answeredAt(),
                record.endedAt(),
                record.waitMillis(),
                record.talkMillis(),
                record.outcome(),
                record.hungUpBy(),
                certainty,
                record.legs(),
                record.transfers(),
                notes,
                record.partOf(),
                because,
                record.recordings());
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
