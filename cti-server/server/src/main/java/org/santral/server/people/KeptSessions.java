package org.santral.server.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Who is logged in, once more in a file of this machine: a server that starts while its database is away would
/// know nobody otherwise, and cards would have no screens to stand on. No password and no token is in it, only
/// the hashes the table keeps too.
final class KeptSessions {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    KeptSessions(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// @param ended hashes of sessions that were ended and still stand in the table, because it was away then
    record Kept(List<Row> sessions, List<Somebody> people, List<String> ended) {
        static final Kept NOTHING = new Kept(List.of(), List.of(), List.of());
    }

    /// Times are milliseconds since 1970, UTC.
    record Row(String hash, String login, long createdAt, long seenAt) {}

    record Somebody(
            int id,
            String login,
            String name,
            Set<Role> roles,
            @Nullable String extension) {}

    Kept read() {
        try {
            return Files.exists(file) ? JSON.readValue(Files.readString(file), Kept.class) : Kept.NOTHING;
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be read ({}): without the database nobody is known", file, e.getMessage());
            return Kept.NOTHING;
        }
    }

    /// All of it or nothing; a disk without room costs no log-in.
    synchronized void write(Kept kept) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, JSON.writeValueAsString(kept));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Who is logged in could not be kept in {}: {}", file, e.getMessage());
        }
    }
}
