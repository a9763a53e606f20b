/// What became of every call.
///
/// The loop hands each state of a call to `HistoryWriter`, which spools it to disk and writes it to the
/// database in batches; the key of the call and its revision make writing twice harmless. The pages read it
/// back through `/api/calls`, newest first, each person what they may see.
@NullMarked
package org.santral.server.history;

import org.jspecify.annotations.NullMarked;
