package org.santral.bench.chaos.calls;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.santral.phones.call.Caller;
import org.santral.phones.call.Direction;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.Ending;
import org.santral.phones.call.Packets;
import org.santral.phones.call.Parties;
import org.santral.phones.call.Phase;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Progress;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;

/// A driven call as a test tells it: moments are seconds since the call began.
public final class Told {
    public static final Instant BEGAN = Instant.parse("2026-11-25T08:00:00Z");

    private final Driven call;

    public Told(Kind kind, String... desks) {
        call = new Driven(1, kind, kind.outgoing() ? "09350000001" : "09130000001");
        call.desks(List.of(desks));
    }

    public static Instant at(double seconds) {
        return BEGAN.plusMillis(Math.round(seconds * 1000));
    }

    public Told from(String device, @Nullable Double answered, double ended, EndCause cause) {
        return leg(device, Direction.OUTGOING, device, 0, answered, ended, cause);
    }

    /// A desk of the site dials.
    public Told dials(
            String device, String dialled, double began, @Nullable Double answered, double ended, EndCause cause) {
        return leg(device, Direction.OUTGOING, dialled, began, answered, ended, cause);
    }

    public Told to(String device, double began, @Nullable Double answered, double ended, EndCause cause) {
        return leg(device, Direction.INCOMING, device, began, answered, ended, cause);
    }

    private Told leg(
            String device,
            Direction direction,
            String dialled,
            double began,
            @Nullable Double answered,
            double ended,
            EndCause cause) {
        Progress progress = new Progress(
                Phase.ENDED,
                at(began),
                at(began),
                answered == null ? null : at(answered),
                at(ended),
                new Ending(cause, cause == EndCause.REFUSED ? 603 : 0, ""));
        saw(new PhoneCall(
                "leg-" + device,
                device,
                direction,
                new Parties(Caller.of("09130000001", ""), dialled),
                progress,
                new Packets(0, 0)));
        return this;
    }

    /// The phone that was told last asked the exchange to hand its caller on.
    public Told handedOn() {
        PhoneCall leg = call.legs().getLast();
        call.saw(new Sighting(BEGAN, What.TRANSFER_ASKED, leg, ""));
        return this;
    }

    /// The phone that was told second, the caller's first desk, took the one it had asked into the talk.
    public Told allThree(double moment) {
        call.saw(new Sighting(at(moment), What.PRESSED, call.legs().get(1), "*3"));
        return this;
    }

    private void saw(PhoneCall leg) {
        call.saw(new Sighting(Objects.requireNonNull(leg.progress().ended()), What.ENDED, leg, ""));
    }

    public Driven call() {
        return call;
    }
}
