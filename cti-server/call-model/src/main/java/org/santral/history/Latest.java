package org.santral.history;

import org.santral.history.CallRecord.Certainty;

/// Of two records of one call the later one, with the later notes.
///
/// A record that the ledger repaired outranks what was heard before it; a note that its agent wrote after the call's
/// end may have come between, or come later still. It is taken over, and nothing else is.
public final class Latest {
    private Latest() {}

    public static CallRecord of(CallRecord one, CallRecord other) {
        CallRecord later = one.revision() >= other.revision() ? one : other;
        CallRecord before = later == one ? other : one;
        long more = missed(later.certainty(), later.revision(), before.revision());
        return more == 0 ? later : Merged.noted(later, later.revision() + more, before.notes());
    }

    /// How many states that were heard up to `heard` a repair did not know yet.
    ///
    /// @return 0 where it knew all of them, or is no repair
    public static long missed(Certainty certainty, long revision, long heard) {
        boolean repair = certainty != Certainty.LIVE && revision > RepairPolicy.STEP;
        return repair ? Math.max(0, heard % RepairPolicy.STEP - revision % RepairPolicy.STEP) : 0;
    }
}
