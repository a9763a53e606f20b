/// What remains of a call: one record per call, its legs below it.
///
/// Built by `switchboard` while the call lives, written by the server under a key that makes writing twice harmless.
@NullMarked
package org.santral.history;

import org.jspecify.annotations.NullMarked;
