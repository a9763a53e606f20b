package org.santral.server.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal of one exchange. Appended to by its loop alone.
///
/// What [#write] returned from survives the death of the process; what is 100 ms older survives the death of
/// the machine. A full disk is counted and said, and calls go on without a journal until there is room again.
public final class Journal implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String SUFFIX = ".journal";
    private static final long SYNC_MILLIS = 100;

    private final Path folder;
    private final long segmentBytes;
    private final long keepBytes;
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong torn = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread syncer;
    private ByteBuffer pending = ByteBuffer.allocate(1 << 16);
    private int pendingEntries;
    private volatile @Nullable FileChannel channel;
    private long segment;
    private long written;
    private volatile @Nullable Gap gap;

    /// @param segmentBytes when a new segment is begun
    /// @param keepBytes how much is kept at most, live calls excepted
    public Journal(Path folder, long segmentBytes, long keepBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.segmentBytes = segmentBytes;
        this.keepBytes = keepBytes;
        List<Path> segments = segments(folder);
        segment = segments.isEmpty() ? 0 : numberOf(segments.getLast());
        syncer = Thread.ofPlatform().name("journal-sync").daemon().start(this::syncForEver);
    }

    /// Why nothing can be written now, and how many entries were missed since that began.
    public record Gap(String reason, long missed) {}

    /// @param entries how many inputs were given
    /// @param from number of the first segment that was read
    public record Replayed(long entries, long from) {}

    /// Everything from where the live calls of the last run begin.
    ///
    /// @return how many entries were given, and from which segment on
    public Replayed replay(Consumer<Entry> entries) throws IOException {
        List<Path> segments = segments(folder);
        if (segments.isEmpty()) {
            return new Replayed(0, 0);
        }
        long from = startOf(segments);
        AtomicLong given = new AtomicLong();
        boolean first = true;
        for (Path file : segments) {
            if (numberOf(file) < from) {
                continue;
            }
            boolean withBase = first;
            first = false;
            long whole = Segment.read(file, entry -> {
                if (entry.kind() == Entry.Kind.INPUT || withBase && entry.kind() == Entry.Kind.BASE) {
                    given.incrementAndGet();
                    entries.accept(entry);
                }
            });
            if (whole < Files.size(file)) {
                torn.incrementAndGet();
                LOG.warn(
                        "The journal {} ended in the middle of a record; {} bytes are whole, the rest was cut off",
                        file.getFileName(),
                        whole);
                try (FileChannel cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    cut.truncate(whole);
                }
            }
        }
        return new Replayed(given.get(), from);
    }

    /// The newest segment whose beginning is whole says it: a process may be killed while it begins one.
    private static long startOf(List<Path> segments) throws IOException {
        AtomicLong from = new AtomicLong();
        for (Path segment : segments.reversed()) {
            Segment.read(segment, entry -> {
                if (entry.kind() == Entry.Kind.FROM) {
                    from.set(Long.parseLong(entry.text()));
                }
            });
            if (from.get() > 0) {
                return from.get();
            }
        }
        return numberOf(segments.getFirst());
    }

    /// Holds the entry until [#write]: a batch of inputs costs one system call.
    public void append(Entry entry) {
        append(entry.kind(), entry.bytes());
    }

    /// The same for who has the text as bytes already: a card waits while its call is journaled.
    ///
    /// @param text UTF-8; what is not is replaced where it is read
    public void append(Entry.Kind kind, byte[] text) {
        int size = Segment.size(text);
        if (pending.remaining() < size) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(pending.capacity() * 2, pending.position() + size));
            pending = larger.put(pending.flip());
        }
        Segment.encode(kind, text, pending);
        pendingEntries++;
    }

    /// @return false when nothing could be written: counted, and tried anew with the next entry
    public boolean write() {
        if (pendingEntries == 0) {
            return true;
        }
        pending.flip();
        try {
            FileChannel to = open();
            long start = to.position();
            try {
                while (pending.hasRemaining()) {
                    written += to.write(pending);
                }
                gap = null;
                return true;
            } catch (IOException e) {
                // A half written record would end every later replay here.
                to.truncate(start);
                throw e;
            }
        } catch (IOException e) {
            lost.addAndGet(pendingEntries);
            Gap before = gap;
            gap = new Gap(String.valueOf(e.getMessage()), (before == null ? 0 : before.missed()) + pendingEntries);
            return false;
        } finally {
            pending = pending.capacity() > 1 << 20 ? ByteBuffer.allocate(1 << 16) : pending.clear();
            pendingEntries = 0;
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            segment++;
            open = FileChannel.open(file(segment), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            channel = open;
            written = 0;
        }
        return open;
    }

    /// Begins a new segment when the present one is full.
    ///
    /// @param oldestLive number of the segment in which the oldest live call began, any later number when none
    ///     lives
    /// @param base what a replay that begins with the new segment must know first
    public void rollIfFull(LongSupplier oldestLive, Supplier<List<String>> base) {
        if (channel != null && written < segmentBytes) {
            return;
        }
        begin(oldestLive, base);
    }

    public void begin(LongSupplier oldestLive, Supplier<List<String>> base) {
        FileChannel full = channel;
        channel = null;
        if (full != null) {
            try {
                full.force(false);
                full.close();
            } catch (IOException e) {
                LOG.warn("Segment {} of the journal could not be made durable: {}", segment, e.getMessage());
            }
        }
        long from = Math.min(oldestLive.getAsLong(), segment + 1);
        base.get().forEach(line -> append(new Entry(Entry.Kind.BASE, line)));
        // Last, so that where it stands the beginning is whole.
        append(new Entry(Entry.Kind.FROM, Long.toString(from)));
        write();
        retire(from);
    }

    /// The segment that is written now.
    public long segment() {
        return channel == null ? segment + 1 : segment;
    }

    private void retire(long needed) {
        try {
            List<Path> segments = segments(folder);
            long size = 0;
            for (Path file : segments) {
                size += Files.size(file);
            }
            for (Path file : segments) {
                if (size <= keepBytes || numberOf(file) >= needed) {
                    return;
                }
                size -= Files.size(file);
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("Old segments of the journal in {} could not be removed: {}", folder, e.getMessage());
        }
    }

    private void syncForEver() {
        try {
            while (!closed.await(SYNC_MILLIS, TimeUnit.MILLISECONDS)) {
                sync();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sync() {
        FileChannel open = channel;
        if (open != null && open.isOpen()) {
            try {
                open.force(false);
            } catch (java.nio.channels.ClosedChannelException rolled) {
                // The loop closed it, and made it durable before.
            } catch (IOException e) {
                LOG.warn("The journal could not be made durable: {}", e.getMessage());
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /// Null while the journal is written.
    public @Nullable Gap gap() {
        return gap;
    }

    /// Entries that could not be written.
    public long lost() {
        return lost.get();
    }

    /// Segments whose end a crash had torn.
    public long torn() {
        return torn.get();
    }

    static List<Path> segments(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList());
        }
    }

    static long numberOf(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    private Path file(long number) {
        return folder.resolve("%012d%s".formatted(number, SUFFIX));
    }

    @Override
    public void close() {
        write();
        closed.countDown();
        FileChannel open = channel;
        if (open != null) {
            try {
                open.force(false);
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
