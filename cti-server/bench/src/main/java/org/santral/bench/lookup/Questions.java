package org.santral.bench.lookup;

import java.util.Random;

/// Who calls, and how the exchange writes it: at random, the same for the same seed. Whoever it is, they are as
/// likely as anybody else of their kind, so that next to nobody calls twice and no page of the tables is asked
/// for more often than others.
final class Questions {
    /// A card shows so many of those who share a number.
    private static final int MOST_CANDIDATES = 20;

    private final Numbering numbering;
    private final Random random;

    Questions(Numbering numbering, long seed) {
        this.numbering = numbering;
        this.random = new Random(seed);
    }

    enum Kind {
        /// A number that one customer has.
        OWN,
        /// Three share it.
        HOUSEHOLD,
        /// Of a company with some people behind it, with and without an extension.
        SWITCHBOARD,
        /// Of a company with a thousand.
        LARGE_SWITCHBOARD,
        UNKNOWN
    }

    /// @param signalled as the exchange tells it
    /// @param candidates how many the answer has
    record Question(Kind kind, String signalled, int candidates) {}

    Question next() {
        int percent = random.nextInt(100);
        int person = random.nextInt(numbering.people());
        if (percent < 45) {
            return new Question(Kind.OWN, written(own(person)), 1);
        }
        if (percent < 55) {
            int one = person - person % 10;
            return new Question(Kind.HOUSEHOLD, written(numbering.home(one)), numbering.household());
        }
        if (percent < 75) {
            return switchboard(person, random.nextBoolean());
        }
        return new Question(Kind.UNKNOWN, written(numbering.unknown(person)), 0);
    }

    private String own(int person) {
        return switch (random.nextInt(3)) {
            case 0 -> numbering.livesWithOthers(person) ? numbering.mobile(person) : numbering.home(person);
            case 1 -> numbering.isBehindSwitchboard(person) ? numbering.mobile(person) : numbering.office(person);
            default -> numbering.mobile(person);
        };
    }

    private Question switchboard(int any, boolean withExtension) {
        int person = any - any % 10 + 3 + any % 3;
        int company = numbering.employer(person);
        String number = numbering.switchboard(company);
        return new Question(
                company < Numbering.LARGE ? Kind.LARGE_SWITCHBOARD : Kind.SWITCHBOARD,
                withExtension ? withExtension(number, numbering.extension(person)) : written(number),
                Math.min(MOST_CANDIDATES, 1 + numbering.staff(company)));
    }

    private String written(String n) {
        return switch (random.nextInt(10)) {
            case 0 -> "+98" + n;
            case 1 -> "98" + n;
            case 2 -> "0098" + n;
            case 3 -> n;
            case 4 -> "90" + n;
            case 5 -> "0" + n.substring(0, 2) + " " + n.substring(2, 6) + " " + n.substring(6);
            case 6 -> "(0" + n.substring(0, 2) + ") " + n.substring(2, 6) + "-" + n.substring(6);
            case 7 -> persian("0" + n);
            case 8 -> "tel:+98-" + n.substring(0, 2) + "-" + n.substring(2);
            default -> "0" + n;
        };
    }

    private String withExtension(String n, String extension) {
        return switch (random.nextInt(3)) {
            case 0 -> "tel:+98-" + n + ";ext=" + extension;
            case 1 -> "0" + n + " ext " + extension;
            default -> "+98" + n + ";ext=" + extension;
        };
    }

    private static String persian(String digits) {
        StringBuilder persian = new StringBuilder();
        digits.chars().forEach(c -> persian.append((char) ('۰' + c - '0')));
        return persian.toString();
    }
}
