package org.santral.server.loop;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Messages that memory has no room for, in a file, in their order. A disk that is full makes them wait in
/// memory after all: better than a gap, and the order stays.
final class Spill {
    private static final Logger LOG = LoggerFactory.getLogger(Spill.class);
    private static final int BLOCK = 1 << 16;
    private static final int HEAD = Long.BYTES + Integer.BYTES + Integer.BYTES;
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final Path file;
    /// Read back and next to be taken.
    private final ArrayDeque<AmiMessage> page = new ArrayDeque<>();
    private final ArrayDeque<Block> blocks = new ArrayDeque<>();
    /// Not written yet: less than a block, or a disk without room.
    private final ArrayDeque<AmiMessage> tail = new ArrayDeque<>();
    private long tailBytes;
    private long onDisk;
    private long end;
    private @Nullable FileChannel channel;
    private long nextTry;
    private boolean refused;
    private long ever;
    private long lost;

    private record Block(long at, int bytes, int messages) {}

    /// @param file what an earlier run left there is void: the exchange is asked anew
    Spill(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
    }

    void add(AmiMessage message) {
        tail.add(message);
        tailBytes += HEAD + message.bytes().length;
        ever++;
        if (tailBytes >= BLOCK && (!refused || System.nanoTime() - nextTry >= 0)) {
            write();
        }
    }

    private void write() {
        try {
            FileChannel to = open();
            while (!tail.isEmpty()) {
                ByteBuffer block = ByteBuffer.allocate(
                        Math.max(BLOCK, HEAD + tail.getFirst().bytes().length));
                int messages = 0;
                for (AmiMessage message : tail) {
                    if (block.remaining() < HEAD + message.bytes().length) {
                        break;
                    }
                    encode(message, block);
                    messages++;
                }
                block.flip();
                int bytes = block.remaining();
                long at = end;
                while (block.hasRemaining()) {
                    at += to.write(block, at);
                }
                blocks.add(new Block(end, bytes, messages));
                end = at;
                onDisk += messages;
                for (int i = 0; i < messages; i++) {
                    tail.removeFirst();
                }
                tailBytes -= bytes;
            }
            refused = false;
        } catch (IOException e) {
            // What was half written lies behind the end: the next block overwrites it.
            if (!refused) {
                LOG.warn("{} takes no more ({}): messages wait in memory", file, e.getMessage());
            }
            refused = true;
            nextTry = System.nanoTime() + RETRY_NANOS;
        }
    }

    private static void encode(AmiMessage message, ByteBuffer into) {
        byte[] bytes = message.bytes();
        into.putLong(message.receivedAt().getEpochSecond())
                .putInt(message.receivedAt().getNano())
                .putInt(bytes.length)
                .put(bytes);
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    /// @return null when nothing waits here
    @Nullable
    AmiMessage poll() {
        while (page.isEmpty() && !blocks.isEmpty()) {
            read(blocks.removeFirst());
            if (blocks.isEmpty()) {
                release();
            }
        }
        AmiMessage next = page.poll();
        if (next == null) {
            next = tail.poll();
            if (next != null) {
                tailBytes -= HEAD + next.bytes().length;
            }
        }
        return next;
    }

    private void read(Block block) {
        onDisk -= block.messages();
        try {
            FileChannel from = open();
            ByteBuffer bytes = ByteBuffer.allocate(block.bytes());
            long at = block.at();
            while (bytes.hasRemaining()) {
                int read = from.read(bytes, at);
                if (read < 0) {
                    throw new IOException("the file ends at " + at);
                }
                at += read;
            }
            bytes.flip();
            for (int i = 0; i < block.messages(); i++) {
                Instant receivedAt = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
                int length = bytes.getInt();
                if (length < 1) {
                    throw new IOException("a message of " + length + " bytes");
                }
                byte[] message = new byte[length];
                bytes.get(message);
                page.add(new AmiMessage(message, receivedAt));
            }
        } catch (IOException | DateTimeException | BufferUnderflowException e) {
            long gone = block.messages() - page.size();
            lost += gone;
            LOG.error("{} messages that waited in {} cannot be read back: they are lost", gone, file, e);
        }
    }

    /// Everything has been read back: the file is begun anew.
    private void release() {
        try {
            if (channel != null) {
                channel.close();
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The spill file {} cannot be removed: {}", file, e.getMessage());
        } finally {
            channel = null;
            end = 0;
        }
    }

    boolean isEmpty() {
        return size() == 0;
    }

    long size() {
        return page.size() + onDisk + tail.size();
    }

    /// How many messages ever came here.
    long ever() {
        return ever;
    }

    /// How many messages the disk did not give back.
    long lost() {
        return lost;
    }
}
