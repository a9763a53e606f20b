package org.santral.asterisk.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One step of one channel, as Asterisk's channel event log has it.
///
/// @param type `CHAN_START`, `ANSWER`, `BRIDGE_ENTER` and so on; of a dialplan's own event its name
/// @param name of the caller as Asterisk keeps it: quoted as SIP quoted it
/// @param app the application at work: `Dial`, `Queue`; of a called channel `AppDial`, `AppQueue`
/// @param userType what a dialplan's own event calls itself
/// @param extra JSON, empty where the event has none
public record CelRow(
        String type,
        Instant at,
        String uniqueid,
        String linkedid,
        String channel,
        String number,
        String name,
        String dialled,
        String exten,
        String context,
        String app,
        String appData,
        String peer,
        String userType,
        String extra) {
    static final String OF_QUEUE_LOG = "QUEUE_LOG.";
    private static final String BEGIN = "~1,";
    private static final String END = ",~";
    private static final int FIELDS = 15;
    private static final Pattern TYPE = Pattern.compile("[\\w.-]{1,64}");
    private static final Pattern TIME = Pattern.compile("\\d{1,11}\\.\\d{6}");
    private static final Pattern ID = Pattern.compile("[\\w.:@-]{1,149}");

    /// Reads a line that pbx-config's `cel_custom.conf` made. What a crash cut off may have been continued by
    /// the next line: only what stands after the last beginning counts.
    ///
    /// @return null when this is no whole line
    public static @Nullable CelRow read(String line) {
        int begin = line.lastIndexOf(BEGIN);
        if (begin < 0 || !line.endsWith(END)) {
            return null;
        }
        String[] fields = line.substring(begin + BEGIN.length(), line.length() - END.length())
                .split(",", -1);
        if (fields.length != FIELDS
                || !TYPE.matcher(fields[0]).matches()
                || !TIME.matcher(fields[1]).matches()
                || !ID.matcher(fields[2]).matches()
                || !ID.matcher(fields[3]).matches()) {
            return null;
        }
        String[] texts = new String[FIELDS];
        for (int i = 4; i < FIELDS; i++) {
            String text = decoded(fields[i]);
            if (text == null) {
                return null;
            }
            texts[i] = text;
        }
        return new CelRow(
                fields[0],
                instant(fields[1]),
                fields[2],
                fields[3],
                texts[4],
                texts[5],
                texts[6],
                texts[7],
                texts[8],
                texts[9],
                texts[10],
                texts[11],
                texts[12],
                texts[13],
                texts[14]);
    }

    /// The line that says the same, as pbx-config's `cel_custom.conf` would have had it written.
    ///
    /// @param texts the eleven encoded fields in the order of the line, from the channel's name to `extra`
    public static String line(String type, Instant at, String uniqueid, String linkedid, List<byte[]> texts) {
        StringBuilder line = new StringBuilder(BEGIN)
                .append(String.join(",", type, at.getEpochSecond() + micros(at), uniqueid, linkedid));
        for (byte[] text : texts) {
            byte[] marked = new byte[text.length + 1];
            marked[0] = '.';
            System.arraycopy(text, 0, marked, 1, text.length);
            line.append(',').append(Base64.getEncoder().encodeToString(marked));
        }
        return line.append(END).toString();
    }

    private static String micros(Instant at) {
        return ".%06d".formatted(at.getNano() / 1000);
    }

    /// What tells this step from every other: a channel takes no two steps of one kind in one microsecond. The
    /// same step, written twice or in two places, has the same.
    public String identity() {
        String step = type + ' ' + uniqueid + ' ' + at.getEpochSecond() + micros(at);
        // A queue gives several members up in one second.
        return ofQueueLog() ? step + ' ' + name + ' ' + extra : step;
    }

    /// Of `queue_log`, not of the event log: `exten` is the queue, `name` the member, `extra` the details.
    public boolean ofQueueLog() {
        return type.startsWith(OF_QUEUE_LOG);
    }

    /// Empty when it is a line of the event log.
    String queueLogEvent() {
        return ofQueueLog() ? type.substring(OF_QUEUE_LOG.length()) : "";
    }

    /// A line that [#read] understood, without what a crash left before it.
    public static String whole(String line) {
        return line.substring(line.lastIndexOf(BEGIN));
    }

    /// The encoded text has a full stop before what counts.
    private static @Nullable String decoded(String field) {
        try {
            String text = new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8);
            return text.startsWith(".") ? text.substring(1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Instant instant(String seconds) {
        int point = seconds.indexOf('.');
        return Instant.ofEpochSecond(
                Long.parseLong(seconds.substring(0, point)), Long.parseLong(seconds.substring(point + 1)) * 1000);
    }

    /// The end of a Local channel that the dialplan runs on, or the one that is called.
    boolean local() {
        return channel.startsWith("Local/");
    }

    /// In words, for people who compare.
    @Override
    public String toString() {
        if (ofQueueLog()) {
            return at + " queue_log " + queueLogEvent() + ' ' + exten + ' ' + name + " (" + uniqueid + ") " + extra;
        }
        StringBuilder words = new StringBuilder(120)
                .append(at)
                .append(' ')
                .append(type)
                .append(' ')
                .append(channel)
                .append(" (")
                .append(uniqueid)
                .append(')');
        word(words, "number", number);
        word(words, "dialled", exten);
        word(words, "app", app.isEmpty() ? "" : app + "(" + appData + ")");
        word(words, "extra", extra);
        return words.toString();
    }

    private static void word(StringBuilder words, String what, String value) {
        if (!value.isEmpty()) {
            words.append(' ').append(what).append('=').append(value);
        }
    }
}
