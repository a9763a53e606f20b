package org.santral.asterisk.ami;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One block of headers, as it came. Headers are looked up, never joined: one that stands twice is visible as
/// such.
///
/// Bytes are decoded where a value is asked for and nowhere else, because most headers of most events are never
/// read.
public final class AmiMessage implements AmiSignal {
    private static final int FIELDS = 4;

    private final byte[] bytes;
    private final Instant receivedAt;
    /// Of each header: start of key, end of key, start of value, end of value.
    private final int[] lines;
    private final int size;
    private @Nullable Instant stamp;

    /// @param bytes the block without the blank line that ends it
    public AmiMessage(byte[] bytes, Instant receivedAt) {
        this.bytes = bytes;
        this.receivedAt = receivedAt;
        int[] found = new int[FIELDS * 48];
        int count = 0;
        int at = 0;
        while (at < bytes.length) {
            int end = at;
            int colon = -1;
            while (end < bytes.length && !(bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n')) {
                if (colon < 0 && bytes[end] == ':') {
                    colon = end;
                }
                end++;
            }
            if (colon < 0) {
                colon = end;
            }
            if (count * FIELDS == found.length) {
                found = java.util.Arrays.copyOf(found, found.length * 2);
            }
            int value = Math.min(colon + 1, end);
            if (value < end && bytes[value] == ' ') {
                value++;
            }
            int base = count * FIELDS;
            found[base] = at;
            found[base + 1] = colon;
            found[base + 2] = value;
            found[base + 3] = end;
            count++;
            at = end + 2;
        }
        lines = found;
        size = count;
    }

    @Override
    public Instant receivedAt() {
        return receivedAt;
    }

    /// The block as it came; not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /// The event's type, null for anything but an event.
    public @Nullable String event() {
        return size > 0 && is(0, "Event") ? value(0) : null;
    }

    public boolean isResponse() {
        return size > 0 && is(0, "Response");
    }

    /// Where a header stands, -1 when it does not.
    ///
    /// @param from the line to begin with
    public int find(String key, int from) {
        for (int line = from; line < size; line++) {
            if (is(line, key)) {
                return line;
            }
        }
        return -1;
    }

    /// The value of a header that stands exactly once, null when it is missing or repeated.
    public @Nullable String one(String key) {
        int line = find(key, 0);
        return line < 0 || find(key, line + 1) >= 0 ? null : value(line);
    }

    /// The value of a header, empty when it is missing or repeated.
    public String text(String key) {
        String value = one(key);
        return value == null ? "" : value;
    }

    public boolean is(int line, String key) {
        if (line < 0 || line >= size) {
            return false;
        }
        int start = lines[line * FIELDS];
        int length = lines[line * FIELDS + 1] - start;
        if (length != key.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[start + i] != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public String value(int line) {
        int start = lines[line * FIELDS + 2];
        return new String(bytes, start, lines[line * FIELDS + 3] - start, StandardCharsets.UTF_8);
    }

    /// Asterisk's own stamp (`timestampevents`), the time of receipt where it gives none.
    public Instant at() {
        Instant known = stamp;
        if (known == null) {
            known = readStamp();
            stamp = known;
        }
        return known;
    }

    private Instant readStamp() {
        int line = find("Timestamp", 0);
        if (line < 0) {
            return receivedAt;
        }
        long seconds = 0;
        long micros = 0;
        int decimals = -1;
        for (int i = lines[line * FIELDS + 2]; i < lines[line * FIELDS + 3]; i++) {
            byte b = bytes[i];
            if (b == '.' && decimals < 0) {
                decimals = 0;
            } else if (b < '0' || b > '9' || seconds > 100_000_000_000L || decimals >= 6) {
                return receivedAt;
            } else if (decimals < 0) {
                seconds = seconds * 10 + (b - '0');
            } else {
                micros = micros * 10 + (b - '0');
                decimals++;
            }
        }
        for (int i = Math.max(decimals, 0); i < 6; i++) {
            micros *= 10;
        }
        return Instant.ofEpochSecond(seconds, micros * 1000);
    }

    /// As it came, for evidence; what is not UTF-8 is replaced.
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
