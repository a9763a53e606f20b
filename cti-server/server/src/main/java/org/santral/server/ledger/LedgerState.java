package org.santral.server.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How reading goes.
///
/// @param trouble a stable word, null when all is well: `off`, `folder-missing`, `folder-unreadable`,
///     `ledger-database-away`, `ledger-database-silent`, `ledger-silent`, `nothing-yet`, `database-away`, `failure`
/// @param detail where it is read, or what went wrong in the system's words
/// @param readAt when the ledger was last read to its end, null before the first time
/// @param newestAt of the newest line
/// @param unread bytes the exchange has written that have not been read
/// @param waiting calls that are not compared yet because they live, or ended a moment ago
/// @param checkedAt when the days before were last compared as a whole
record LedgerState(
        @Nullable String trouble,
        String detail,
        @Nullable Instant readAt,
        @Nullable Instant newestAt,
        long unread,
        int waiting,
        @Nullable Instant checkedAt) {

    static final LedgerState OFF = new LedgerState("off", "", null, null, 0, 0, null);

    LedgerState in(@Nullable String newTrouble, String newDetail) {
        return new LedgerState(newTrouble, newDetail, readAt, newestAt, unread, waiting, checkedAt);
    }

    LedgerState checked(Instant at) {
        return new LedgerState(trouble, detail, readAt, newestAt, unread, waiting, at);
    }
}
