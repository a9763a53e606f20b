/// A call's story, read from the journal: what the exchange said, what it meant, what was decided, what reached
/// which screen.
///
/// Nothing is kept for it while calls live: the journal is replayed through a switchboard of its own, on the
/// page's request or on the command line, with the server up or down.
@NullMarked
package org.santral.server.why;

import org.jspecify.annotations.NullMarked;
