package org.santral.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A copy of a recorded call that happens now: its events say the time they are sent at.
///
/// @param copy gives the ids
public record TimedCopy(RecordedCall recording, long copy) {
    private static final Pattern TIME = Pattern.compile("(?<=Timestamp: )(\\d{10})\\.(\\d{6})");

    public String name() {
        return recording.name(copy);
    }

    /// The events `from` to before `to`, as bytes of the manager interface.
    public byte[] part(int from, int to, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        for (int event = from; event < to; event++) {
            recording.write(event, copy, bytes);
        }
        String stamp = String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), now.getNano() / 1000);
        return TIME.matcher(bytes.toString(StandardCharsets.ISO_8859_1))
                .replaceAll(stamp)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// How long after the first event each event came when the call was recorded.
    ///
    /// @return microseconds, one for each event
    public static List<Long> offsets(RecordedCall recording) {
        List<Long> offsets = new ArrayList<>();
        long first = 0;
        long last = 0;
        for (RecordedCall.Event event : recording.events()) {
            Matcher time = TIME.matcher(String.join("", event.texts()));
            if (time.find()) {
                long micros = Long.parseLong(time.group(1)) * 1_000_000 + Long.parseLong(time.group(2));
                first = first == 0 ? micros : first;
                last = Math.max(last, micros - first);
            }
            offsets.add(last);
        }
        return offsets;
    }
}
