package org.santral.server.conditions;

import java.util.Locale;

/// Everything that can be wrong with the server and what it leans on. The words stand in `words.properties`.
public enum Kind {
    JOURNAL_FULL(Weight.LOSS),
    JOURNAL_DISK_LOW(Weight.NOTICE),
    DATABASE_AWAY(Weight.DELAY),
    RECORDS_SET_ASIDE(Weight.LOSS),
    LINK_DOWN(Weight.LOSS),
    EVENTS_UNHEARD(Weight.LOSS),
    LISTS_REFUSED(Weight.LOSS),
    COMMANDS_LACKING(Weight.NOTICE),
    COMMANDS_REFUSED(Weight.NOTICE),
    CALLS_SILENT(Weight.NOTICE),
    LEDGER_SILENT(Weight.LOSS),
    DIRECTORY_SLOW(Weight.DELAY),
    OUTSIDE_DIRECTORY_AWAY(Weight.NOTICE),
    CALLS_NOT_WRITTEN_BACK(Weight.DELAY),
    LOOP_BEHIND(Weight.DELAY),
    CLOCK_STEPPED(Weight.NOTICE),
    EXCHANGE_CLOCK_STEPPED(Weight.NOTICE),
    EXCHANGE_CLOCK_APART(Weight.NOTICE),
    OUT_OF_MEMORY(Weight.NOTICE),
    ENDED_UNASKED(Weight.NOTICE),
    MACHINE_RESTARTED(Weight.NOTICE);

    /// How bad it is while it stands.
    public enum Weight {
        /// Something is lost, or would be lost by one more fault.
        LOSS,
        /// Something waits; nothing is lost.
        DELAY,
        /// Nothing is lost and nothing waits, but it has to be known.
        NOTICE
    }

    private final Weight weight;

    Kind(Weight weight) {
        this.weight = weight;
    }

    public Weight weight() {
        return weight;
    }

    /// As metrics, message files and the wire name it: `journal-full`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
