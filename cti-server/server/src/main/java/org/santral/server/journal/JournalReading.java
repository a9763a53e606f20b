package org.santral.server.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Reads a journal that somebody else may be writing: for `why`, and for rebuilding the past.
public final class JournalReading {

    private JournalReading() {}

    /// All entries, oldest first, each with the number of its segment.
    public static void all(Path folder, long fromSegment, Consumer<Entry> entries) throws IOException {
        for (Path file : Journal.segments(folder)) {
            if (Journal.numberOf(file) >= fromSegment) {
                Segment.read(file, entries);
            }
        }
    }

    /// The number of each segment, oldest first.
    public static List<Long> segments(Path folder) throws IOException {
        return Journal.segments(folder).stream().map(Journal::numberOf).toList();
    }

    public static void one(Path folder, long segment, Consumer<Entry> entries) throws IOException {
        for (Path file : Journal.segments(folder)) {
            if (Journal.numberOf(file) == segment) {
                Segment.read(file, entries);
            }
        }
    }

    /// How the reading of a segment ended.
    public enum Read {
        /// The reader had enough.
        STOPPED,
        /// Every byte was read.
        WHOLE,
        /// A record is not whole: what stands behind it cannot be read. So ends the newest segment for a moment
        /// too, while it is written.
        TORN,
        /// There is no such segment, or no longer.
        GONE
    }

    /// @param more answers whether it wants the next entry too
    public static Read readWhile(Path folder, long segment, Predicate<Entry> more) throws IOException {
        Path file = Journal.file(folder, segment);
        try {
            Segment.Extent extent = Segment.readWhile(file, more);
            if (extent.stopped()) {
                return Read.STOPPED;
            }
            return extent.whole() < Files.size(file) ? Read.TORN : Read.WHOLE;
        } catch (NoSuchFileException e) {
            return Read.GONE;
        }
    }
}
