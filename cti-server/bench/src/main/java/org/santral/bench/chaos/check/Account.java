package org.santral.bench.chaos.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.santral.bench.chaos.calls.Driven;
import org.santral.bench.chaos.calls.Kind;
import org.santral.bench.chaos.faults.Fault;
import org.santral.phones.Carrier;
import org.santral.phones.call.Direction;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.Ending;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.What;

/// What the phones tell of one call.
final class Account {
    /// An exchange that begins or ends takes no call for so long.
    private static final Duration DOOR = Duration.ofSeconds(2);

    private final Driven call;
    private final List<PhoneCall> legs;
    private final @Nullable PhoneCall origin;
    private final @Nullable Fault end;
    private final boolean refused;
    private final List<Fault> standstills;

    Account(Driven call, List<Fault> faults) {
        this.call = call;
        legs = call.legs();
        boolean fromOutside = call.kind().incoming();
        origin = legs.stream()
                .filter(leg -> leg.direction() == Direction.OUTGOING && outside(leg) == fromOutside)
                .findFirst()
                .orElse(null);
        end = faults.stream()
                .filter(fault -> fault.what().endsCalls() && upBetween(fault.from(), fault.gone()))
                .findFirst()
                .orElse(null);
        standstills = faults.stream()
                .filter(fault -> fault.what() == org.santral.bench.chaos.faults.What.EXCHANGE_FROZEN)
                .toList();
        refused = refusedAtTheDoor(faults);
    }

    Driven call() {
        return call;
    }

    List<PhoneCall> legs() {
        return legs;
    }

    @Nullable
    PhoneCall origin() {
        return origin;
    }

    Instant began() {
        return origin == null ? call.placed() : origin.progress().began();
    }

    /// When the last of the phones was done with it, or the exchange died under it.
    Instant ended() {
        if (end != null) {
            return end.from();
        }
        return legs.stream()
                .filter(leg -> !handedOnAndLeft(leg) && !cameTooLate(leg))
                .map(leg -> leg.progress().ended())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(began());
    }

    /// A hand that reached for the caller in vain has made a call of its own.
    private boolean cameTooLate(PhoneCall leg) {
        return Aside.is(this, leg) && Aside.of(this, leg).purpose().takes() && !answered(leg);
    }

    /// When the caller left, or the exchange died under the call.
    Instant callerGone() {
        Instant gone = origin == null ? null : origin.progress().ended();
        if (end != null && (gone == null || !before(gone, end.gone()))) {
            return end.gone();
        }
        return gone == null ? ended() : gone;
    }

    /// A phone that has handed its caller on has no part in the call any more when the caller goes: the exchange
    /// lets go of it with the hand-over, and it is told only how that went.
    private boolean handedOnAndLeft(PhoneCall leg) {
        Instant callerGone = origin == null ? null : origin.progress().ended();
        return callerGone != null
                && leg != origin
                && !endedBefore(leg, callerGone)
                && call.seen().stream()
                        .anyMatch(seen -> seen.what() == What.TRANSFER_ASKED
                                && seen.call().id().equals(leg.id()));
    }

    /// The exchange died under it: nobody but the phones saw the rest. Null when it did not.
    @Nullable
    Fault cut() {
        return end;
    }

    private boolean upBetween(Instant from, Instant until) {
        return origin != null && before(origin.progress().began(), until) && !endedBefore(origin, from);
    }

    /// Whether all was over in the moment of the exchange's death, so that it may have seen the end.
    boolean overInTime(Duration margin) {
        return end != null && origin != null && endedBefore(origin, end.gone().plus(margin));
    }

    /// The exchange had it: it rang somewhere, was answered, or was refused by more than a closed door.
    boolean reached() {
        return !refused;
    }

    private boolean refusedAtTheDoor(List<Fault> faults) {
        if (legs.size() > 1 || origin == null || origin.progress().rang() != null || answered(origin)) {
            return origin == null && legs.isEmpty();
        }
        return metClosedDoor(origin, faults);
    }

