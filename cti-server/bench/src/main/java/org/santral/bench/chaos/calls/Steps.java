package org.santral.bench.chaos.calls;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.santral.bench.chaos.parts.ChaosSite;
import org.santral.phones.CallRequest;
import org.santral.phones.Carrier;
import org.santral.phones.PhoneBench;
import org.santral.phones.SipPhone;
import org.santral.phones.call.Direction;
import org.santral.phones.call.Sighting;
import org.santral.phones.call.What;

/// What people do in one call, and what they wait for in it.
abstract class Steps {
    /// What is due within a second may take this long where the exchange stands still.
    static final Duration PATIENCE = Duration.ofSeconds(8);

    /// Something did not come: the call ends here, whatever has become of it.
    static final class NotSeen extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotSeen(String what) {
            super(what);
        }
    }

    final PhoneBench phones;
    final TruthLog truth;
    final Driven call;
    final RandomGenerator random;

    Steps(PhoneBench phones, TruthLog truth, Driven call, RandomGenerator random) {
        this.phones = phones;
        this.truth = truth;
        this.call = call;
        this.random = random;
    }

    /// What that desk dials from here on belongs to this call.
    final String dial(int which, String number) {
        truth.dialsFor(call.desks().get(which), call);
        return desk(which).dial(number);
    }

    final String toDesk(int which) {
        return phones.place(CallRequest.from(call.mark())
                .to(ChaosSite.directNumber(call.desks().get(which))));
    }

    final SipPhone desk(int which) {
        return phones.phone(call.desks().get(which));
    }

    final void rings(int which) throws InterruptedException {
        String desk = call.desks().get(which);
        await(desk + " to ring", PATIENCE, seen -> seen.is(desk, What.RANG));
    }

    final void answered(int which) throws InterruptedException {
        rings(which);
        sometime(200, 1500);
        desk(which).answer();
        String desk = call.desks().get(which);
        await(
                desk + " to answer",
                PATIENCE,
                seen -> seen.is(desk, What.ANSWERED) && seen.call().direction() == Direction.INCOMING);
    }

    final void eitherHangsUp(String caller, int which) {
        if (random.nextBoolean()) {
            phones.carrier().hangUp(caller);
        } else {
            desk(which).hangUp();
        }
    }

    final void talk() throws InterruptedException {
        sometime(500, 2500);
    }

    final void sometime(int from, int to) throws InterruptedException {
        Thread.sleep(span(from, to));
    }

    final Duration span(int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }

    final boolean isEndOfOrigin(Sighting seen) {
        return seen.what() == What.ENDED && isOrigin(seen);
    }

    final boolean isOrigin(Sighting seen) {
        boolean outside = seen.call().device().equals(Carrier.DEVICE);
        return seen.call().direction() == Direction.OUTGOING
                && outside == call.kind().incoming();
    }

    final boolean isAnswerOfSite(Sighting seen) {
        return seen.what() == What.ANSWERED
                && seen.call().direction() == Direction.INCOMING
                && !seen.call().device().equals(Carrier.DEVICE);
    }

    final Sighting await(String what, Duration patience, Predicate<Sighting> fits) throws InterruptedException {
        Sighting sighting = call.await(patience, fits);
        if (sighting == null) {
            throw new NotSeen("not seen: " + what);
        }
        return sighting;
    }
}
