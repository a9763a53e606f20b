/// All live calls of one exchange, moved only by `apply(Input)`, which answers with effects.
///
/// The server's loop calls it with one input at a time, journaled first; same inputs in, same effects out.
@NullMarked
package org.santral.switchboard;

import org.jspecify.annotations.NullMarked;
