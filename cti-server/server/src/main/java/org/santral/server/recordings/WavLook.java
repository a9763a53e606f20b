package org.santral.server.recordings;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a look at a file finds: how long it is and whether it is whole.
///
/// Asterisk writes the sizes into the head of a WAV when it closes it. One that was killed leaves zeros there, and
/// the last second or so in no file at all (measured on 22.10, decision 0010).
///
/// @param trouble what is wrong as one word, null when nothing is
/// @param lengthMillis null when it cannot be told
/// @param body where the samples begin, 0 when it is no WAV
/// @param head the head as it should be, null when it is right or it is no WAV
record WavLook(
        @Nullable Trouble trouble, long bytes, @Nullable Long lengthMillis, int body, byte @Nullable [] head) {

    enum Trouble {
        EMPTY("empty"),
        NO_WAV("no-wav"),
        NOT_CLOSED("not-closed"),
        CUT("cut"),
        SHORT("short");

        private final String word;

        Trouble(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private static final int HEAD = 44;
    private static final int LONGEST_HEAD = 4096;
    /// A recording may begin a little late and lose a packet here and there.
    private static final long SLACK_MILLIS = 2_000;

    private static final int SLACK_PERCENT = 10;

    /// @param talkMillis how long it must be at least
    static WavLook at(Path file, long talkMillis) throws IOException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            return new WavLook(Trouble.EMPTY, 0, 0L, 0, null);
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".wav")) {
            return new WavLook(null, bytes, null, 0, null);
        }
        ByteBuffer begin = begin(file);
        int body = body(begin);
        if (body < 0) {
            return new WavLook(Trouble.NO_WAV, bytes, null, 0, null);
        }
        int bytesPerSecond = begin.getInt(28);
        long there = bytes - body;
        long said = Integer.toUnsignedLong(begin.getInt(body - 4));
        long millis = bytesPerSecond <= 0 ? 0 : there * 1_000 / bytesPerSecond;
        Trouble trouble = null;
        if (said > there) {
            trouble = Trouble.CUT;
        } else if (said + 1 < there) {
            trouble = Trouble.NOT_CLOSED;
        } else if (there == 0 && talkMillis > SLACK_MILLIS) {
            trouble = Trouble.EMPTY;
        } else if (millis + SLACK_MILLIS < talkMillis - talkMillis * SLACK_PERCENT / 100) {
            trouble = Trouble.SHORT;
        }
        byte[] head = trouble == Trouble.CUT || trouble == Trouble.NOT_CLOSED ? head(begin, there) : null;
        return new WavLook(trouble, bytes, millis, body, head);
    }

    private static ByteBuffer begin(Path file) throws IOException {
        byte[] bytes = new byte[LONGEST_HEAD];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            int read = 0;
            for (int more = 0; more >= 0 && read < bytes.length; more = open.read(bytes, read, bytes.length - read)) {
                read += more;
            }
            return ByteBuffer.wrap(bytes, 0, read).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /// @return where the samples begin, -1 when this is no WAV whose format is known
    private static int body(ByteBuffer begin) {
        if (begin.limit() < HEAD
                || !word(begin, 0).equals("RIFF")
                || !word(begin, 8).equals("WAVE")
                || !word(begin, 12).equals("fmt ")) {
            return -1;
        }
        long at = 12;
        while (at + 8 <= begin.limit()) {
            if (word(begin, (int) at).equals("data")) {
                return (int) at + 8;
            }
            long size = Integer.toUnsignedLong(begin.getInt((int) at + 4));
            at += 8 + size + (size & 1);
        }
        return -1;
    }

    private static String word(ByteBuffer begin, int at) {
        byte[] four = new byte[4];
        begin.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    /// The same format over the samples that are there.
    private static byte[] head(ByteBuffer begin, long samples) {
        int size = (int) Math.min(samples, 0xFFFF_FFFFL - HEAD);
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(size + HEAD - 8);
        head.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16);
        for (int i = 20; i < 36; i++) {
            head.put(begin.get(i));
        }
        head.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(size);
        return head.array();
    }
}
