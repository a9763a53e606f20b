package org.santral.asterisk.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of Asterisk's `queue_log`: what a queue did for a caller, to the second.
///
/// @param uniqueid of the caller's channel; `NONE` or another word where a line is of no call
/// @param agent the member's name, `NONE` where none has part in it; bytes as Latin 1
/// @param event `ENTERQUEUE`, `CONNECT`, `ABANDON` and so on
/// @param details what the event says beside that, separated by `|`; see the page "Queue Logs" of Asterisk's
///     documentation
public record QueueLogLine(Instant at, String uniqueid, String queue, String agent, String event, String details) {
    private static final Pattern TIME = Pattern.compile("\\d{9,10}(\\.\\d{1,6})?");
    private static final Pattern OF_CALL = Pattern.compile("(?:[\\w.:@-]{0,100}-)?\\d{9,11}\\.\\d{1,18}");
    private static final Pattern EVENT = Pattern.compile("[A-Z_]{3,40}");
    private static final byte[] NOTHING = {};

    /// @param line read as Latin 1
    /// @return null when this is no whole line; what a crash cut off runs into the next start's first line, and
    ///     no word of that is an event of a queue
    public static @Nullable QueueLogLine read(String line) {
        String[] fields = line.split("\\|", 6);
        if (fields.length < 6
                || !TIME.matcher(fields[0]).matches()
                || !EVENT.matcher(fields[4]).matches()
                || fields[4].equals("NONE")) {
            return null;
        }
        String[] time = (fields[0] + ".0").split("\\.", 3);
        long micros = Long.parseLong((time[1] + "000000").substring(0, 6));
        Instant at = Instant.ofEpochSecond(Long.parseLong(time[0]), micros * 1000);
        return new QueueLogLine(at, fields[1], fields[2], fields[3], fields[4], fields[5]);
    }

    /// Also of a queue's beginning, of members who come, go and pause, it is written.
    public boolean ofCall() {
        return OF_CALL.matcher(uniqueid).matches();
    }

    /// As a line of the ledger, to be kept and sorted beside the steps of the same channel.
    public String ledgerLine() {
        List<byte[]> texts = List.of(
                NOTHING,
                NOTHING,
                bytes(agent),
                NOTHING,
                bytes(queue),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                bytes(details));
        return CelRow.line(CelRow.OF_QUEUE_LOG + event, at, uniqueid, uniqueid, texts);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
