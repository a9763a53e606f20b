package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.pbx.PbxEvent;

/// The clock of the exchange as its stamps tell it, beside the times of receipt, which never step. A clock that
/// is set in mid-call makes no talk and takes none away: a call goes on in the time it began in, and only calls
/// that begin later follow the clock.
///
/// A stamp may also be old because it arrived late, and then the next ones catch up. So a step forward is
/// believed at once, one back when it has lasted for ten seconds. Steps below a minute are left as they are:
/// they are too small to be told from a slow line.
final class ExchangeClock {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration LASTING = Duration.ofSeconds(10);
    /// How slowly the difference of the two clocks follows when it shrinks: late stamps must not draw it down.
    private static final int SLOWLY = 64;

    private final List<LiveCall> begunInDoubt = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private @Nullable Instant received;
    private @Nullable Duration level;
    private @Nullable Instant backSince;
    private Duration ahead = Duration.ZERO;
    private Duration steps = Duration.ZERO;

    /// @return how far the clock was set just before this input, null when it was not
    @Nullable
    Duration hear(Input input) {
        boolean stamped = input instanceof Input.FromPbx from
                && from.origin() == Input.FromPbx.Origin.LIVE
                && !from.at().equals(from.receivedAt());
        Duration step = null;
        if (stamped && input instanceof Input.FromPbx from) {
            step = compare(from.at(), from.receivedAt());
        }
        if (input instanceof Input.LinkUp) {
            // The times of receipt of another run of this server may be of another clock.
            received = null;
            level = null;
            backSince = null;
            begunInDoubt.clear();
        }
        // What the exchange did not stamp itself is in the time of this server.
        now = stamped ? input.at() : input.at().plus(ahead);
        return step;
    }

    private @Nullable Duration compare(Instant at, Instant receivedAt) {
        Instant before = received;
        received = receivedAt;
        Duration offset = Duration.between(receivedAt, at);
        Duration known = level;
        if (before == null || known == null) {
            level = offset;
            return null;
        }
        if (before.equals(receivedAt)) {
            // Of one read: nothing new can be said.
            return null;
        }
        Duration off = offset.minus(known);
        if (off.compareTo(LEAST) >= 0) {
            return set(off, offset);
        }
        if (off.compareTo(LEAST.negated()) > 0) {
            backSince = null;
            begunInDoubt.clear();
            level(off.isNegative() ? known.plus(off.dividedBy(SLOWLY)) : offset);
            return null;
        }
        Instant since = backSince == null ? receivedAt : backSince;
        backSince = since;
        return Duration.between(since, receivedAt).compareTo(LASTING) >= 0 ? set(off, offset) : null;
    }

    private Duration set(Duration step, Duration offset) {
        steps = steps.plus(step);
        level(offset);
        backSince = null;
        begunInDoubt.forEach(call -> call.stepsBefore = steps);
        begunInDoubt.clear();
        return step;
    }

    private void level(Duration offset) {
        level = offset;
        ahead = offset.abs().compareTo(LEAST) >= 0 ? offset : Duration.ZERO;
    }

    void begins(LiveCall call) {
        call.stepsBefore = steps;
        if (backSince != null) {
            begunInDoubt.add(call);
        }
    }

    /// This moment in the time of the call.
    Instant now(@Nullable LiveCall call) {
        return call == null ? now : now.minus(steps.minus(call.stepsBefore));
    }

    /// Which call an event tells of, by the name that stands in it.
    static @Nullable LiveCall callOf(Board board, PbxEvent event) {
        if (event instanceof PbxEvent.OfConnection of) {
            return board.calls.find(of.call());
        }
        return event instanceof PbxEvent.CallsMerged merged ? board.calls.find(merged.call()) : null;
    }
}
