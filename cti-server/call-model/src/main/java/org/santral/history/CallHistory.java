package org.santral.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.call.Call;
import org.santral.call.Connection;
import org.santral.call.Direction;
import org.santral.caller.CleanText;
import org.santral.caller.LookUp;

/// Writes a call down as the history keeps it, at any moment of its life.
public final class CallHistory {
    private CallHistory() {}

    public static CallRecord record(Call call, About about, Seats seats, Instant at) {
        Instant until = call.endedAt() == null ? at : call.endedAt();
        Instant waitedUntil = call.answeredAt() == null ? until : call.answeredAt();
        return new CallRecord(
                call.id(),
                about.revision(),
                call.direction(),
                about.caller(),
                e164(about.lookUp()),
                about.customer(),
                call.did(),
                call.queue(),
                about.agent(),
                call.startedAt(),
                call.answeredAt(),
                call.endedAt(),
                Math.max(0, Duration.between(call.startedAt(), waitedUntil).toMillis()),
                call.talkMillis(until),
                OutcomePolicy.decide(call),
                OutcomePolicy.hungUpBy(call),
                about.certainty(),
                legs(call, about, seats, until),
                about.transfers(),
                about.notes(),
                about.partOf(),
                because(call, about),
                about.recordings());
    }

    private static @Nullable String e164(@Nullable LookUp lookUp) {
        String number = switch (lookUp) {
            case LookUp.Found found -> found.e164();
            case LookUp.NotFound notFound -> notFound.e164();
            case LookUp.Unanswered unanswered -> "";
            case null -> "";
        };
        return number.isEmpty() ? null : number;
    }

    private static List<CallRecord.Leg> legs(Call call, About about, Seats seats, Instant until) {
        var legs = new ArrayList<CallRecord.Leg>(call.connections().size());
        for (Connection c : call.connections()) {
            legs.add(new CallRecord.Leg(
                    c.id(),
                    c.device().name(),
                    number(call, about, c),
                    seats.at(c),
                    c.offeredByQueue(),
                    c.startedAt(),
                    c.ringingAt(),
                    c.answeredAt(),
                    c.endedAt(),
                    c.talkMillis(until),
                    c.heldMillis(until),
                    c.cause(),
                    c.q850()));
        }
        // A call that became part of this one may have begun earlier.
        legs.sort(Comparator.comparing(CallRecord.Leg::startedAt));
        return List.copyOf(legs);
    }

    /// What a stranger withheld is not written down either.
    private static String number(Call call, About about, Connection connection) {
        boolean caller = call.direction() == Direction.INCOMING && connection == call.origin();
        return caller ? about.caller().number() : CleanText.number(connection.number());
    }

    private static List<Because> because(Call call, About about) {
        if (call.leftOut() == 0) {
            return about.because();
        }
        var all = new ArrayList<>(about.because());
        all.add(Because.of(Rules.HISTORY_LEGS_LEFT_OUT, "legs", Integer.toString(call.leftOut())));
        return List.copyOf(all);
    }
}
