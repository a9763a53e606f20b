package org.santral.server.recordings;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.santral.server.settings.WrongSetting;

/// Where the exchange puts its recordings, as this machine sees it: read, never written.
final class RecordingFolder {
    /// Exchanges that sort by year, month and day have three levels.
    private static final int DEEPEST = 5;

    private final @Nullable Path root;

    /// @param root null where recordings are only named
    RecordingFolder(@Nullable Path root) {
        if (root != null && !(Files.isDirectory(root) && Files.isReadable(root))) {
            throw new WrongSetting(
                    "santral.recordings.folder",
                    root,
                    "is no folder that can be read",
                    "Name the folder into which the exchange records, or leave it out.");
        }
        this.root = root;
    }

    boolean known() {
        return root != null;
    }

    /// @return nothing when it is not there, or not below this folder: links that lead outside are not followed
    Optional<Path> find(String name) {
        if (root == null || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path real = root.resolve(name).toRealPath();
            return real.startsWith(root.toRealPath()) && Files.isRegularFile(real)
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Every file with the time of its last change, by its name below the folder.
    Map<String, Instant> files() {
        Map<String, Instant> files = new HashMap<>();
        Path folder = root;
        if (folder == null) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            for (Path file : (Iterable<Path>) all.filter(file -> Files.isRegularFile(file, NOFOLLOW_LINKS))::iterator) {
                files.put(
                        folder.relativize(file).toString(),
                        Files.getLastModifiedTime(file).toInstant());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
