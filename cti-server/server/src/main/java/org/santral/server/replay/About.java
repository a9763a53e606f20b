package org.santral.server.replay;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxEvent;
import org.santral.switchboard.Input;

/// Which calls an input speaks of.
final class About {

    private About() {}

    /// @return none where it speaks of the exchange, a phone or a person
    static Set<CallId> calls(Input input) {
        return switch (input) {
            case Input.FromPbx from -> calls(from.event());
            case Input.CallerLookedUp answer -> Set.of(answer.call());
            case Input.RouteAsked asked -> Set.of(asked.call());
            case Input.CustomerChosen choice -> Set.of(choice.call());
            case Input.CustomerAttached attached -> Set.of(attached.call());
            case Input.CommandAsked asked -> Set.of(asked.call());
            case Input.TransferAsked asked -> Set.of(asked.call());
            case Input.NoteWritten written -> Set.of(written.call());
            default -> Set.of();
        };
    }

    private static Set<CallId> calls(PbxEvent event) {
        return switch (event) {
            case PbxEvent.OfConnection of -> Set.of(of.call());
            case PbxEvent.CallsMerged merged -> both(merged.call(), merged.absorbed());
            case PbxEvent.Tainted tainted -> one(tainted.call());
            default -> Set.of();
        };
    }

    private static Set<CallId> one(@Nullable CallId call) {
        return call == null ? Set.of() : Set.of(call);
    }

    private static Set<CallId> both(CallId one, CallId other) {
        return one.equals(other) ? Set.of(one) : Set.of(one, other);
    }
}
