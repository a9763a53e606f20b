package org.santral.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What our own MariaDB keeps, held by one server at a time.
///
/// `data/` are MariaDB's files, `tmp/` its temporary tables, `initialised` the version that wrote them last,
/// `mariadbd.pid` the process over them, `lock` is held while a server lives.
final class DataFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final Duration STALE_STOP = Duration.ofSeconds(20);

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static DataFolder open(Path where) throws IOException {
        Path folder = where.toAbsolutePath().normalize();
        Folders.createPrivate(folder);
        FileChannel lockFile =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(lockFile) == null) {
            lockFile.close();
            throw new DatabaseTrouble(
                    "Another server uses the database in " + folder,
                    "Stop it, or give this one a folder of its own with santral.database.dir.");
        }
        DataFolder opened = new DataFolder(folder, lockFile);
        Folders.createPrivate(opened.temporary());
        return opened;
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    /// Its own: a MariaDB that starts throws away what it takes for left-overs in its folder for temporary
    /// tables, also those of another one that lives.
    Path temporary() {
        return folder.resolve("tmp");
    }

    Path pidFile() {
        return folder.resolve("mariadbd.pid");
    }

    Path log() {
        return folder.resolve("mariadbd.log");
    }

    /// The version that wrote the files last, null when there are none.
    MariaDbProgram.@Nullable Version writtenBy() throws IOException {
        Path marker = folder.resolve("initialised");
        return Files.exists(marker) ? MariaDbProgram.Version.parse(Files.readString(marker)) : null;
    }

    void markWrittenBy(MariaDbProgram.Version version) throws IOException {
        Files.writeString(folder.resolve("initialised"), version + "\n");
    }

    /// A server that was killed leaves its MariaDB behind, which holds the files: it is stopped in order.
    void stopStaleProcess() throws IOException {
        Optional<ProcessHandle> stale = staleProcess();
        if (stale.isEmpty()) {
            return;
        }
        LOG.warn(
                "A MariaDB (pid {}) of a server that was killed still runs; stopping it",
                stale.get().pid());
        stale.get().destroy();
        if (!ended(stale.get())) {
            stale.get().destroyForcibly();
            ended(stale.get());
        }
    }

    private Optional<ProcessHandle> staleProcess() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile()).strip();
        if (pid.isEmpty()) {
            return Optional.empty();
        }
        // The id may belong to somebody else by now: only a process that names our folder is ours.
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> String.join(" ", arguments).contains(data().toString()))
                        .orElse(false));
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(STALE_STOP.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
