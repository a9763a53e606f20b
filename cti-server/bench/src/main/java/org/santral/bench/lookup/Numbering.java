package org.santral.bench.lookup;

/// Who has which number: always the same, and scattered, so that neighbours in the book are none in the index.
///
/// Every person has a mobile, one at home and one at work. Of ten, three live together and share the one at
/// home; three work behind a company's switchboard. Numbers are national, without the zero in front.
///
/// @param people how many there are
/// @param companies how many there are, the first of them large ones
record Numbering(int people, int companies) {
    static final int LARGE = 20;
    static final int IN_A_LARGE_ONE = 1_000;

    private static final int HOUSEHOLD = 10;
    private static final int LIVE_TOGETHER = 3;
    private static final int BEHIND_SWITCHBOARD = 3;
    private static final int FIRST_EXTENSION = 100;

    String mobile(int person) {
        return text("91", scattered(person, 61_803_399L, 100_000_000L), 8);
    }

    /// Nobody's.
    String unknown(int number) {
        return text("93", scattered(number, 61_803_399L, 100_000_000L), 8);
    }

    String home(int person) {
        int household = person / HOUSEHOLD;
        return livesWithOthers(person)
                ? text("212", scattered(household, 3_141_593L, 10_000_000L), 7)
                : text("313", scattered(person, 7_654_321L, 10_000_000L), 7);
    }

    boolean livesWithOthers(int person) {
        return person % HOUSEHOLD < LIVE_TOGETHER;
    }

    int household() {
        return LIVE_TOGETHER;
    }

    /// Of a person with nobody in front of them.
    String office(int person) {
        return text("513", scattered(person, 7_654_321L, 10_000_000L), 7);
    }

    boolean isBehindSwitchboard(int person) {
        int place = person % HOUSEHOLD - LIVE_TOGETHER;
        return place >= 0 && place < BEHIND_SWITCHBOARD;
    }

    /// Which of those behind switchboards this one is, counted from 0.
    private int seat(int person) {
        return person / HOUSEHOLD * BEHIND_SWITCHBOARD + person % HOUSEHOLD - LIVE_TOGETHER;
    }

    private int seats() {
        return people / HOUSEHOLD * BEHIND_SWITCHBOARD;
    }

    int employer(int person) {
        int seat = seat(person);
        int inLarge = LARGE * IN_A_LARGE_ONE;
        return seat < inLarge ? seat % LARGE : LARGE + (seat - inLarge) % (companies - LARGE);
    }

    String extension(int person) {
        int seat = seat(person);
        int inLarge = LARGE * IN_A_LARGE_ONE;
        int place = seat < inLarge ? seat / LARGE : (seat - inLarge) / (companies - LARGE);
        return Integer.toString(FIRST_EXTENSION + place);
    }

    /// How many people stand behind a company's switchboard.
    int staff(int company) {
        if (company < LARGE) {
            return IN_A_LARGE_ONE;
        }
        int others = seats() - LARGE * IN_A_LARGE_ONE;
        int each = others / (companies - LARGE);
        return company - LARGE < others % (companies - LARGE) ? each + 1 : each;
    }

    String switchboard(int company) {
        return text("218", scattered(company, 3_141_593L, 10_000_000L), 7);
    }

    String secondLine(int company) {
        return text("412", scattered(company, 3_141_593L, 10_000_000L), 7);
    }

    String fax(int company) {
        return text("413", scattered(company, 3_141_593L, 10_000_000L), 7);
    }

    /// Each other number below the bound has another place there: the factor shares no divisor with it.
    private static long scattered(int number, long factor, long bound) {
        return number * factor % bound;
    }

    private static String text(String beginning, long rest, int digits) {
        String text = Long.toString(rest);
        return beginning + "0".repeat(digits - text.length()) + text;
    }
}
