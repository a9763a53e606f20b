package org.santral.pbxconfig.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/// Writes files that carry secrets: readable by their owner alone, and never half written.
final class OwnFiles {

    private static final String MARK = "Written by pbx-config from site.yaml";

    private OwnFiles() {}

    /// What this program wrote for a site that has since changed would still be read by Asterisk.
    static void removeOthers(Path directory, Set<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!wanted.contains(file.getFileName().toString()) && isOwn(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isOwn(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.limit(2).anyMatch(line -> line.contains(MARK));
        }
    }

    static void write(Path file, String text) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(
                directory,
                file.getFileName() + ".",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
