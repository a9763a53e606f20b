package org.santral.server.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/// One file of the journal. Each record: length of kind and text (4 bytes), their CRC32C (4 bytes), kind (1
/// byte), text.
final class Segment {
    private static final int HEAD = 8;
    private static final int LONGEST = 8 << 20;

    private Segment() {}

    static int size(byte[] text) {
        return HEAD + 1 + text.length;
    }

    static void encode(Entry.Kind kind, byte[] text, ByteBuffer into) {
        CRC32C sum = new CRC32C();
        sum.update(kind.letter());
        sum.update(text);
        into.putInt(1 + text.length)
                .putInt((int) sum.getValue())
                .put(kind.letter())
                .put(text);
    }

    /// Whether the record that begins there is one of those a replay is made of.
    static boolean isReplayed(ByteBuffer bytes, int at) {
        return switch (Entry.Kind.of(bytes.get(at + HEAD))) {
            case INPUT, BASE, FROM -> true;
            case LINE, DELIVERY, GAP -> false;
        };
    }

    /// How far a reading came.
    ///
    /// @param whole bytes up to there, every record of them whole
    /// @param stopped whether the reader had enough
    record Extent(long whole, boolean stopped) {}

    /// Reads until the end, or until the first record that is not whole: a crash tore it, and nothing behind it
    /// counts.
    ///
    /// @return how many bytes are whole
    static long read(Path file, Consumer<Entry> entries) throws IOException {
        return readWhile(file, entry -> {
                    entries.accept(entry);
                    return true;
                })
                .whole();
    }

    /// The same, until the reader has enough.
    ///
    /// @param more answers whether it wants the next entry too
    static Extent readWhile(Path file, Predicate<Entry> more) throws IOException {
        long whole = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            while (true) {
                int length = in.readInt();
                int expected = in.readInt();
                if (length < 1 || length > LONGEST) {
                    return new Extent(whole, false);
                }
                byte[] body = new byte[length];
                in.readFully(body);
                CRC32C sum = new CRC32C();
                sum.update(body);
                if ((int) sum.getValue() != expected) {
                    return new Extent(whole, false);
                }
                whole += HEAD + length;
                if (!more.test(
                        new Entry(Entry.Kind.of(body[0]), new String(body, 1, length - 1, StandardCharsets.UTF_8)))) {
                    return new Extent(whole, true);
                }
            }
        } catch (EOFException end) {
            return new Extent(whole, false);
        }
    }
}
