package org.santral.phones;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.phones.call.Direction;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Room;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;

/// Follows each call that was placed through the trunk to the phones where it rings: tells them how to answer it, and
/// makes the caller hang up when the talk or the patience is over. Lives on the loop.
final class PlacedCalls implements AnswerAdvice {
    private static final int KEPT = 2_000;

    /// One call while it is followed.
    private static final class Followed {
        private final CallRequest request;
        private PhoneCall caller;
        private final Map<String, PhoneCall> phones = new LinkedHashMap<>();
        private boolean claimed;
        private boolean agentAnswered;

        private Followed(CallRequest request, PhoneCall caller) {
            this.request = request;
            this.caller = caller;
        }

        private boolean isUp() {
            return caller.endCause() == null;
        }
    }

    private final Room room;
    private final Carrier carrier;
    private final Map<String, Followed> calls = new LinkedHashMap<>();

    PlacedCalls(Room room, Carrier carrier) {
        this.room = room;
        this.carrier = carrier;
        room.truth().listen(this::saw);
    }

    String place(CallRequest request) {
        return room.loop().ask(() -> {
            String id = carrier.call(request.caller(), request.to());
            PhoneCall leg = carrier.calls().stream()
                    .filter(call -> call.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            Followed call = new Followed(request, leg);
            calls.put(id, call);
            forgetOldest();
            Duration patience = request.giveUpAfter();
            if (patience != null) {
                room.loop().after(patience, () -> giveUp(id, call));
            }
            return id;
        });
    }

    private void giveUp(String id, Followed call) {
        if (!call.agentAnswered) {
            carrier.hangUp(id);
        }
    }

    private void forgetOldest() {
        if (calls.size() > KEPT) {
            calls.keySet().stream().findFirst().ifPresent(calls::remove);
        }
    }

    @Nullable
    PlacedCall find(String id) {
        return room.loop().ask(() -> {
            Followed call = calls.get(id);
            return call == null
                    ? null
                    : new PlacedCall(id, call.request, call.caller, List.copyOf(call.phones.values()));
        });
    }

    private void saw(Sighting sighting) {
        PhoneCall leg = sighting.call();
        if (leg.device().equals(Carrier.DEVICE)) {
            Followed call = calls.get(leg.id());
            if (call != null) {
                call.caller = leg;
            }
            return;
        }
        Followed call = sighting.what() == What.RANG ? ringing(leg) : followedAt(leg);
        if (call == null) {
            return;
        }
        call.phones.put(leg.id(), leg);
        if (sighting.what() == What.ANSWERED && !call.agentAnswered) {
            call.agentAnswered = true;
            Duration talk = call.request.talk();
            if (talk != null) {
                room.loop().after(talk, () -> carrier.hangUp(call.caller.id()));
            }
        }
    }

    private @Nullable Followed followedAt(PhoneCall leg) {
        return calls.values().stream()
                .filter(call -> call.phones.containsKey(leg.id()))
                .findFirst()
                .orElse(null);
    }

    /// The placed call that rings here: by the caller's number; the oldest one that no agent has answered yet goes
    /// first.
    private @Nullable Followed ringing(PhoneCall leg) {
        if (leg.direction() != Direction.INCOMING) {
            return null;
        }
        List<Followed> fitting = calls.values().stream()
                .filter(call -> call.isUp() && fits(call.request, leg))
                .toList();
        return fitting.stream()
                .filter(call -> !call.agentAnswered)
                .findFirst()
                .orElse(fitting.isEmpty() ? null : fitting.getFirst());
    }

    private static boolean fits(CallRequest request, PhoneCall leg) {
        String asserted = request.caller().asserted();
        return leg.caller().has(request.caller().number())
                || (asserted != null && leg.caller().has(asserted));
    }

    @Override
    public @Nullable AnswerMode modeFor(PhoneCall leg) {
        Followed call = ringing(leg);
        Duration answerAfter = call == null ? null : call.request.answerAfter();
        return answerAfter == null ? null : new AnswerMode.After(answerAfter);
    }

    @Override
    public boolean claim(PhoneCall leg) {
        Followed call = followedAt(leg);
        if (call == null) {
            return true;
        }
        boolean mine = !call.claimed;
        call.claimed = true;
        return mine;
    }
}
