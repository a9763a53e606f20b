package org.santral.asterisk.translate;

import java.time.Instant;
import java.util.function.Consumer;
import org.santral.pbx.PbxEvent;
import org.santral.switchboard.Input;

/// Where a translation puts what it concludes from the message at hand.
final class Outbox {
    private final Consumer<Input> inputs;
    private Instant at = Instant.EPOCH;
    private Instant receivedAt = Instant.EPOCH;
    private Input.FromPbx.Origin origin = Input.FromPbx.Origin.LIVE;

    Outbox(Consumer<Input> inputs) {
        this.inputs = inputs;
    }

    void message(Instant at, Instant receivedAt, Input.FromPbx.Origin origin) {
        this.at = at;
        this.receivedAt = receivedAt;
        this.origin = origin;
    }

    Instant at() {
        return at;
    }

    void put(PbxEvent event) {
        inputs.accept(new Input.FromPbx(event, at, receivedAt, origin));
    }

    void put(Input input) {
        inputs.accept(input);
    }
}
