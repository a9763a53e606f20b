package org.santral.server.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file as Asterisk writes it: 8,000 samples of 16 bits a second.
record Wav(long millis, long headSays) {
    static Wav whole(long millis) {
        return new Wav(millis, millis * 16);
    }

    /// The exchange was killed meanwhile.
    static Wav notClosed(long millis) {
        return new Wav(millis, 0);
    }

    Path in(Path folder, String name) throws IOException {
        int samples = (int) millis * 16;
        ByteBuffer bytes = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(headSays == 0 ? 0 : (int) headSays + 36);
        bytes.put(ascii("WAVEfmt ")).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
        bytes.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt((int) headSays);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes.array());
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
