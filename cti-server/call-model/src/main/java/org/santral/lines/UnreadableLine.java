package org.santral.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A line that is none of ours: cut, or written by something else.
public final class UnreadableLine extends RuntimeException {
    private static final int SHOWN = 200;

    UnreadableLine(String line, Exception cause) {
        super(cause.getMessage() + " in: " + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line), cause);
    }

    static UnreadableLine of(byte[] line, Exception cause) {
        return new UnreadableLine(new String(line, UTF_8), cause);
    }
}
