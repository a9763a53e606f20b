package org.santral.e2e;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A recording as it is heard: which of the tones that people speak here can be told in it, piece by piece.
final class Tape {
    private static final int HEAD = 44;
    private static final int RATE = 8_000;
    /// A tenth of a second holds a whole number of periods of every tone.
    private static final int PIECE = RATE / 10;

    private static final double AUDIBLE = 500;

    private final ByteBuffer samples;

    Tape(byte[] wav) {
        samples =
                ByteBuffer.wrap(wav, HEAD, (wav.length - HEAD) / 2 * 2).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    long millis() {
        return samples.limit() / 2 * 1_000L / RATE;
    }

    /// Who is heard one after the other, as `caller+1001`; `-` is silence. A change that takes a tenth of a second
    /// is none.
    List<String> heard(Map<String, Integer> voices) {
        List<String> told = new ArrayList<>();
        String before = "";
        for (int from = 0; from + PIECE <= samples.limit() / 2; from += PIECE) {
            String now = at(from, voices);
            if (now.equals(before) && (told.isEmpty() || !told.getLast().equals(now))) {
                told.add(now);
            }
            before = now;
        }
        return told;
    }

    private String at(int from, Map<String, Integer> voices) {
        TreeSet<String> there = new TreeSet<>();
        voices.forEach((who, hertz) -> {
            if (strength(from, hertz) > AUDIBLE) {
                there.add(who);
            }
        });
        return there.isEmpty() ? silentAt(from) ? "-" : "other" : String.join("+", there);
    }

    private boolean silentAt(int from) {
        for (int i = 0; i < PIECE; i++) {
            if (Math.abs(samples.getShort((from + i) * 2)) > 50) {
                return false;
            }
        }
        return true;
    }

    /// Goertzel's: how strong one frequency is.
    private double strength(int from, int hertz) {
        double turn = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double one = 0;
        double two = 0;
        for (int i = 0; i < PIECE; i++) {
            double next = samples.getShort((from + i) * 2) + turn * one - two;
            two = one;
            one = next;
        }
        return Math.sqrt(Math.max(0, one * one + two * two - turn * one * two)) * 2 / PIECE;
    }
}
