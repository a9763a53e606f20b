package org.santral.server.history;

import org.santral.history.CallRecord;

/// The way of a call's record into the database.
public interface HistoryWriter {
    /// Never blocks and never throws. Writing the same record twice, or an older revision after a newer one,
    /// changes
    /// nothing.
    void write(CallRecord record);
}
