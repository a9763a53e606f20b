package org.santral.bench.chaos.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.bench.chaos.calls.Kind;
import org.santral.bench.chaos.parts.ChaosSite;
import org.santral.phones.call.EndCause;
import org.santral.phones.call.Ending;
import org.santral.phones.call.PhoneCall;

/// What a row may say of a call without contradicting the phones. Mostly there is one right word; several only
/// where two things happened within a blink and the exchange may have seen either first.
///
/// @param agents logins, with the empty text for nobody
record Expectation(String direction, Set<String> outcomes, Set<String> agents, Set<String> hungUpBy) {
    /// As long as a message is on its way through a busy machine.
    static final Duration BLINK = Duration.ofMillis(500);

    static Expectation of(Account account) {
        Set<String> outcomes = outcomes(account);
        return new Expectation(
                direction(account),
                outcomes,
                agents(account, outcomes),
                account.cut() == null ? hungUpBy(account) : Set.of("pbx", "caller", "agent"));
    }

    private static String direction(Account account) {
        return account.call().kind().incoming()
                ? "INCOMING"
                : account.call().kind().outgoing() ? "OUTGOING" : "INTERNAL";
    }

    private static Set<String> outcomes(Account account) {
        Set<String> may = new HashSet<>();
        Instant answer = account.firstAnswer();
        if (answer != null) {
            may.add("ANSWERED");
            if (account.within(BLINK, answer) || crossed(account, answer)) {
                may.addAll(unanswered(account));
            }
            return may;
        }
        return unanswered(account);
    }

    /// The answer and the caller's farewell met on the way.
    private static boolean crossed(Account account, Instant answer) {
        PhoneCall origin = account.origin();
        Instant gone = origin == null ? null : origin.progress().ended();
        return gone != null && account.atOnce(BLINK, answer, gone);
    }

    private static Set<String> unanswered(Account account) {
        Set<String> may = new HashSet<>();
        if (account.cut() != null) {
            // The exchange let go of it: nobody gave up, nobody was busy, unless just before.
            may.addAll(Set.of("UNKNOWN", "FAILED", "NOT_ANSWERED"));
            if (!account.overInTime(BLINK) || origin(account).endCause() == EndCause.CLEARED_BY_OTHER) {
                return may;
            }
        }
        PhoneCall origin = origin(account);
        Ending ending = Objects.requireNonNull(origin.progress().ending(), "every call is over");
        boolean incoming = account.call().kind().incoming();
        switch (ending.cause()) {
            case GIVEN_UP, HUNG_UP -> may.add(incoming ? "ABANDONED" : "NOT_ANSWERED");
            case BUSY -> may.add("BUSY");
            case CLEARED_BY_OTHER -> may.add(incoming ? "TIMED_OUT" : "NOT_ANSWERED");
            case NO_ANSWER, DECLINED -> may.add("NOT_ANSWERED");
            case REFUSED -> may.add(account.declined() ? "NOT_ANSWERED" : "FAILED");
            case ANSWERED_ELSEWHERE, TRANSFERRED, LOST -> may.addAll(Set.of("FAILED", "UNKNOWN"));
        }
        return may;
    }

    private static PhoneCall origin(Account account) {
        return Objects.requireNonNull(account.origin());
    }

    private static Set<String> agents(Account account, Set<String> outcomes) {
        Set<String> may = new HashSet<>();
        if (account.call().kind().outgoing()) {
            may.add(ChaosSite.login(account.call().desks().getFirst()));
            return may;
        }
        if (account.call().kind() == Kind.CONFERENCE) {
            may.addAll(ThreeWay.agents(account));
            if (!outcomes.equals(Set.of("ANSWERED"))) {
                may.add("");
            }
            return may;
        }
        List<PhoneCall> talked =
                account.takers().stream().filter(leg -> talked(account, leg)).toList();
        may.add(talked.isEmpty() ? "" : ChaosSite.login(talked.getLast().device()));
        if (!outcomes.equals(Set.of("ANSWERED"))) {
            may.add("");
        }
        if (talked.size() > 1 && account.within(BLINK, Account.answeredAt(talked.getLast()))) {
            may.add(ChaosSite.login(talked.get(talked.size() - 2).device()));
        }
        return may;
    }

    /// Who was only consulted, because the hand-over did not come, has not talked with the caller.
    private static boolean talked(Account account, PhoneCall taker) {
        PhoneCall consultation = consultation(account);
        if (consultation == null || !consultation.parties().dialled().equals(taker.device())) {
            return true;
        }
        Instant over = consultation.progress().ended();
        return consultation.endCause() == EndCause.TRANSFERRED
                || (over != null && !Account.endedBefore(taker, over.plus(BLINK)));
    }

    /// The call by which one desk asked another, on the way to an attended transfer; null when there was none.
    static @Nullable PhoneCall consultation(Account account) {
        return account.legs().stream()
                .filter(leg -> Aside.is(account, leg) && Aside.of(account, leg).purpose() == Aside.Purpose.CONSULTATION)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> hungUpBy(Account account) {
        List<PhoneCall> last = account.hungUp(BLINK);
        if (last.isEmpty()) {
            // A phone that refuses is told as the exchange's doing, or as its agent's.
            return Set.of("pbx", "agent");
        }
        boolean outgoing = account.call().kind().outgoing();
        return last.stream()
                .map(leg -> outgoing ? Account.outside(leg) : leg == account.origin())
                .map(caller -> caller ? "caller" : "agent")
                .collect(Collectors.toSet());
    }
}