    /// Whether the exchange need not have had this call that nobody answered.
    static boolean metClosedDoor(PhoneCall leg, List<Fault> faults) {
        Ending ending = leg.progress().ending();
        Instant ended = leg.progress().ended();
        if (ending == null || ended == null || ending.status() == 408 || ending.status() == 0) {
            return true;
        }
        return faults.stream()
                .anyMatch(fault ->
                        fault.what().endsCalls() && fault.meets(leg.progress().began(), ended, DOOR));
    }

    /// The site's phones that took the call, because it rang there or because they dialled for it, in the order in
    /// which they did; before the exchange died.
    List<PhoneCall> takers() {
        return legs.stream()
                .filter(leg -> !outside(leg) && (leg.direction() == Direction.INCOMING || took(leg)))
                .filter(Account::answered)
                .filter(leg -> end == null || before(answeredAt(leg), end.gone()))
                .sorted(Comparator.comparing(Account::answeredAt))
                .toList();
    }

    private boolean took(PhoneCall leg) {
        return Aside.is(this, leg) && Aside.of(this, leg).took();
    }

    boolean answeredOutside() {
        return legs.stream().anyMatch(leg -> outside(leg) && leg.direction() == Direction.INCOMING && answered(leg));
    }

    /// Something that decides about the call happened so close to the exchange's death or to its opposite that
    /// nobody can say what the exchange saw.
    boolean within(Duration margin, Instant moment) {
        return end != null
                && before(end.from().minus(margin), moment)
                && before(moment, end.gone().plus(margin));
    }

    /// Whether the exchange may have seen either first: within a blink, or while it stood still and saw nothing.
    boolean atOnce(Duration blink, Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(blink) < 0
                || standstills.stream().anyMatch(still -> still.covers(one, blink) && still.covers(other, blink));
    }

    /// The first talk began when both sides had it.
    @Nullable
    Instant firstAnswer() {
        if (call.kind().outgoing()) {
            return answeredOutside() && origin != null ? origin.progress().answered() : null;
        }
        return takers().isEmpty() ? null : answeredAt(takers().getFirst());
    }

    /// Who hung up, of those who still had a part at the end: mostly one, two when they did so within `blink`,
    /// none when the exchange ended the call.
    List<PhoneCall> hungUp(Duration blink) {
        List<PhoneCall> all = legs.stream()
                .filter(leg -> leg.endCause() == EndCause.HUNG_UP || leg.endCause() == EndCause.GIVEN_UP)
                .filter(leg -> leg == origin || (answered(leg) && !handedOnAndLeft(leg)))
                .sorted(Comparator.comparing(Account::endedAt))
                .toList();
        if (all.isEmpty()) {
            return all;
        }
        // Whoever talks on when the caller has left has not ended the caller's call.
        PhoneCall last =
                call.kind() == Kind.CONFERENCE && origin != null && all.contains(origin) ? origin : all.getLast();
        return all.stream()
                .filter(leg -> atOnce(blink, endedAt(leg), endedAt(last)))
                .toList();
    }

    private static Instant endedAt(PhoneCall leg) {
        return Objects.requireNonNull(leg.progress().ended());
    }

    boolean declined() {
        return legs.stream().anyMatch(leg -> !outside(leg) && leg.endCause() == EndCause.DECLINED);
    }

    static boolean outside(PhoneCall leg) {
        return leg.device().equals(Carrier.DEVICE);
    }

    static boolean answered(PhoneCall leg) {
        Ending ending = leg.progress().ending();
        // A phone that answered and never got its ACK has talked to nobody.
        return leg.progress().answered() != null
                && (ending == null || !ending.words().equals("no ACK"));
    }

    static Instant answeredAt(PhoneCall leg) {
        return Objects.requireNonNull(leg.progress().answered());
    }

    static boolean endedBefore(PhoneCall leg, Instant moment) {
        Instant ended = leg.progress().ended();
        return ended != null && before(ended, moment);
    }

    private static boolean before(Instant one, Instant other) {
        return one.isBefore(other);
    }
}
