package org.santral.server.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.santral.history.CallRecord;
import org.santral.lines.Lines;
import org.santral.lines.UnreadableLine;
import org.santral.switchboard.Effect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records of calls that wait on the disk, one a line as the golden files write them. Outlives the process.
final class RecordFile {
    private static final Logger LOG = LoggerFactory.getLogger(RecordFile.class);

    private final Path file;

    RecordFile(Path file) {
        this.file = file;
    }

    /// All of them or, when the disk is full, none.
    void append(List<CallRecord> records) throws IOException {
        StringBuilder lines = new StringBuilder();
        records.forEach(record ->
                lines.append(Lines.write(new Effect.RecordCall(record))).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel to = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long start = to.size();
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            try {
                to.position(start);
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                to.force(false);
            } catch (IOException e) {
                to.truncate(start);
                throw e;
            }
        }
    }

    /// What waits there, oldest first; a line that a crash tore is left out, and said.
    List<CallRecord> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<CallRecord> records = new ArrayList<>();
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                try {
                    if (Lines.readEffect(line) instanceof Effect.RecordCall(CallRecord record)) {
                        records.add(record);
                    }
                } catch (UnreadableLine e) {
                    LOG.warn("A line of {} is torn and left out: {}", file, e.getMessage());
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
