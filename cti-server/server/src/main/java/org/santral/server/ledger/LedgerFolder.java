package org.santral.server.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of the ledger: `ledger.cel` or `queue_log`, and what it was renamed to.
final class LedgerFolder {
    static final String NAME = "ledger.cel";
    private static final int LONGEST_LINE = 1 << 20;
    private static final int AT_ONCE = 4 << 20;

    /// What `logrotate` made of old ones cannot be read line by line.
    private static final Pattern PACKED = Pattern.compile(".*\\.(gz|bz2|xz|zst)");

    private final Path folder;
    private final String name;

    /// @param name of the file that is written now; what it was renamed to begins with it
    LedgerFolder(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    record Found(Path path, LedgerPlace place, long size) {}

    Path path() {
        return folder;
    }

    /// Oldest first; one that has no whole line yet is not there yet.
    List<Found> files() throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.filter(this::written)
                    .sorted(Comparator.comparing(LedgerFolder::changed))
                    .toList()) {
                byte[] fingerprint = fingerprint(path);
                if (fingerprint != null) {
                    LedgerPlace place = new LedgerPlace(path.getFileName().toString(), fingerprint);
                    found.add(new Found(path, place, Files.size(path)));
                }
            }
        }
        return found;
    }

    private boolean written(Path path) {
        String file = path.getFileName().toString();
        return file.startsWith(name) && !PACKED.matcher(file).matches();
    }

    private static long changed(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            // Renamed or deleted meanwhile: it is found again under its new name at the next reading.
            return Long.MAX_VALUE;
        }
    }

    private static byte @Nullable [] fingerprint(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            byte[] start = bytes(file, 0, 8192);
            for (int i = 0; i < start.length; i++) {
                if (start[i] == '\n') {
                    return LedgerPlace.fingerprint(Arrays.copyOf(start, i));
                }
            }
            return null;
        }
    }

    /// Whole lines from a position on, no more than a few megabytes of them. What has no end yet is read when
    /// it has.
    LedgerPortion read(Found file, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            byte[] bytes = bytes(channel, from, AT_ONCE);
            List<LedgerPortion.Line> lines = new ArrayList<>();
            int begin = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    lines.add(new LedgerPortion.Line(
                            from + begin, new String(bytes, begin, i - begin, StandardCharsets.ISO_8859_1)));
                    begin = i + 1;
                }
            }
            if (begin == 0 && bytes.length > LONGEST_LINE) {
                // No line is so long: it is none, and must not hold up those behind it.
                return new LedgerPortion(List.of(new LedgerPortion.Line(from, "")), from + bytes.length);
            }
            return new LedgerPortion(lines, from + begin);
        }
    }

    private static byte[] bytes(FileChannel file, long from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(most, file.size() - from)));
        ByteArrayOutputStream read = new ByteArrayOutputStream(buffer.capacity());
        long at = from;
        while (buffer.hasRemaining()) {
            int count = file.read(buffer, at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        read.write(buffer.array(), 0, buffer.position());
        return read.toByteArray();
    }

    /// Asterisk opens the file for each line: what is renamed stays whole, and a new one begins by itself.
    void rotate(String suffix) throws IOException {
        Files.move(folder.resolve(name), folder.resolve(name + "." + suffix));
    }
}
