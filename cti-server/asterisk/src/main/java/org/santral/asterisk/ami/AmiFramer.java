package org.santral.asterisk.ami;

import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts a stream of bytes into blocks at blank lines, wherever the reads happened to end.
///
/// Only CR LF CR LF ends a block: Asterisk's own answers hold bare line feeds (`Message: Park successful\n`).
public final class AmiFramer {
    /// The longest message worth reading; a snapshot's lines are far below a hundredth of it.
    static final int LIMIT = 1 << 20;

    private static final int START = 64 << 10;

    private static final byte[] BANNER = "Asterisk Call Manager".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Oddities oddities;
    private byte[] held = new byte[START];
    private int length;
    private int scanned;
    private boolean skipping;

    public AmiFramer(Oddities oddities) {
        this.oddities = oddities;
    }

    /// @param blocks takes each whole block, without its blank line and without Asterisk's greeting
    public void feed(byte[] bytes, int count, Consumer<byte[]> blocks) {
        ensure(count);
        System.arraycopy(bytes, 0, held, length, count);
        length += count;
        int start = 0;
        int at = Math.max(scanned - 3, 0);
        while (at + 3 < length) {
            byte last = held[at + 3];
            if (last != '\n' && last != '\r') {
                // The common case: nothing of a blank line can end before the byte after this one.
                at += 4;
            } else if (last == '\n' && held[at] == '\r' && held[at + 1] == '\n' && held[at + 2] == '\r') {
                if (!skipping) {
                    emit(start, at, blocks);
                }
                skipping = false;
                start = at + 4;
                at = start;
            } else {
                at++;
            }
        }
        System.arraycopy(held, start, held, 0, length - start);
        length -= start;
        scanned = length;
        if (length > LIMIT) {
            passOver();
        }
    }

    /// The link is gone: what was begun will never be whole.
    public void cut() {
        if (length > 0 || skipping) {
            oddities.count(Oddity.CUT);
        }
        length = 0;
        scanned = 0;
        skipping = false;
    }

    /// Bytes of memory it holds now.
    int capacity() {
        return held.length;
    }

    private void emit(int from, int to, Consumer<byte[]> blocks) {
        int begin = from;
        if (startsWithBanner(from, to)) {
            while (begin < to && held[begin] != '\n') {
                begin++;
            }
            begin = Math.min(begin + 1, to);
        }
        // Some events of Asterisk end with one blank line too many (Hangup, AgentComplete).
        while (begin + 1 < to && held[begin] == '\r' && held[begin + 1] == '\n') {
            begin += 2;
        }
        if (begin < to) {
            blocks.accept(Arrays.copyOfRange(held, begin, to));
        }
    }

    private boolean startsWithBanner(int from, int to) {
        return to - from >= BANNER.length && Arrays.equals(held, from, from + BANNER.length, BANNER, 0, BANNER.length);
    }

    /// Keeps the last three bytes, for the blank line may have begun, and drops the rest until it comes.
    private void passOver() {
        if (!skipping) {
            oddities.count(Oddity.OVERSIZED);
            skipping = true;
        }
        System.arraycopy(held, length - 3, held, 0, 3);
        length = 3;
        scanned = 3;
        held = Arrays.copyOf(held, START);
    }

    private void ensure(int more) {
        if (length + more > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, length + more));
        }
    }
}
