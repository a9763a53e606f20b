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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal of one exchange. Appended to by its loop alone.
///
/// What [#write] returned from survives the death of the process; what is 100 ms older survives the death of
/// the machine. A disk without room holds no call up: what cannot be written is held in memory, thinned to what
/// the live calls need, and written when there is room again (decision 0009).
public final class Journal implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String SUFFIX = ".journal";
    private static final long SYNC_MILLIS = 100;
    /// How often a disk that had no room is asked anew.
    private static final long RETRY_NANOS = 250_000_000L;
    /// A few thousand inputs: some minutes of a busy exchange.
    private static final int THIN_FROM = 4 << 20;
    private static final int MOST_HELD = 32 << 20;

    private final Path folder;
    private final long segmentBytes;
    private final long keepBytes;
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong torn = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread syncer;
    private final Pending pending = new Pending();
    private final int thinFrom;
    private int thinAt;
    private long lastTry;
    private volatile @Nullable FileChannel channel;
    private long segment;
    private long written;
    private volatile @Nullable Gap gap;
    private volatile @Nullable String unsynced;

    /// @param segmentBytes when a new segment is begun
    /// @param keepBytes how much is kept at most, live calls excepted
    public Journal(Path folder, long segmentBytes, long keepBytes) throws IOException {
        this(folder, segmentBytes, keepBytes, THIN_FROM);
    }

    /// @param thinFrom how many bytes are held by a disk without room before they are looked through
    Journal(Path folder, long segmentBytes, long keepBytes, int thinFrom) throws IOException {
        this.thinFrom = thinFrom;
        this.thinAt = thinFrom;
        this.folder = Files.createDirectories(folder);
        this.segmentBytes = segmentBytes;
        this.keepBytes = keepBytes;
        List<Path> segments = segments(folder);
        segment = segments.isEmpty() ? 0 : numberOf(segments.getLast());
        syncer = Thread.ofPlatform().name("journal-sync").daemon().start(this::syncForEver);
    }

    /// Why nothing can be written now.
    ///
    /// @param held entries that wait in memory
    /// @param missed entries that memory had no room for: of calls that are over, and lines of the exchange
    public record Gap(String reason, long held, long missed) {
        Gap held(long now) {
            return new Gap(reason, now, missed);
        }
    }

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
        append(entry.kind(), entry.bytes(), null);
    }

    /// The same for who has the text as bytes already: a card waits while its call is journaled.
    ///
    /// @param text UTF-8; what is not is replaced where it is read
    /// @param call whose entry it is, null when it is nobody's
    public void append(Entry.Kind kind, byte[] text, @Nullable Object call) {
        pending.add(kind, text, call);
    }

    /// @return false when nothing could be written: it is held, and tried anew with the next entry
    public boolean write() {
        if (pending.entries() == 0) {
            return true;
        }
        Gap before = gap;
        if (before != null && System.nanoTime() - lastTry < RETRY_NANOS) {
            gap = before.held(pending.entries());
            return false;
        }
        lastTry = System.nanoTime();
        try {
            FileChannel to = open();
            long start = to.position();
            try {
                ByteBuffer bytes = pending.written();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                written = to.position();
            } catch (IOException e) {
                cutBack(to, start);
                throw e;
            }
            pending.clear();
            thinAt = thinFrom;
            gap = null;
            if (before != null && before.missed() > 0) {
                append(new Entry(Entry.Kind.GAP, before.missed() + " " + before.reason()));
            }
            return true;
        } catch (IOException e) {
            gap = new Gap(reason(e), pending.entries(), before == null ? 0 : before.missed());
            return false;
        }
    }

    private static String reason(IOException e) {
        String said = String.valueOf(e.getMessage());
        return e instanceof java.nio.file.NoSuchFileException ? "there is no " + said : said;
    }

    /// A half written record would end every later replay of this segment there.
    private void cutBack(FileChannel file, long start) throws IOException {
        try {
            file.truncate(start);
        } catch (IOException e) {
            // Then nothing may come behind it: the next entries begin a segment of their own.
            channel = null;
            file.close();
        }
    }

    /// While nothing can be written, keeps what is held small: what a replay needs of the calls that live. To be
    /// called after a [#write] that failed.
    ///
    /// @param needed whether a call is live, or not in the history yet
    public void hold(Supplier<Predicate<Object>> needed) {
        Gap now = gap;
        if (now == null || pending.size() < thinAt) {
            return;
        }
        long missed = pending.keepOnly(needed.get());
        if (pending.size() > MOST_HELD) {
            // The live calls alone are too much for memory: the exchange is asked for them after a restart.
            missed += pending.entries();
            pending.clear();
        }
        thinAt = Math.max(thinFrom, pending.size() * 2);
        lost.addAndGet(missed);
        gap = new Gap(now.reason(), pending.entries(), now.missed() + missed);
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            long next = segment + 1;
            open = FileChannel.open(file(next), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            segment = next;
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
        if (gap != null || channel != null && written < segmentBytes) {
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
                unsynced = null;
            } catch (java.nio.channels.ClosedChannelException rolled) {
                // The loop closed it, and made it durable before.
            } catch (IOException e) {
                unsynced = String.valueOf(e.getMessage());
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

    /// Why the disk does not make durable what it took, null while it does.
    @Nullable
    String unsynced() {
        return unsynced;
    }

    /// Entries that were given up, because neither the disk nor memory had room for them.
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
        return file(folder, number);
    }

    static Path file(Path folder, long number) {
        return folder.resolve("%012d%s".formatted(number, SUFFIX));
    }

    @Override
    public void close() {
        lastTry = System.nanoTime() - RETRY_NANOS;
        if (!write()) {
            LOG.error("The journal in {} ends without its last {} entries: {}", folder, pending.entries(), gap);
        }
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
