package org.santral.server.people;

import java.util.function.Consumer;

/// Tells that a session has ended, to whoever keeps something open for it.
public interface LogOuts {
    /// @param ended takes the key of the session, as [SignedIn#session] has it; on the thread of the log-out
    void listen(Consumer<String> ended);

    /// Ends sessions whose time is over, also of those who only listen and ask for nothing.
    void endWhatIsOver();
}
