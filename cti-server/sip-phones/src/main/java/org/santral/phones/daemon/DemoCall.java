package org.santral.phones.daemon;

import org.santral.phones.CallRequest;

/// A call of the demo's everyday life.
sealed interface DemoCall {
    CallRequest request();

    /// Somebody outside calls a line of the site, or a desk directly.
    record FromOutside(Who who, CallRequest request) implements DemoCall {}

    /// Somebody at a desk calls a colleague, or somebody outside.
    record FromDesk(String extension, CallRequest request) implements DemoCall {}

    /// What is remarkable about a caller from outside.
    enum Who {
        KNOWN,
        UNKNOWN,
        FOREIGN,
        ANONYMOUS,
        /// Gives up in the queue.
        IMPATIENT,
        /// Has called a short while ago.
        AGAIN
    }
}
