package org.santral.server.loop;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What waits for the loop, in the order it came. Never drops and never makes the reader of the exchange wait:
/// beyond a bound the exchange's messages go to a file and are taken from there.
final class Inbox implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    /// Above what the reader lets through.
    private static final int LONGEST = 8 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<Object> memory = new ArrayDeque<>();
    private final ArrayDeque<Object> express = new ArrayDeque<>();
    private final int bound;
    private final Path file;
    private @Nullable DataOutputStream spill;
    private @Nullable DataInputStream spilled;
    private long onDisk;
    private long everSpilled;
    private long lost;
    private boolean closed;
    private @Nullable Instant lastTaken;

    /// @param bound how many items stay in memory
    /// @param file where the rest goes; what an earlier run left there is void: the exchange is asked anew
    Inbox(int bound, Path file) throws IOException {
        this.bound = bound;
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
    }

    void put(Object item) {
        putAll(List.of(item));
    }

    /// What came together wakes the loop together.
    void putAll(List<?> items) {
        lock.lock();
        try {
            items.forEach(this::keep);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    private void keep(Object item) {
        if (onDisk == 0 && memory.size() < bound) {
            memory.add(item);
        } else if (item instanceof AmiMessage message) {
            toDisk(message);
        } else {
            // Rare and small: log-ins, timers, answers of the directory. They may overtake, as they could on the
            // wire.
            express.add(item);
        }
    }

    /// Waits for something.
    ///
    /// @param into takes at most `most` items
    /// @return false when the inbox is closed
    boolean take(List<Object> into, int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (memory.isEmpty() && express.isEmpty() && onDisk == 0) {
                if (closed) {
                    return false;
                }
                filled.await();
            }
            while (into.size() < most) {
                Object item = express.poll();
                if (item == null) {
                    item = memory.poll();
                }
                if (item == null && onDisk > 0) {
                    item = fromDisk();
                }
                if (item == null) {
                    return true;
                }
                if (item instanceof AmiMessage message) {
                    lastTaken = message.receivedAt();
                }
                into.add(item);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void toDisk(AmiMessage message) {
        try {
            DataOutputStream out = spill;
            if (out == null) {
                out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
                spill = out;
            }
            byte[] bytes = message.bytes();
            out.writeLong(message.receivedAt().getEpochSecond());
            out.writeInt(message.receivedAt().getNano());
            out.writeInt(bytes.length);
            out.write(bytes);
            onDisk++;
            everSpilled++;
        } catch (IOException e) {
            // No room on the disk either: memory is what is left, and better than a gap.
            memory.add(message);
        }
    }

    /// @return null when the disk gave nothing back: what was there is lost and counted, and the loop goes on
    private @Nullable Object fromDisk() {
        try {
            if (spill != null) {
                spill.flush();
            }
            DataInputStream in = spilled;
            if (in == null) {
                in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                spilled = in;
            }
            Instant receivedAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new IOException("a message of " + length + " bytes");
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            onDisk--;
            if (onDisk == 0) {
                rewind();
            }
            return new AmiMessage(bytes, receivedAt);
        } catch (IOException | DateTimeException e) {
            LOG.error("{} messages that waited in {} cannot be read back: they are lost", onDisk, file, e);
            lost += onDisk;
            onDisk = 0;
            giveUpFile();
            return null;
        }
    }

    private void giveUpFile() {
        try {
            rewind();
        } catch (IOException e) {
            LOG.warn("The spill file {} cannot be closed: {}", file, e.getMessage());
        } finally {
            spill = null;
            spilled = null;
        }
    }

    private void rewind() throws IOException {
        if (spill != null) {
            spill.close();
        }
        if (spilled != null) {
            spilled.close();
        }
        spill = null;
        spilled = null;
        Files.deleteIfExists(file);
    }

    long waiting() {
        lock.lock();
        try {
            return memory.size() + express.size() + onDisk;
        } finally {
            lock.unlock();
        }
    }

    /// When the oldest message came that waits, null when none does; on the disk its time is not known until it
    /// is read, then that of the last one taken is told.
    @Nullable
    Instant waitsSince() {
        lock.lock();
        try {
            return memory.peek() instanceof AmiMessage first
                    ? first.receivedAt()
                    : memory.isEmpty() && onDisk > 0 ? lastTaken : null;
        } finally {
            lock.unlock();
        }
    }

    /// How many messages ever went over the disk.
    long everSpilled() {
        lock.lock();
        try {
            return everSpilled;
        } finally {
            lock.unlock();
        }
    }

    /// How many messages the disk did not give back.
    long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
