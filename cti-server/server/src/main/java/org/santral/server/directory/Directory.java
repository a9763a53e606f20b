package org.santral.server.directory;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.caller.Caller;
import org.santral.caller.LookUp;

/// Whom a number belongs to.
public interface Directory {
    /// Blocks until the answer is there, at longest for the directory's own budget; to be called on a virtual
    /// thread. Never throws: what goes wrong is a [LookUp.Unanswered] that says what.
    ///
    /// @param late takes the answer that comes after one that said [LookUp.Unanswered], where one comes: too
    ///     late for a route, in time for a card
    LookUp lookUp(Caller caller, Consumer<LookUp> late);

    /// An agent said who has this number: it is remembered for the next time. Blocks; never throws: where the database
    /// is away, it is remembered when it is back. A directory that others keep learns nothing of us.
    ///
    /// @param instead who stood first and was not meant, null when nobody did
    default void learn(Caller caller, long customer, @Nullable Long instead, AgentId by) {}
}
