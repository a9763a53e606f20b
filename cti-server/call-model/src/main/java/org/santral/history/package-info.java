/// What remains of a call: one record per call, its legs below it.
///
/// [CallHistory] writes a call down at any moment of its life; `switchboard` has it done at the start, at every
/// turn that the row shows, and at the end. The server stores it under a key that makes writing twice harmless.
@NullMarked
package org.santral.history;

import org.jspecify.annotations.NullMarked;
