package org.santral.server.directory;

import org.santral.caller.Caller;
import org.santral.caller.LookUp;

/// Whom a number belongs to.
public interface Directory {
    /// Blocks until the answer is there, at longest for the directory's own budget; to be called on a virtual
    /// thread. Never throws: what goes wrong is a [LookUp.Unanswered] that says what.
    LookUp lookUp(Caller caller);
}
