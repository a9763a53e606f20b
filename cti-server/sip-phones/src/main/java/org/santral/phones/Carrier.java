package org.santral.phones;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.santral.phones.call.Caller;
import org.santral.phones.call.IncomingLeg;
import org.santral.phones.call.Leg;
import org.santral.phones.call.Line;
import org.santral.phones.call.LineOwner;
import org.santral.phones.call.Phase;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Room;
import org.santral.phones.speech.Tone;

/// The other end of the trunk: brings callers to the PBX and takes the calls that agents make to the outside.
public final class Carrier implements Origin, AutoCloseable {
    public static final String DEVICE = "carrier";
    /// The frequency of every outside person's tone.
    public static final int VOICE = 440;

    private static final Duration LONGEST_TALK = Duration.ofMinutes(30);

    private final Room room;
    private final Line line;
    private final CarrierPlan plan = new CarrierPlan();

    public Carrier(Room room, InetSocketAddress local, InetSocketAddress pbx) {
        this.room = room;
        line = room.loop().ask(() -> new Line(DEVICE, room, local, pbx, new Tone(VOICE), new Decisions()));
    }

    /// Calls `did` through the trunk; the answer is the id of the call.
    public String call(Caller caller, String did) {
        return room.loop().ask(() -> line.call(caller, did).id());
    }

    @Override
    public String device() {
        return DEVICE;
    }

    @Override
    public String call(CallRequest request) {
        return call(request.caller(), request.to());
    }

    /// The outside person of a call hangs up, or gives up before it is answered. False when it is over already.
    @Override
    public boolean hangUp(String id) {
        return room.loop().ask(() -> line.hangUp(id));
    }

    /// The person at `number` hangs up, or refuses while it rings. False when no call is there.
    public boolean hangUpAt(String number) {
        return room.loop().ask(() -> {
            List<Leg> there = line.calls().stream()
                    .filter(leg -> leg instanceof IncomingLeg
                            && leg.snapshot().parties().dialled().equals(number))
                    .toList();
            there.forEach(Leg::hangUp);
            return !there.isEmpty();
        });
    }

    /// The outside person does something with a call that is connected. False when it is not.
    boolean inCall(String id, Consumer<Leg> what) {
        return room.loop().ask(() -> {
            Leg leg = line.calls().stream()
                    .filter(one -> one.id().equals(id) && one.phase() == Phase.CONNECTED)
                    .findFirst()
                    .orElse(null);
            if (leg != null) {
                what.accept(leg);
            }
            return leg != null;
        });
    }

    /// How the person at `number` takes calls from now on.
    public void takes(String number, AnswerMode mode) {
        room.loop().ask(() -> {
            plan.set(number, mode);
            return true;
        });
    }

    @Override
    public List<PhoneCall> calls() {
        return room.loop().ask(() -> line.calls().stream().map(Leg::snapshot).toList());
    }

    @Override
    public void close() {
        room.loop().ask(() -> {
            line.calls().forEach(Leg::hangUp);
            line.close();
            return true;
        });
    }

    private final class Decisions implements LineOwner {
        @Override
        public void offered(IncomingLeg call) {
            AnswerMode mode = plan.modeOf(call.snapshot().parties().dialled());
            if (mode instanceof AnswerMode.Refuse(int status, String reason)) {
                call.refuse(status, reason);
                return;
            }
            if (mode instanceof AnswerMode.Forward(String number)) {
                call.forward(number);
                return;
            }
            call.ring();
            if (mode instanceof AnswerMode.After(Duration ringing)) {
                room.loop().after(ringing, call::answer);
            }
            room.loop().after(LONGEST_TALK, call::hangUp);
        }

        @Override
        public boolean asked(String event, @Nullable Leg call) {
            return false;
        }

        @Override
        public void ended(Leg call) {}
    }
}
