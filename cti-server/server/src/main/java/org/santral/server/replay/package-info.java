/// The time machine: any past moment of an exchange, rebuilt from its journal.
///
/// [Tape] finds the stretch of the journal that a moment needs, [TimeMachine] plays it through a switchboard of
/// its own and answers with a [Past]: the floor as it was, or why it cannot be had. Nothing is kept for it while
/// calls live, and the loop never waits for it. Called by `scripts/replay` ([ReplayMain]), with the server up or
/// down, and by the pages.
@NullMarked
package org.santral.server.replay;

import org.jspecify.annotations.NullMarked;
