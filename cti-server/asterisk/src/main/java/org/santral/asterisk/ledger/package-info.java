/// The ledger: what an Asterisk itself wrote down of each call, in its channel event log, read after the fact.
///
/// [CelRow] is one line of it, [QueueLogLine] one of `queue_log`, which knows why a caller left a queue; [LedgerCall]
/// the lines that are one call. [Retelling] says them again in the
/// words of the manager interface, so that the very same translator and the very same model make of them what
/// they would have made of the call had they heard it live. What the log does not know (ringing, hold) is never
/// said.
@NullMarked
package org.santral.asterisk.ledger;

import org.jspecify.annotations.NullMarked;
