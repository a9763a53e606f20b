package org.santral.server.replay;

/// What was asked cannot be done; the message says why, and the mend.
final class Unusable extends RuntimeException {
    private final int code;

    /// @param code with which the command ends: 2 where it was not understood, 1 where the journal does not
    ///     have it
    Unusable(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
