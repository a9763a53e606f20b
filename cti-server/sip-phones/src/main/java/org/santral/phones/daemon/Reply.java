package org.santral.phones.daemon;

import org.jspecify.annotations.Nullable;

/// The answer to an order: an HTTP status and what is told as JSON; null: nothing is.
record Reply(int status, @Nullable Object body) {
    static Reply ok(Object body) {
        return new Reply(200, body);
    }

    static Reply accepted(Object body) {
        return new Reply(202, body);
    }

    static Reply done() {
        return new Reply(204, null);
    }
}
