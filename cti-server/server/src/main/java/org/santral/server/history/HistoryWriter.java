package org.santral.server.history;

import java.util.Set;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;

/// The way of a call's record into the database.
public interface HistoryWriter {
    /// Never blocks and never throws. Writing the same record twice, or an older revision after a newer one,
    /// changes nothing.
    void write(CallRecord record);

    /// Calls whose latest record is not in the database yet: the journal must keep what they were built from.
    Set<CallId> unwritten();

    /// Records that the database refused since the start, as no other would be refused: each is in the log.
    long setAside();

    /// Offers those records anew, as after a mend.
    ///
    /// @return how many
    int offerAgain();
}
