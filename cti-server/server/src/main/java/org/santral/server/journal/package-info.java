/// What moved the switchboard, on disk before it moved: append-only segments of checked lines.
///
/// The loop appends, a thread of its own makes it durable. After a crash [Journal#replay] gives back what is
/// needed for the live calls to stand again; `why` reads it to tell a call's story.
@NullMarked
package org.santral.server.journal;

import org.jspecify.annotations.NullMarked;
