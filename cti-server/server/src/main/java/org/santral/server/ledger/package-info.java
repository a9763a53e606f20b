/// The exchange's own account of every call beside the history: read, compared, and what differs repaired.
///
/// [LedgerFolder] and [LedgerDatabase] read what the exchange appends, [LedgerTables] keeps it exactly once,
/// [Reconciler] compares
/// each call that is over with the history and writes what was missing through the same door as the loop does.
/// [LedgerWorker] does all this on one thread of its own; nothing here moves a live call.
@NullMarked
package org.santral.server.ledger;

import org.jspecify.annotations.NullMarked;
