package org.santral.server.replay;

import java.time.Instant;
import org.santral.switchboard.Input;

/// When the server was told: what it knew at a moment is what had reached it by then.
final class Arrival {

    private Arrival() {}

    static Instant of(Input input) {
        return input instanceof Input.FromPbx from ? from.receivedAt() : input.at();
    }
}
