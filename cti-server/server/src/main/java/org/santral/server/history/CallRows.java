package org.santral.server.history;

import org.santral.history.CallRecord;

/// From the record of a call to its row: with names where the record has keys.
public interface CallRows {
    /// Never blocks: names come from memory, and a name that is not there yet is left out.
    CallRow of(CallRecord record);
}
