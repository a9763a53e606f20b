package org.santral.bench.chaos.check;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.santral.bench.chaos.calls.Driven;
import org.santral.bench.chaos.calls.Kind;
import org.santral.bench.chaos.faults.Fault;
import org.santral.bench.house.BenchDatabase;
import org.santral.phones.call.PhoneCall;
import org.santral.phones.call.Sighting;

/// Holds the history against what the phones saw.
///
/// @param reached calls that the exchange had
/// @param refused calls that found no exchange, and of which no row is asked
/// @param rows how many the history has
public record Reckoning(int reached, int refused, int rows, List<Finding> findings) {
    private static final Duration NEAR = Duration.ofSeconds(5);
    private static final Duration EXACT = Duration.ofSeconds(2);

    public static Reckoning of(List<Driven> calls, List<Fault> faults, BenchDatabase database) throws SQLException {
        return of(calls, faults, History.rows(database));
    }

    static Reckoning of(List<Driven> calls, List<Fault> faults, List<Row> rows) {
        List<Account> accounts =
                calls.stream().map(call -> new Account(call, faults)).toList();
        List<Finding> findings = new ArrayList<>();
        Map<Driven, List<Row>> matched = match(accounts, rows, faults, findings);
        int reached = 0;
        for (Account account : accounts) {
            List<Row> own = Objects.requireNonNull(matched.get(account.call()));
            reached += account.reached() ? 1 : 0;
            if (own.size() > 1) {
                findings.add(finding(Finding.Verdict.DOUBLE, account, own.size() + " rows", own, faults));
            } else if (own.isEmpty() && account.reached()) {
                findings.add(finding(Finding.Verdict.MISSING, account, "no row", own, faults));
            } else if (!own.isEmpty() && account.reached()) {
                compare(account, own.getFirst(), faults, findings);
            }
        }
        return new Reckoning(reached, accounts.size() - reached, rows.size(), findings);
    }

    public long count(Finding.Verdict verdict) {
        return findings.stream().filter(found -> found.verdict() == verdict).count();
    }

    private static Map<Driven, List<Row>> match(
            List<Account> accounts, List<Row> rows, List<Fault> faults, List<Finding> findings) {
        Map<Driven, List<Row>> matched = new LinkedHashMap<>();
        Map<String, Account> byMark = new HashMap<>();
        for (Account account : accounts) {
            matched.put(account.call(), new ArrayList<>());
            byMark.put(account.call().mark(), account);
        }
        List<Aside> asides = asides(accounts);
        for (Row row : rows) {
            if (row.pointer()) {
                continue;
            }
            Account account = byMark.get(row.number());
            Aside aside = account == null ? ownerOf(row, asides) : null;
            if (account == null) {
                account = between(accounts, row, matched, aside == null ? NEAR : aside.apart(row));
            }
            if (account != null) {
                Objects.requireNonNull(matched.get(account.call())).add(row);
            } else if (aside != null) {
                asides.remove(aside);
            } else {
                findings.add(new Finding(
                        Finding.Verdict.DOUBLE,
                        0,
                        row.direction(),
                        "a row of no call",
                        List.of(),
                        rowsAndFaults(List.of(row), row.startedAt(), row.startedAt(), faults)));
            }
        }
        asides.stream()
                .filter(aside -> aside.isCall(faults))
                .map(aside -> finding(
                        Finding.Verdict.MISSING,
                        aside.account(),
                        "no row of " + aside.leg().parties().dialled(),
                        List.of(),
                        faults))
                .forEach(findings::add);
        return matched;
    }

    /// A call that a desk dialled has no number of its own in the row: the nearest in time of that desk's calls.
    ///
    /// @param near what is not nearer than that is something else
    private static @Nullable Account between(
            List<Account> accounts, Row row, Map<Driven, List<Row>> matched, Duration near) {
        return accounts.stream()
                .filter(account -> !account.call().kind().incoming()
                        && account.call().desks().getFirst().equals(row.number()))
                .filter(account -> account.call().kind().internal()
                        || Objects.requireNonNull(matched.get(account.call())).isEmpty())
                .filter(account -> apart(account.began(), row.startedAt()).compareTo(near) < 0)
                .min(Comparator.comparing(account -> apart(account.began(), row.startedAt())))
                .orElse(null);
    }

    /// What desks dialled beside their callers' calls.
    private static List<Aside> asides(List<Account> accounts) {
        List<Aside> asides = new ArrayList<>();
        for (Account account : accounts) {
            account.legs().stream()
                    .filter(leg -> Aside.is(account, leg))
                    .map(leg -> Aside.of(account, leg))
                    .forEach(asides::add);
        }
        return asides;
    }

