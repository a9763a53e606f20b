package org.santral.server.directory;

import static org.jooq.impl.DSL.coalesce;
import static org.santral.server.tables.Tables.CUSTOMER;
import static org.santral.server.tables.Tables.CUSTOMER_NUMBER;
import static org.santral.server.tables.Tables.LEARNED_NUMBER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.santral.because.Because;
import org.santral.because.Rules;
import org.santral.caller.Candidate;
import org.santral.caller.Candidate.MatchQuality;
import org.santral.caller.Customer;
import org.santral.server.numbers.PhoneNumbers;

/// The tables of customers, asked by number: who has it, whom agents took it for, and what matters about them.
///
/// A customer that was merged into another is told as that one.
final class Book {
    /// A number that more people share than this is a switchboard nobody has told us about.
    private static final int MOST_CANDIDATES = 20;

    private static final Field<Long> STANDS_FOR = coalesce(CUSTOMER.MERGED_INTO, CUSTOMER.ID);

    private final DSLContext sql;
    private final int suffixDigits;

    /// Without suffixes.
    Book(DSLContext sql) {
        this(sql, 0);
    }

    /// @param suffixDigits how many last digits are enough where nobody has the whole number; 0: never
    Book(DSLContext sql, int suffixDigits) {
        this.sql = sql;
        this.suffixDigits = suffixDigits;
    }

    /// @param candidates ranked, may be empty
    /// @param said what beside the number led to this order
    record Answer(List<Candidate> candidates, List<Because> said) {}

    List<Candidate> withNumber(PhoneNumbers.Reading reading) {
        return ask(reading).candidates();
    }

    Answer ask(PhoneNumbers.Reading reading) {
        Map<Long, Claim> claims = owners(reading);
        Map<Long, Learned> learned = learned(reading);
        for (Learned lesson : learned.values()) {
            if (lesson.holds()) {
                claims.putIfAbsent(lesson.customer(), new Claim(MatchQuality.LEARNED, ""));
            }
        }
        if (claims.isEmpty() && suffixDigits > 0) {
            claims.putAll(suffix(reading));
        }
        if (claims.isEmpty()) {
            return new Answer(List.of(), List.of());
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Customer customer : WhatMatters.of(sql, claims.keySet())) {
            Claim claim = claims.get(customer.id());
            if (claim != null) {
                candidates.add(new Candidate(customer, claim.quality(), claim.label()));
            }
        }
        Long taught = Ranking.taught(learned.values());
        return new Answer(Ranking.of(candidates, taught), because(reading, learned.get(taught)));
    }

    private static List<Because> because(PhoneNumbers.Reading reading, @Nullable Learned lesson) {
        return lesson == null
                ? List.of()
                : List.of(Because.of(
                        Rules.MATCH_LEARNED,
                        "number",
                        reading.display(),
                        "customer",
                        Long.toString(lesson.customer()),
                        "times",
                        Integer.toString(lesson.chosen()),
                        "agent",
                        lesson.login()));
    }

    /// How a customer comes to be a candidate.
    private record Claim(MatchQuality quality, String label) {}

    /// @param chosen how often agents took the number for this customer
    /// @param wrong how often another was meant although this one stood first
    record Learned(long customer, int chosen, int wrong, String login) {
        boolean holds() {
            return chosen > wrong;
        }
    }

    /// Where more share it than are shown, those who have it for themselves are not the ones left out.
    private Map<Long, Claim> owners(PhoneNumbers.Reading reading) {
        Map<Long, Claim> claims = new LinkedHashMap<>();
        sql.select(STANDS_FOR, CUSTOMER_NUMBER.EXTENSION, CUSTOMER_NUMBER.LABEL)
                .from(CUSTOMER_NUMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                .where(CUSTOMER_NUMBER.E164.eq(reading.e164()))
                .orderBy(
                        CUSTOMER_NUMBER.EXTENSION.isNull().desc(),
                        CUSTOMER_NUMBER.EXTENSION.eq(reading.extension()).desc(),
                        CUSTOMER.ID)
                .limit(MOST_CANDIDATES)
                .forEach(row -> claims.merge(
                        row.value1(),
                        new Claim(quality(row.value2(), reading), row.value3()),
                        (one, other) -> one.quality().compareTo(other.quality()) <= 0 ? one : other));
        return claims;
    }

    private static MatchQuality quality(@Nullable String extension, PhoneNumbers.Reading reading) {
        if (extension != null && !extension.equals(reading.extension())) {
            return MatchQuality.EXTENSION_OF_COMPANY;
        }
        return reading.assumed() ? MatchQuality.NATIONAL : MatchQuality.EXACT;
    }

    private Map<Long, Learned> learned(PhoneNumbers.Reading reading) {
        Map<Long, Learned> learned = new HashMap<>();
        sql.select(STANDS_FOR, LEARNED_NUMBER.CHOSEN, LEARNED_NUMBER.WRONG, LEARNED_NUMBER.LOGIN)
                .from(LEARNED_NUMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(LEARNED_NUMBER.CUSTOMER_ID))
                .where(LEARNED_NUMBER.E164.eq(reading.e164()))
                .and(LEARNED_NUMBER.EXTENSION.eq(reading.extension()))
                .orderBy(LEARNED_NUMBER.LAST_AT.desc(), CUSTOMER.ID)
                .limit(MOST_CANDIDATES)
                .forEach(row -> learned.merge(
                        row.value1(),
                        new Learned(row.value1(), row.value2(), row.value3(), row.value4()),
                        (one, other) -> new Learned(
                                one.customer(),
                                one.chosen() + other.chosen(),
                                one.wrong() + other.wrong(),
                                one.login())));
        return learned;
    }

    private Map<Long, Claim> suffix(PhoneNumbers.Reading reading) {
        String digits = reading.e164().isEmpty() ? reading.display().replaceAll("\\D", "") : reading.e164();
        if (digits.length() < suffixDigits) {
            return Map.of();
        }
        String backwards = new StringBuilder(digits.substring(digits.length() - suffixDigits))
                .reverse()
                .toString();
        Map<Long, Claim> claims = new LinkedHashMap<>();
        sql.select(STANDS_FOR, CUSTOMER_NUMBER.LABEL)
                .from(CUSTOMER_NUMBER)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_NUMBER.CUSTOMER_ID))
                .where(CUSTOMER_NUMBER.BACKWARDS.startsWith(backwards))
                .orderBy(CUSTOMER.ID)
                .limit(MOST_CANDIDATES)
                .forEach(row -> claims.putIfAbsent(row.value1(), new Claim(MatchQuality.SUFFIX, row.value2())));
        return claims;
    }
}
