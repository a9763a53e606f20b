package org.santral.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.history.CallRecord.Certainty;

/// Whether the history of a call is added, corrected or left alone when the exchange's own ledger is read.
///
/// What was seen live from beginning to end stands: a difference is shown and not acted upon. What was not seen
/// is taken from the ledger, and what the ledger cannot know (ringing, hold, who was recognised) stays as it
/// was heard. Deciding a second time on the same ledger changes nothing.
public final class RepairPolicy {
    /// No state of a living call has so many revisions: what was corrected is not overwritten by what was heard
    /// before.
    static final long STEP = 1_000;

    private RepairPolicy() {}

    /// @param history null when it does not have the call
    /// @param ledger of a call that is over
    /// @param unheard whether the exchange was not heard for a while of this call
    public static Repair decide(@Nullable CallRecord history, CallRecord ledger, boolean unheard) {
        if (history == null) {
            CallRecord added = Merged.certain(ledger, ledger, STEP + 1);
            return new Repair(
                    Merged.because(added, Because.of(Rules.HISTORY_ADDED, "source", "ledger")),
                    List.of(new Difference("call", null, ledger.outcome().name(), Difference.Mend.ADDED)));
        }
        boolean mendable = unheard || history.certainty() != Certainty.LIVE || history.endedAt() == null;
        List<Difference> differences = Compared.of(history, ledger, mendable);
        if (!mendable) {
            return new Repair(null, differences);
        }
        CallRecord merged = Merged.of(history, ledger);
        boolean surer = history.certainty() == Certainty.PARTLY_UNKNOWN && merged.certainty() == Certainty.REPAIRED;
        if (!surer && (differences.isEmpty() || Merged.same(history, merged))) {
            return new Repair(null, List.of());
        }
        List<Difference> mended = new ArrayList<>(differences);
        if (surer) {
            mended.add(new Difference(
                    "certainty", history.certainty().name(), merged.certainty().name(), Difference.Mend.REPAIRED));
        }
        String what = String.join(
                ", ", mended.stream().map(Difference::field).distinct().toList());
        return new Repair(
                Merged.because(
                        Merged.revised(merged, history.revision() + STEP),
                        Because.of(Rules.HISTORY_REPAIRED, "source", "ledger", "what", what)),
                mended);
    }
}
