package org.santral.server.replay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Why a moment cannot be had, in a sentence, with what can be had instead.
final class MissingText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private MissingText() {}

    static String of(Past.Missing missing, ZoneId zone) {
        return switch (missing) {
            case Past.NoJournal none ->
                "the journal holds nothing that could be replayed: it is empty, or its beginning is not whole";
            case Past.NotKept old ->
                "that is before what the journal keeps: the first moment that can be had is " + time(old.oldest(), zone)
                        + ". santral.journal.keep-megabytes says how much is kept.";
            case Past.Ahead ahead -> "that is still to come: it is " + time(ahead.now(), zone) + " now";
            case Past.Damaged damaged ->
                "segment " + damaged.segment() + " of the journal is damaged or missing. What can be had: "
                        + (damaged.until() == null ? "nothing before it" : "up to " + time(damaged.until(), zone))
                        + (damaged.again() == null
                                ? ", and nothing after it"
                                : ", and again from " + time(damaged.again(), zone))
                        + ".";
            case Past.TooFar far ->
                "more than " + far.inputs() + " inputs would have to be replayed for it: scripts/replay does that";
        };
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
