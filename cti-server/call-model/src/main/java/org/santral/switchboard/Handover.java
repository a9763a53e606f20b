package org.santral.switchboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.caller.CleanText;
import org.santral.history.Transfer;
import org.santral.pbx.PbxEvent;

/// A transfer while its call lives: who takes it may show later, and may be another than who was meant.
final class Handover {
    private final Instant at;
    private final PbxEvent.Transferred.Kind kind;
    private final String number;
    final Leg by;

    private @Nullable Leg meant;
    private @Nullable Leg taker;

    Handover(Leg by, PbxEvent.Transferred event, Instant at) {
        this.at = at;
        this.kind = event.kind();
        this.number = event.number();
        this.by = by;
    }

    /// This phone is asked already.
    void meant(Leg leg) {
        meant = leg;
        if (leg.connection.answeredAt() != null) {
            taken(leg);
        }
    }

    void taken(Leg leg) {
        taker = leg;
    }

    /// Nobody has taken it.
    boolean open() {
        return taker == null;
    }

    Instant at() {
        return at;
    }

    Transfer told() {
        return new Transfer(at, kind, by.agent, by.name(), taker == null ? null : taker.agent, whereTo());
    }

    private String whereTo() {
        Leg leg = meant == null ? taker : meant;
        if (!number.isEmpty() || leg == null) {
            return CleanText.number(number);
        }
        var extension = leg.extension();
        return extension == null ? CleanText.number(leg.connection.number()) : extension;
    }
}
