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

/// Follows each call that was placed, by the carrier or at a desk, to the phones where it rings: tells them how
/// to answer it, and makes the caller hang up when the talk or the patience is over. Lives on the loop.
final class PlacedCalls implements AnswerAdvice {
    private static final int KEPT = 2_000;

    /// One call while it is followed.
    private static final class Followed {
        private final Origin origin;
        private final CallRequest request;
        private PhoneCall caller;
        private final Map<String, PhoneCall> phones = new LinkedHashMap<>();
        private boolean claimed;
        private boolean answered;

        private Followed(Origin origin, CallRequest request, PhoneCall caller) {
            this.origin = origin;
            this.request = request;
            this.caller = caller;
        }

        private boolean isUp() {
            return caller.endCause() == null;
        }

        private boolean isCallersOwn(PhoneCall leg) {
            return leg.id().equals(caller.id()) && leg.device().equals(origin.device());
        }

        private void hangUp() {
            origin.hangUp(caller.id());
        }
    }

    private final Room room;
    private final Map<String, Followed> calls = new LinkedHashMap<>();

    PlacedCalls(Room room) {
        this.room = room;
        room.truth().listen(this::saw);
    }

    String place(Origin origin, CallRequest request) {
        return room.loop().ask(() -> {
            String id = origin.call(request);
            PhoneCall leg = origin.calls().stream()
                    .filter(call -> call.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            Followed call = new Followed(origin, request, leg);
            calls.put(id, call);
            forgetOldest();
            Duration patience = request.giveUpAfter();
            if (patience != null) {
                room.loop().after(patience, () -> giveUp(call));
            }
            return id;
        });
    }

    private static void giveUp(Followed call) {
        if (!call.answered) {
            call.hangUp();
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

    boolean hangUp(String id) {
        return room.loop().ask(() -> {
            Followed call = calls.get(id);
            return call != null && call.origin.hangUp(id);
        });
    }

    long up() {
        return room.loop()
                .ask(() -> calls.values().stream().filter(Followed::isUp).count());
    }

    private void saw(Sighting sighting) {
        PhoneCall leg = sighting.call();
        Followed own = calls.get(leg.id());
        if (own != null && own.isCallersOwn(leg)) {
            own.caller = leg;
            // No queue answers for a colleague or for somebody outside: who dialled at a desk talks from here on.
            if (sighting.what() == What.ANSWERED && !leg.device().equals(Carrier.DEVICE)) {
                answered(own);
            }
            return;
        }
        Followed call = sighting.what() == What.RANG ? ringing(leg) : followedAt(leg);
        if (call == null) {
            return;
        }
        call.phones.put(leg.id(), leg);
        if (sighting.what() == What.ANSWERED) {
            answered(call);
        }
    }

    private void answered(Followed call) {
        Duration talk = call.request.talk();
        if (talk != null && !call.answered) {
            room.loop().after(talk, call::hangUp);
        }
        call.answered = true;
    }

    private @Nullable Followed followedAt(PhoneCall leg) {
        return calls.values().stream()
                .filter(call -> call.phones.containsKey(leg.id()))
                .findFirst()
                .orElse(null);
    }

    /// The placed call that rings here: by the caller's number; the oldest one that nobody has answered yet
    /// goes first.
    private @Nullable Followed ringing(PhoneCall leg) {
        if (leg.direction() != Direction.INCOMING || leg.device().equals(Carrier.DEVICE)) {
            return null;
        }
        List<Followed> fitting = calls.values().stream()
                .filter(call -> call.isUp() && fits(call.request, leg))
                .toList();
        return fitting.stream()
                .filter(call -> !call.answered)
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
