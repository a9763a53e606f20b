package org.santral.bench.chaos.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.santral.bench.chaos.parts.ChaosSite;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.What;

/// Who was with the caller to the last, where a desk took a colleague into its talk: those who are still there when
/// the caller leaves, and of them who came last.
final class ThreeWay {
    /// One desk's time with the caller.
    private record Part(PhoneCall leg, Instant from, Instant until) {}

    private ThreeWay() {}

    /// Logins, with the empty text for nobody.
    static Set<String> agents(Account account) {
        Instant over = account.callerGone();
        List<Part> parts = new ArrayList<>();
        for (PhoneCall taker : account.takers()) {
            Instant from = heardCaller(account, taker);
            if (from != null && from.isBefore(over)) {
                Instant ended = taker.progress().ended();
                parts.add(new Part(taker, from, ended == null || ended.isAfter(over) ? over : ended));
            }
        }
        if (parts.isEmpty()) {
            return Set.of("");
        }
        Instant last =
                parts.stream().map(Part::until).max(Comparator.naturalOrder()).orElseThrow();
        List<Part> staying = parts.stream()
                .filter(part -> account.atOnce(Expectation.BLINK, part.until(), last))
                .toList();
        Part newest = staying.stream()
                .max(Comparator.comparing(Part::until).thenComparing(Part::from))
                .orElseThrow();
        boolean leftAtOnce = staying.stream().anyMatch(part -> !part.until().equals(last));
        Set<Part> may = new HashSet<>(leftAtOnce ? staying : Set.of(newest));
        if (account.atOnce(Expectation.BLINK, newest.from(), over)
                || account.within(Expectation.BLINK, newest.from())) {
            may.addAll(parts);
        }
        return may.stream().map(part -> ChaosSite.login(part.leg().device())).collect(Collectors.toSet());
    }

    /// The first desk when it answered; the colleague, who was only asked, when the first one then pressed the keys for
    /// all three, or left. Null when neither came.
    private static @Nullable Instant heardCaller(Account account, PhoneCall taker) {
        String first = account.call().desks().getFirst();
        Instant answer = Account.answeredAt(taker);
        if (taker.device().equals(first)) {
            return answer;
        }
        return account.call().seen().stream()
                .filter(seen -> seen.is(first, What.ENDED)
                        || (seen.is(first, What.PRESSED)
                                && seen.detail().equals("*3")
                                && seen.at().isAfter(answer)))
                .map(seen -> seen.at().isAfter(answer) ? seen.at() : answer)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
