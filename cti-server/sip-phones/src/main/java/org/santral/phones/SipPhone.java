package org.santral.phones;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.santral.phones.call.Caller;
import org.santral.phones.call.IncomingLeg;
import org.santral.phones.call.Leg;
import org.santral.phones.call.Line;
import org.santral.phones.call.LineOwner;
import org.santral.phones.call.OutgoingLeg;
import org.santral.phones.call.Phase;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Room;
import org.santral.phones.speech.Tone;

/// An agent's desk phone with two lines. Methods may be called from any thread and return when the phone has
/// acted.
public final class SipPhone implements Origin, AutoCloseable {
    private static final int LINES = 2;

    private final String extension;
    private final Room room;
    private final Line line;
    private final AnswerAdvice advice;
    private AnswerMode mode = new AnswerMode.AtTheDesk();

    public SipPhone(String extension, Room room, InetSocketAddress local, InetSocketAddress pbx) {
        this(extension, room, local, pbx, AnswerAdvice.NONE);
    }

    SipPhone(String extension, Room room, InetSocketAddress local, InetSocketAddress pbx, AnswerAdvice advice) {
        this.extension = extension;
        this.room = room;
        this.advice = advice;
        line = room.loop().ask(() -> new Line(extension, room, local, pbx, new Tone(voice()), new Decisions()));
    }

    public String extension() {
        return extension;
    }

    @Override
    public String device() {
        return extension;
    }

    /// The frequency of its tone: another than the carrier's, and another at each desk, so that a recording tells
    /// who spoke.
    public int voice() {
        return 500 + 120 * (Integer.parseInt(extension) % 25);
    }

    public AnswerMode mode() {
        return room.loop().ask(() -> mode);
    }

    public void mode(AnswerMode wanted) {
        onLoop(() -> mode = wanted);
    }

    /// Calls that are not over, oldest first.
    @Override
    public List<PhoneCall> calls() {
        return room.loop().ask(() -> line.calls().stream().map(Leg::snapshot).toList());
    }

    /// Calls `number`; the answer is the id of the new call.
    public String dial(String number) {
        return room.loop().ask(() -> {
            holdOthers(null);
            return line.call(Caller.of(extension, "Desk " + extension), number).id();
        });
    }

    @Override
    public String call(CallRequest request) {
        return dial(request.to());
    }

    /// Lifts the receiver: answers the call that rings longest. False when none rings.
    public boolean answer() {
        return room.loop().ask(this::answerOldest);
    }

    /// Hangs up the call that is talked in, or refuses the one that rings, or gives up the one being dialled.
    /// False when there is none.
    public boolean hangUp() {
        return withCall(leg -> true, Leg::hangUp);
    }

    @Override
    public boolean hangUp(String id) {
        return room.loop().ask(() -> line.hangUp(id));
    }

    public boolean hold() {
        return withCall(leg -> leg.phase() == Phase.CONNECTED && !leg.isHeld(), Leg::hold);
    }

    public boolean retrieve() {
        return withCall(Leg::isHeld, leg -> {
            holdOthers(leg);
            leg.retrieve();
        });
    }

    /// Blind transfer of the call that is talked in.
    public boolean transfer(String number) {
        return withCall(leg -> leg.phase() == Phase.CONNECTED, leg -> leg.transfer(number));
    }

    /// Attended transfer: joins the call on hold with the one that is talked in, or with the one that was
    /// dialled and rings. False unless there are both.
    public boolean completeTransfer() {
        return room.loop().ask(() -> {
            Leg held = find(Leg::isHeld);
            Leg consultation = find(SipPhone::isConsultation);
            if (held == null || consultation == null) {
                return false;
            }
            held.transferTo(consultation);
            return true;
        });
    }

    private static boolean isConsultation(Leg leg) {
        boolean rings = leg instanceof OutgoingLeg && leg.phase() == Phase.RINGING;
        return rings || (leg.phase() == Phase.CONNECTED && !leg.isHeld());
    }

    /// Presses keys in the call that is talked in.
    public boolean press(String keys) {
        return withCall(leg -> leg.phase() == Phase.CONNECTED, leg -> leg.press(keys));
    }

