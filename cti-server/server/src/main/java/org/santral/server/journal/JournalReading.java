package org.santral.server.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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
}
