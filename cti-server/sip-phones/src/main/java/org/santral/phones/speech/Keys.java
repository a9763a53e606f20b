package org.santral.phones.speech;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Keys that are pressed during a call, as RTP events (RFC 4733): each 100 ms long and told once more at its
/// end, with a breath before the next.
final class Keys {
    /// As offered in our SDP.
    static final int PAYLOAD = 101;

    private static final String NAMES = "0123456789*#";
    private static final int LONG = 5;
    private static final int TOLD_AGAIN = 2;
    private static final int BREATH = 5;

    private final Queue<Integer> pressed = new ArrayDeque<>();
    private int beats;
    private long began;

    /// One packet of a key.
    ///
    /// @param began the time stamp that all packets of this key carry
    /// @param samples how long it has been pressed
    record Beat(int event, boolean first, boolean last, long began, int samples) {
        private static final int END = 0x80;
        private static final int VOLUME = 10;

        void write(ByteBuffer packet) {
            packet.put((byte) event).put((byte) ((last ? END : 0) | VOLUME)).putShort((short) samples);
        }
    }

    void press(String digits) {
        digits.chars().map(NAMES::indexOf).filter(event -> event >= 0).forEach(pressed::add);
    }

    /// @return what to send at this beat, null when it is speech
    @Nullable
    Beat beat(long now) {
        Integer event = pressed.peek();
        if (event == null) {
            return null;
        }
        int beat = beats++;
        if (beat >= LONG + TOLD_AGAIN) {
            if (beats == LONG + TOLD_AGAIN + BREATH) {
                pressed.remove();
                beats = 0;
            }
            return null;
        }
        if (beat == 0) {
            began = now;
        }
        return new Beat(event, beat == 0, beat >= LONG - 1, began, Math.min(beat + 1, LONG) * Tone.FRAME);
    }
}
