package org.santral.server.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.santral.pbx.CallId;
import org.santral.pbx.PbxEvent;
import org.santral.switchboard.Input;
import org.santral.switchboard.Snapshot;

/// When each call was last heard of. A phone that loses its power says no farewell: where the exchange does not
/// notice it either, the call stands for ever, and silence is all there is to see. For the loop's thread.
final class LastHeard {
    private final Map<CallId, Instant> heard = new HashMap<>();

    /// A live call of which nothing was heard for long.
    ///
    /// @param connections what stands at which device: `PJSIP/1001 (1732443262.17)`, in the exchange's own words
    record Silent(CallId call, Instant since, String connections) {}

    void note(Input input) {
        if (input instanceof Input.FromPbx from && from.event() instanceof PbxEvent.OfConnection of) {
            heard.put(of.call(), from.receivedAt());
        }
    }

    /// @param survivor under which name a call goes on
    /// @return those not heard of since `before`, the longest first
    List<Silent> silent(Snapshot now, Instant before, UnaryOperator<CallId> survivor) {
        Map<CallId, Instant> latest = new HashMap<>();
        heard.forEach(
                (call, at) -> latest.merge(survivor.apply(call), at, (one, other) -> one.isAfter(other) ? one : other));
        heard.clear();
        List<Silent> silent = new ArrayList<>();
        for (Snapshot.LiveCallView view : now.calls()) {
            CallId call = view.record().call();
            Instant since = latest.getOrDefault(call, view.record().startedAt());
            heard.put(call, since);
            if (since.isBefore(before)) {
                silent.add(new Silent(call, since, connections(view)));
            }
        }
        silent.sort(Comparator.comparing(Silent::since));
        return silent;
    }

    private static String connections(Snapshot.LiveCallView view) {
        return view.connections().stream()
                .map(one -> one.device().name() + " (" + one.connection().value() + ")")
                .collect(Collectors.joining(", "));
    }
}
