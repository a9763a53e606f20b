package org.santral.server.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.santral.history.CallRecord;
import org.santral.history.Latest;
import org.santral.pbx.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records on their way into the database: of each call the newest, written in batches by one thread.
///
/// A database that is away makes them wait here, with longer and longer pauses between attempts. Nothing is
/// lost when the process dies meanwhile: the journal keeps what the waiting records were built from, see
/// [HistoryWriter#unwritten]. A note that somebody writes when the call is long over is the exception: the journal of
/// its call may be gone, so its record goes to the disk before the database is asked.
final class SpooledHistory implements HistoryWriter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpooledHistory.class);
    private static final int BATCH = 200;
    /// In its first moments a call tells its record several times over, and its card is on its way: the
    /// database is left alone so long, then takes the last of them.
    private static final long GATHER_MILLIS = 50;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    /// Some tens of megabytes.
    private static final int MOST_IN_MEMORY = 20_000;
    /// A deadlock or a lock held too long says nothing about the next attempt.
    private static final int ATTEMPTS = 3;

    private final CallTables tables;
    private final SetAside aside;
    private final Overflow overflow;
    private final int mostInMemory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<CallId, CallRecord> waiting = new LinkedHashMap<>();
    private final Map<CallId, CallRecord> atWork = new LinkedHashMap<>();
    /// Of the file that is taken back now.
    private final Set<CallId> fromFile = new HashSet<>();
    private final Thread writer;
    private boolean closed;
    private int readers;
    private volatile long written;
    private volatile long failures;
    private volatile long setAside;
    private volatile long retries;
    private volatile long onDisk;
    private volatile @Nullable String away;

    /// @param folder where records wait that outlive the process
    SpooledHistory(CallTables tables, Path folder) throws IOException {
        this(tables, folder, MOST_IN_MEMORY);
    }

    SpooledHistory(CallTables tables, Path folder, int mostInMemory) throws IOException {
        this.tables = tables;
        this.mostInMemory = mostInMemory;
        this.overflow = new Overflow(folder);
        this.aside = new SetAside(folder.resolve("history.set-aside"));
        offerAgain();
        writer = Thread.ofPlatform().name("history-writer").daemon().start(this::run);
    }

    @Override
    public void write(CallRecord record) {
        lock.lock();
        try {
            waiting.merge(record.call(), record, Latest::of);
            if (waiting.size() == 1 || waiting.size() >= BATCH) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The oldest of what waits goes to the disk, calls that live still excepted: they will be told again.
    private void makeRoom() {
        for (List<CallRecord> oldest = tooMuch(); !oldest.isEmpty(); oldest = tooMuch()) {
            // Outside the lock: the loop must not wait for the disk.
            if (!overflow.add(oldest)) {
                return;
            }
            lock.lock();
            try {
                oldest.forEach(record -> waiting.remove(record.call(), record));
                onDisk += oldest.size();
            } finally {
                lock.unlock();
            }
        }
    }

    private List<CallRecord> tooMuch() {
        lock.lock();
        try {
            return waiting.size() <= mostInMemory
                    ? List.of()
                    : waiting.values().stream()
                            .filter(record -> record.endedAt() != null)
                            .limit(Math.max(1, mostInMemory / 2))
                            .toList();
        } finally {
            lock.unlock();
        }
    }

    /// When memory is empty, the oldest file is taken back; it stays until the database has all of it.
    private void takeBack() {
        if (!waiting.isEmpty() || !atWork.isEmpty() || closed) {
            return;
        }
        if (!fromFile.isEmpty()) {
            onDisk = Math.max(0, onDisk - fromFile.size());
            fromFile.clear();
            overflow.oldestIsWritten();
            changed.signalAll();
        }
        if (!overflow.isEmpty()) {
            overflow.oldest().forEach(record -> {
                waiting.put(record.call(), record);
                fromFile.add(record.call());
            });
            if (fromFile.isEmpty()) {
                overflow.oldestIsWritten();
            }
        }
    }

    @Override
    public Set<CallId> unwritten() {
        lock.lock();
        try {
            Set<CallId> calls = new HashSet<>(waiting.keySet());
            calls.addAll(atWork.keySet());
            calls.addAll(aside.onlyHere());
            return calls;
        } finally {
            lock.unlock();
        }
    }

    /// For who is about to read a call: waits until what was told of it can be read, a second at most. A page
    /// that was told of a change asks at once, and must not be given what was before.
    void settle(CallId call) {
        lock.lock();
        try {
            readers++;
            changed.signalAll();
            long left = TimeUnit.SECONDS.toNanos(1);
            while (left > 0 && (waiting.containsKey(call) || atWork.containsKey(call))) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            readers--;
            lock.unlock();
        }
    }

    @Override
    public int offerAgain() {
        List<CallRecord> refused = aside.all();
        refused.forEach(this::write);
        return refused.size();
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            for (List<CallRecord> batch = next(); !batch.isEmpty(); batch = next()) {
                onDisk += overflow.keepLate(batch);
                try {
                    write(batch);
                    if (pause != FIRST_PAUSE_MILLIS) {
                        LOG.info("The history is being written again");
                        away = null;
                        offerAgain();
                    }
                    pause = FIRST_PAUSE_MILLIS;
                } catch (RuntimeException e) {
                    if (pause == FIRST_PAUSE_MILLIS) {
                        LOG.warn("The history cannot be written ({}): it waits, and calls go on", e.getMessage());
                    }
                    away = Refusal.inWords(e);
                    if (!putBackAndPause(pause)) {
                        return;
                    }
                    makeRoom();
                    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return nothing when closed and all is written
    private List<CallRecord> next() throws InterruptedException {
        lock.lock();
        try {
            takeBack();
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            long left = TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
            while (left > 0 && waiting.size() < BATCH && readers == 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            List<CallRecord> batch = new ArrayList<>(Math.min(waiting.size(), BATCH));
            var oldest = waiting.values().iterator();
            while (oldest.hasNext() && batch.size() < BATCH) {
                CallRecord record = oldest.next();
                oldest.remove();
                batch.add(record);
                atWork.put(record.call(), record);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// A record that the tables refuse would hold up the others of its batch for ever: then each goes alone.
    private void write(List<CallRecord> batch) {
        try {
            attempt(batch);
        } catch (RuntimeException e) {
            if (!Refusal.of(e)) {
                throw e;
            }
            batch.forEach(this::writeAlone);
        }
    }

    private void attempt(List<CallRecord> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                tables.write(batch);
                away = null;
                done(batch);
                return;
            } catch (RuntimeException e) {
                if (!Refusal.passes(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                retries++;
                LOG.info("The history is written anew at once: {}", Refusal.inWords(e));
            }
        }
    }

    private void writeAlone(CallRecord record) {
        try {
            attempt(List.of(record));
        } catch (RuntimeException e) {
            if (!Refusal.of(e)) {
                throw e;
            }
            LOG.error(
                    "The database refuses the record of {}: it is set aside, and what happened stands in the journal",
                    record.call(),
                    e);
            setAside(record, Refusal.inWords(e));
        }
    }

    private void done(List<CallRecord> records) {
        lock.lock();
        try {
            written += records.size();
            records.forEach(record -> {
                atWork.remove(record.call());
                overflow.written(record.call());
                aside.taken(record);
            });
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void setAside(CallRecord record, String reason) {
        lock.lock();
        try {
            if (aside.add(record, reason)) {
                setAside++;
            }
            atWork.remove(record.call());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// @return false when there is no use in waiting: the server stops
    private boolean putBackAndPause(long millis) throws InterruptedException {
        lock.lock();
        try {
            failures++;
            atWork.forEach((call, record) -> waiting.merge(call, record, Latest::of));
            atWork.clear();
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything handed over so far is in the database.
    ///
    /// @return false when that took longer
    boolean awaitWritten(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isEmpty() {
        return waiting.isEmpty() && atWork.isEmpty() && overflow.isEmpty();
    }

    /// Records written since the start.
    long written() {
        return written;
    }

    @Override
    public long setAside() {
        return setAside;
    }

    /// Batches that were written anew at once, after a deadlock or a lock held too long.
    long retries() {
        return retries;
    }

    /// Records that wait on the disk for a database that is away, beside those of [#unwritten].
    long onDisk() {
        return onDisk;
    }

    /// What the database said, null while it takes records.
    @Nullable
    String away() {
        return away;
    }

    SetAside aside() {
        return aside;
    }

    /// Attempts that failed since the start.
    long failures() {
        return failures;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
