package org.santral.server.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records that wait for a database that is away and that memory has no room for, or that no journal could tell again:
/// files of a bounded size, the
/// oldest taken back first. They outlive the process.
final class Overflow {
    private static final Logger LOG = LoggerFactory.getLogger(Overflow.class);
    private static final String PREFIX = "history.waiting-";

    private final Path folder;
    private final Deque<Path> files;
    /// What these files have of each call that waits.
    private final Map<CallId, CallRecord> here = new HashMap<>();
    private long next;
    private boolean full;

    Overflow(Path folder) throws IOException {
        this.folder = folder;
        this.files = new ArrayDeque<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                found.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                        .sorted()
                        .forEach(files::add);
            }
        }
        if (!files.isEmpty()) {
            next = Long.parseLong(files.getLast().getFileName().toString().substring(PREFIX.length())) + 1;
        }
    }

    /// @return false when the disk has no room either: then they stay where they are
    boolean add(List<CallRecord> records) {
        Path file = folder.resolve(PREFIX + "%09d".formatted(next));
        try {
            new RecordFile(file).append(records);
            files.addLast(file);
            next++;
            full = false;
            return true;
        } catch (IOException e) {
            if (!full) {
                LOG.warn("Records that wait for the database find no room in {}: {}", folder, e.getMessage());
            }
            full = true;
            return false;
        }
    }

    /// Of these, what was noted after its call and is not here yet.
    ///
    /// @return how many were put here
    int keepLate(List<CallRecord> records) {
        List<CallRecord> late = records.stream()
                .filter(record -> isLate(record) && !record.equals(here.get(record.call())))
                .toList();
        if (late.isEmpty() || !add(late)) {
            return 0;
        }
        late.forEach(record -> here.put(record.call(), record));
        return late.size();
    }

    private static boolean isLate(CallRecord record) {
        Instant ended = record.endedAt();
        return ended != null
                && record.notes().stream().anyMatch(note -> note.at().isAfter(ended));
    }

    /// The database has what was here of it.
    void written(CallId call) {
        here.remove(call);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    List<CallRecord> oldest() {
        List<CallRecord> records = new RecordFile(files.getFirst()).read();
        records.forEach(record -> here.put(record.call(), record));
        return records;
    }

    /// The database has all of [#oldest].
    void oldestIsWritten() {
        Path file = files.removeFirst();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is written, but cannot be removed: {}", file, e.getMessage());
        }
    }
}
