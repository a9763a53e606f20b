/// All live calls of one exchange, moved only by [Switchboard#apply], which answers with effects.
///
/// The server's loop calls it with one input at a time, journaled first; same inputs in, same effects out.
/// Inside, one `Board` of state and a few small rooms: how calls begin (`Beginnings`), what happens to their
/// parties (`Turns`), how they end (`Endings`); the cards (`Pops`), the callers (`Callers`), the dialplan's
/// questions (`Routes`), agents and phones (`Floor`), queues, wishes, the link. What does not fit becomes an
/// anomaly, what has changed a record.
@NullMarked
package org.santral.switchboard;

import org.jspecify.annotations.NullMarked;
