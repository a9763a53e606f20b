package org.santral.server.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.santral.server.imports.files.FileRow;
import org.santral.server.imports.files.RowReader;
import org.santral.server.imports.mapping.RowForms;

/// Reads and checks rows on a thread of its own, a few batches ahead of whoever writes them.
final class RowBatches implements AutoCloseable {
    static final int ROWS = 2_000;
    private static final int AHEAD = 2;
    /// In characters: rows may be long.
    private static final int LONGEST = 4 << 20;

    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile boolean wanted = true;

    /// @param position the last row of the file that it holds
    /// @param total as far as one can tell, null when nobody can
    /// @param trouble why nothing comes after it
    record Batch(
            List<RowForms.Read> rows,
            long position,
            @Nullable Long total,
            boolean last,
            @Nullable Exception trouble) {}

    /// @param after rows up to this one are passed over
    RowBatches(Path file, ImportJobs.Job job, RowForms forms, long after) {
        reader = Thread.ofPlatform().name("import-reader").daemon().start(() -> readAll(file, job, forms, after));
    }

    Batch next() throws InterruptedException {
        return ready.take();
    }

    private void readAll(Path file, ImportJobs.Job job, RowForms forms, long after) {
        try {
            Batch last = read(file, job, forms, after);
            ready.put(last);
        } catch (InterruptedException e) {
            // Nobody wants them any more.
            Thread.currentThread().interrupt();
        }
    }

    private Batch read(Path file, ImportJobs.Job job, RowForms forms, long after) throws InterruptedException {
        List<RowForms.Read> rows = new ArrayList<>();
        long position = after;
        Long total = null;
        try (RowReader in = RowReader.open(file, job.fileFormat(), job.mapping().reading())) {
            boolean header = job.mapping().header();
            long length = 0;
            for (FileRow row = in.next(); row != null && wanted; row = in.next()) {
                if (row.isBlank()) {
                    continue;
                }
                if (header) {
                    header = false;
                    continue;
                }
                if (row.number() <= after) {
                    continue;
                }
                rows.add(forms.read(row));
                position = row.number();
                length += row.cells().stream().mapToInt(String::length).sum();
                total = in.total() == 0 ? null : Long.valueOf(in.total());
                if (rows.size() == ROWS || length > LONGEST) {
                    ready.put(new Batch(rows, position, total, false, null));
                    rows = new ArrayList<>();
                    length = 0;
                }
            }
            return new Batch(rows, position, position, true, null);
        } catch (IOException | RuntimeException e) {
            return new Batch(rows, position, total, true, e);
        }
    }

    @Override
    public void close() {
        wanted = false;
        reader.interrupt();
    }
}
