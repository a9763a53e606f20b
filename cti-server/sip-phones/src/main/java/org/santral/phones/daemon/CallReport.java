package org.santral.phones.daemon;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.santral.phones.Carrier;
import org.santral.phones.PlacedCall;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.Ending;
import org.santral.phones.call.Phase;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Progress;

/// What both sides saw of a placed call; times in milliseconds since 1970, null for what has not happened.
/// `connected`: the exchange took the call, perhaps into a queue; `answered`: somebody speaks.
record CallReport(
        String id,
        String from,
        String name,
        boolean anonymous,
        String to,
        String state,
        long began,
        @Nullable Long connected,
        @Nullable Long rang,
        @Nullable Long answered,
        @Nullable Long ended,
        @Nullable String answeredBy,
        @Nullable String endedBy,
        @Nullable String cause,
        int sipStatus,
        List<AtPhone> phones) {

    /// The same call at one phone where it rang.
    record AtPhone(
            String phone,
            String state,
            @Nullable Long rang,
            @Nullable Long answered,
            @Nullable Long ended,
            @Nullable String cause) {

        private static AtPhone of(PhoneCall call) {
            Progress seen = call.progress();
            return new AtPhone(
                    call.device(),
                    word(seen.phase()),
                    millis(seen.rang()),
                    millis(seen.answered()),
                    millis(seen.ended()),
                    word(call.endCause()));
        }
    }

    static CallReport of(PlacedCall call) {
        PhoneCall caller = call.caller();
        Progress seen = caller.progress();
        PhoneCall answerer = call.answered();
        boolean outside = caller.device().equals(Carrier.DEVICE);
        Instant answered = answerer != null ? answerer.progress().answered() : outside ? null : seen.answered();
        Ending ending = seen.ending();
        return new CallReport(
                call.id(),
                caller.caller().number(),
                caller.caller().name(),
                caller.caller().withheld(),
                caller.parties().dialled(),
                state(call, answered),
                seen.began().toEpochMilli(),
                millis(seen.answered()),
                millis(rang(call)),
                millis(answered),
                millis(seen.ended()),
                answerer == null ? null : answerer.device(),
                ending == null ? null : endedBy(call, ending.cause()),
                word(caller.endCause()),
                ending == null ? 0 : ending.status(),
                call.phones().stream().map(AtPhone::of).toList());
    }

    private static String state(PlacedCall call, @Nullable Instant answered) {
        Phase caller = call.caller().phase();
        if (caller == Phase.ENDED) {
            return "ended";
        }
        if (answered != null) {
            return "talking";
        }
        boolean rings =
                caller == Phase.RINGING || call.phones().stream().anyMatch(phone -> phone.phase() == Phase.RINGING);
        return rings ? "ringing" : caller == Phase.CONNECTED ? "waiting" : "calling";
    }

    private static @Nullable Instant rang(PlacedCall call) {
        return Stream.concat(call.phones().stream(), Stream.of(call.caller()))
                .map(leg -> leg.progress().rang())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static String endedBy(PlacedCall call, EndCause cause) {
        PhoneCall answerer = call.answered();
        boolean atPhone = answerer != null
                && (answerer.endCause() == EndCause.HUNG_UP || answerer.endCause() == EndCause.TRANSFERRED);
        return switch (cause) {
            case HUNG_UP, GIVEN_UP -> "caller";
            case CLEARED_BY_OTHER -> answerer != null && atPhone ? answerer.device() : "exchange";
            case ANSWERED_ELSEWHERE, TRANSFERRED, FORWARDED, BUSY, DECLINED, NO_ANSWER, REFUSED -> "exchange";
            case LOST -> "nobody";
        };
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String word(@Nullable EndCause cause) {
        return cause == null ? null : cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
