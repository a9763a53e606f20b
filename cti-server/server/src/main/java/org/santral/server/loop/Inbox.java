package org.santral.server.loop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.santral.asterisk.ami.AmiMessage;

/// What waits for the loop, in the order it came. Never drops and never makes the reader of the exchange wait:
/// beyond a bound the exchange's messages go to a file and are taken from there.
final class Inbox implements Closeable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<Object> memory = new ArrayDeque<>();
    private final ArrayDeque<Object> express = new ArrayDeque<>();
    private final int bound;
    private final Spill spill;
    private boolean closed;
    private @Nullable Instant lastTaken;

    /// @param bound how many items stay in memory
    /// @param file where the rest goes; what an earlier run left there is void: the exchange is asked anew
    Inbox(int bound, Path file) throws IOException {
        this.bound = bound;
        this.spill = new Spill(file);
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
        if (spill.isEmpty() && memory.size() < bound) {
            memory.add(item);
        } else if (item instanceof AmiMessage message) {
            spill.add(message);
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
            while (memory.isEmpty() && express.isEmpty() && spill.isEmpty()) {
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
                if (item == null) {
                    item = spill.poll();
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

    long waiting() {
        lock.lock();
        try {
            return memory.size() + express.size() + spill.size();
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
                    : memory.isEmpty() && !spill.isEmpty() ? lastTaken : null;
        } finally {
            lock.unlock();
        }
    }

    /// How many messages ever went over the disk.
    long everSpilled() {
        lock.lock();
        try {
            return spill.ever();
        } finally {
            lock.unlock();
        }
    }

    /// How many messages the disk did not give back.
    long lost() {
        lock.lock();
        try {
            return spill.lost();
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
