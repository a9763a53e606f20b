package org.santral.history;

import org.jspecify.annotations.Nullable;
import org.santral.call.Call;
import org.santral.call.Connection;
import org.santral.call.Direction;
import org.santral.history.CallRecord.Outcome;
import org.santral.pbx.ClearCause;
import org.santral.pbx.PbxEvent.Dequeued;

/// How a call ended, in one word, and who ended it.
final class OutcomePolicy {
    private OutcomePolicy() {}

    static Outcome decide(Call call) {
        if (call.answeredAt() != null) {
            return call.ended() ? Outcome.ANSWERED : Outcome.LIVE;
        }
        if (!call.ended()) {
            return Outcome.LIVE;
        }
        if (endUnseen(call)) {
            return Outcome.UNKNOWN;
        }
        if (call.leftQueue() == Dequeued.Reason.TIMED_OUT) {
            return Outcome.TIMED_OUT;
        }
        Connection origin = call.origin();
        if (call.direction() == Direction.INCOMING && origin != null && origin.endedByParty()) {
            return Outcome.ABANDONED;
        }
        if (call.leftQueue() == Dequeued.Reason.ABANDONED) {
            return Outcome.ABANDONED;
        }
        return byLastCause(call);
    }

    /// `caller` is the outside party (or the colleague who called), `agent` the phone of the site that faced
    /// it.
    static @Nullable String hungUpBy(Call call) {
        if (!call.ended() || endUnseen(call)) {
            return null;
        }
        Connection faced = call.faced();
        if (call.direction() != Direction.INTERNAL && faced != null && faced.endedByParty() && hadItsSay(call, faced)) {
            // Agents who talk on among themselves afterwards have not ended the call.
            return "caller";
        }
        Connection last = null;
        boolean anyEnded = false;
        for (Connection connection : call.connections()) {
            anyEnded |= connection.endedAt() != null;
            if (connection.endedByParty() && hadItsSay(call, connection) && !endedBefore(connection, last)) {
                last = connection;
            }
        }
        if (last == null) {
            // Where nothing has ended the call went on as part of another.
            return anyEnded ? "pbx" : null;
        }
        return last == call.faced() ? "caller" : "agent";
    }

    private static boolean hadItsSay(Call call, Connection connection) {
        return connection == call.origin() || connection.answeredAt() != null;
    }

    private static boolean endedBefore(Connection one, @Nullable Connection other) {
        var end = one.endedAt();
        var otherEnd = other == null ? null : other.endedAt();
        return end != null && otherEnd != null && end.isBefore(otherEnd);
    }

    private static boolean endUnseen(Call call) {
        for (Connection connection : call.connections()) {
            boolean last = call.endedAt() != null && call.endedAt().equals(connection.endedAt());
            if (last
                    && (connection.cause() == ClearCause.LOST_TRACK
                            || connection.cause() == ClearCause.PBX_RESTARTED)) {
                return true;
            }
        }
        return false;
    }

    /// The last party that was tried says why nobody answered; without one, the party that called says it.
    private static Outcome byLastCause(Call call) {
        ClearCause cause = ClearCause.NORMAL;
        Connection origin = call.origin();
        if (origin != null && origin.cause() != null) {
            cause = origin.cause();
        }
        for (Connection connection : call.connections()) {
            if (connection != origin && connection.cause() != null) {
                cause = connection.cause();
            }
        }
        return switch (cause) {
            case BUSY -> Outcome.BUSY;
            case FAILED, UNREACHABLE -> Outcome.FAILED;
            case LOST_TRACK, PBX_RESTARTED -> Outcome.UNKNOWN;
            case NORMAL, NO_ANSWER, REJECTED, ANSWERED_ELSEWHERE, CANCELLED, DIVERTED -> Outcome.NOT_ANSWERED;
        };
    }
}