    private boolean answerOldest() {
        Leg ringing = find(leg -> leg.phase() == Phase.RINGING);
        if (!(ringing instanceof IncomingLeg call)) {
            return false;
        }
        holdOthers(call);
        call.answer();
        return true;
    }

    private void holdOthers(@Nullable Leg active) {
        line.calls().stream().filter(leg -> leg != active).forEach(Leg::hold);
    }

    /// The call talked in comes first, then one that rings or is being dialled, then one on hold.
    private boolean withCall(Predicate<Leg> fits, Consumer<Leg> what) {
        return room.loop().ask(() -> {
            Leg leg = find(one -> one.phase() == Phase.CONNECTED && !one.isHeld() && fits.test(one));
            if (leg == null) {
                leg = find(one -> !one.isHeld() && fits.test(one));
            }
            if (leg == null) {
                leg = find(fits);
            }
            if (leg == null) {
                return false;
            }
            what.accept(leg);
            return true;
        });
    }

    private @Nullable Leg find(Predicate<Leg> fits) {
        return line.calls().stream().filter(fits).findFirst().orElse(null);
    }

    private void onLoop(Runnable what) {
        room.loop().ask(() -> {
            what.run();
            return true;
        });
    }

    /// Its plug is pulled: no BYE, no speech, no answer to anything.
    void die() {
        onLoop(line::die);
    }

    /// Hangs up what is up and closes the socket; nobody waits for the answers.
    @Override
    public void close() {
        onLoop(() -> {
            line.calls().forEach(Leg::hangUp);
            line.close();
        });
    }

    /// What the phone does by itself.
    private final class Decisions implements LineOwner {
        @Override
        public void offered(IncomingLeg call) {
            AnswerMode advised = advice.modeFor(call.snapshot());
            AnswerMode now = advised == null ? mode : advised;
            if (line.calls().size() > LINES) {
                call.refuse(486, "Busy Here");
            } else if (now instanceof AnswerMode.Refuse(int status, String reason)) {
                call.refuse(status, reason);
            } else if (now instanceof AnswerMode.Forward(String number)) {
                call.forward(number);
            } else if (now instanceof AnswerMode.Slow(Duration delay)) {
                call.ringLate(delay);
            } else {
                call.ring();
                answerBySelf(call, now);
            }
        }

        private void answerBySelf(IncomingLeg call, AnswerMode how) {
            Duration ringing = switch (how) {
                case AnswerMode.After(Duration after) -> after;
                case AnswerMode.Mixed _ -> people();
                case AnswerMode.Drop(Duration after) -> after;
                case AnswerMode.AtTheDesk _,
                        AnswerMode.Never _,
                        AnswerMode.Slow _,
                        AnswerMode.Forward _,
                        AnswerMode.Refuse _ -> null;
            };
            if (how instanceof AnswerMode.Drop && ringing != null) {
                room.loop().after(ringing, call::answerAndDrop);
            } else if (ringing != null) {
                room.loop().after(ringing, () -> answerWhenFree(call));
            }
        }

        private @Nullable Duration people() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return random.nextInt(8) == 0 ? null : Duration.ofMillis(random.nextLong(2000, 8000));
        }

        /// Somebody who talks lets the second call ring until the first is over.
        private void answerWhenFree(IncomingLeg call) {
            if (call.phase() != Phase.RINGING) {
                return;
            }
            if (find(leg -> leg.phase() == Phase.CONNECTED) != null) {
                room.loop().after(Duration.ofMillis(500), () -> answerWhenFree(call));
            } else if (advice.claim(call.snapshot())) {
                call.answer();
            }
        }

        @Override
        public boolean asked(String event, @Nullable Leg call) {
            if (mode instanceof AnswerMode.Never) {
                return false;
            }
            if (event.equals("hold")) {
                return hold();
            }
            if (call instanceof IncomingLeg ringing && ringing.phase() == Phase.RINGING) {
                holdOthers(ringing);
                ringing.answer();
                return true;
            }
            // Desk phones take "talk" for a call on hold as well: it is retrieved.
            return answerOldest() || retrieve();
        }

        @Override
        public void ended(Leg call) {}
    }
}
