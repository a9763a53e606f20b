package org.santral.phones.speech;

/// A quiet, endless tone, encoded once in both laws of G.711.
public final class Tone {
    static final int FRAME = 160;
    private static final int RATE = 8000;
    private static final double AMPLITUDE = 2000;
    // 100 ms hold a whole number of periods of every multiple of 10 Hz, so the tone goes on without a click.
    private static final int SAMPLES = 800;

    private final byte[] alaw = new byte[SAMPLES];
    private final byte[] ulaw = new byte[SAMPLES];

    /// `hertz` is a multiple of 10.
    public Tone(int hertz) {
        for (int i = 0; i < SAMPLES; i++) {
            int sample = (int) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / RATE));
            alaw[i] = alaw(sample);
            ulaw[i] = ulaw(sample);
        }
    }

    byte sample(boolean inAlaw, long at) {
        int index = (int) (at % SAMPLES);
        return inAlaw ? alaw[index] : ulaw[index];
    }

    /// ITU-T G.711, A-law of a 16-bit sample.
    static byte alaw(int sample) {
        int sign = sample >= 0 ? 0xD5 : 0x55;
        int magnitude = Math.min(sample >= 0 ? sample >> 3 : (-sample - 1) >> 3, 0xFFF);
        int segment = 0;
        while (segment < 7 && magnitude > (0x20 << segment) - 1) {
            segment++;
        }
        int steps = segment < 2 ? (magnitude >> 1) & 0xF : (magnitude >> segment) & 0xF;
        return (byte) ((segment << 4 | steps) ^ sign);
    }

    /// ITU-T G.711, μ-law of a 16-bit sample.
    static byte ulaw(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), 32_635) + 132;
        int segment = 7;
        while (segment > 0 && (magnitude & (0x80 << segment)) == 0) {
            segment--;
        }
        int steps = (magnitude >> (segment + 3)) & 0xF;
        return (byte) ~(sign | segment << 4 | steps);
    }
}