    /// The aside whose own row that is, the nearest in time; each has one at most. Null when there is none.
    private static @Nullable Aside ownerOf(Row row, List<Aside> asides) {
        return asides.stream()
                .filter(aside -> aside.owns(row, NEAR, Expectation.BLINK))
                .min(Comparator.comparing(aside -> aside.apart(row)))
                .orElse(null);
    }

    private static void compare(Account account, Row row, List<Fault> faults, List<Finding> findings) {
        Expectation expected = Expectation.of(account);
        List<String> wrong = new ArrayList<>();
        boolean unknown = row.outcome().equals("UNKNOWN");
        if (!expected.outcomes().contains(row.outcome())) {
            wrong.add("outcome " + row.outcome() + " instead of " + String.join(" or ", expected.outcomes()));
        }
        String agent = row.agent() == null ? "" : row.agent();
        if (!expected.agents().contains(agent)) {
            wrong.add("agent " + named(agent) + " instead of "
                    + String.join(
                            " or ",
                            expected.agents().stream().map(Reckoning::named).toList()));
        }
        if (!row.direction().equals(expected.direction())) {
            wrong.add("direction " + row.direction() + " instead of " + expected.direction());
        }
        String did = row.did();
        if (did != null && account.call().kind().incoming() && !did.equals(dialled(account))) {
            wrong.add("line " + did + " instead of " + dialled(account));
        }
        // Where the exchange lived, its ledger knows the end.
        if (account.cut() == null || !row.partlyUnknown()) {
            String by = row.hungUpBy();
            if (by != null && !expected.hungUpBy().contains(by)) {
                wrong.add("hung up by " + by + " instead of " + String.join(" or ", expected.hungUpBy()));
            }
            wrong.addAll(times(account, row, faults));
        }
        if (!wrong.isEmpty()) {
            findings.add(finding(Finding.Verdict.WRONG, account, String.join("; ", wrong), List.of(row), faults));
        } else if (unknown) {
            findings.add(finding(Finding.Verdict.UNKNOWN, account, "outcome unknown", List.of(row), faults));
        }
    }

    private static List<String> times(Account account, Row row, List<Fault> faults) {
        Duration allowed = EXACT.plus(standstill(account, faults));
        List<String> wrong = new ArrayList<>();
        late(wrong, "started", row.startedAt(), account.began(), allowed);
        late(wrong, "answered", row.answeredAt(), account.firstAnswer(), allowed);
        late(wrong, "ended", row.endedAt(), account.ended(), allowed);
        return wrong;
    }

    /// While the exchange stood still or was dying under the call, nobody's clock is right.
    private static Duration standstill(Account account, List<Fault> faults) {
        Duration sum = Duration.ZERO;
        for (Fault fault : faults) {
            boolean stands = switch (fault.what()) {
                case EXCHANGE_FROZEN, EXCHANGE_KILLED, EXCHANGE_RESTARTED -> true;
                case LINK_CUT,
                        LINK_AWAY,
                        LINK_STILL,
                        LINK_SLOW,
                        LINK_KICKED,
                        SERVER_KILLED,
                        SERVER_AWAY,
                        DATABASE_AWAY,
                        DATABASE_KILLED,
                        EXCHANGE_RELOADED -> false;
            };
            if (stands && fault.meets(account.began(), account.ended(), Duration.ZERO)) {
                sum = sum.plus(Duration.between(fault.from(), fault.until()));
            }
        }
        return sum;
    }

    private static void late(
            List<String> wrong, String what, @Nullable Instant row, @Nullable Instant truth, Duration allowed) {
        if (row != null && truth != null && apart(row, truth).compareTo(allowed) > 0) {
            wrong.add(
                    "%s %.1f s off".formatted(what, Duration.between(truth, row).toMillis() / 1000.0));
        }
    }

    private static String dialled(Account account) {
        PhoneCall origin = account.origin();
        return origin == null ? "" : origin.parties().dialled();
    }

    private static String named(String agent) {
        return agent.isEmpty() ? "nobody" : agent;
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    private static Finding finding(
            Finding.Verdict verdict, Account account, String why, List<Row> rows, List<Fault> faults) {
        List<String> truth = new ArrayList<>();
        account.call().seen().stream().map(Sighting::toString).forEach(truth::add);
        if (!account.call().disturbed().isEmpty()) {
            truth.add(account.call().disturbed());
        }
        Kind kind = account.call().kind();
        return new Finding(
                verdict,
                account.call().number(),
                kind.name(),
                why,
                truth,
                rowsAndFaults(rows, account.began(), account.ended(), faults));
    }

    private static List<String> rowsAndFaults(List<Row> rows, Instant begin, Instant end, List<Fault> faults) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add("row " + row.all()));
        faults.stream()
                .filter(fault -> fault.meets(begin, end, Duration.ofSeconds(1)))
                .forEach(fault ->
                        lines.add("fault %s from %s until %s".formatted(fault.what(), fault.from(), fault.until())));
        return lines;
    }
}
