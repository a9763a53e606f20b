package org.santral.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real MariaDB of our own: started when made, started again should it die, stopped by `close`.
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(15);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final MariaDbProgram program;
    private final Listening listening;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable MariaDbProcess process;
    private boolean wanted;

    public EmbeddedMariaDb(DatabaseSettings settings) {
        try {
            folder = DataFolder.open(settings.dir());
            program = prepared(settings, folder);
            listening =
                    Listening.on(settings.port() > 0 ? settings.port() : freePort(), settings.bufferPoolMegabytes());
            startOrLetGo();
        } catch (IOException e) {
            throw new UncheckedIOException("starting MariaDB over " + settings.dir(), e);
        }
    }

    private static MariaDbProgram prepared(DatabaseSettings settings, DataFolder folder) throws IOException {
        try {
            folder.stopStaleProcess();
            MariaDbProgram.Version wrote = folder.writtenBy();
            MariaDbProgram program = MariaDbProgram.find(settings, wrote);
            if (wrote == null) {
                MariaDbProcess.bootstrap(program, folder);
            }
            folder.markWrittenBy(program.version());
            return program;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private void startOrLetGo() throws IOException {
        try {
            start();
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return listening.url();
    }

    public String user() {
        return Listening.USER;
    }

    public String password() {
        return listening.password();
    }

    /// The process id, 0 while it is stopped.
    public long pid() {
        turn.lock();
        try {
            return process == null ? 0 : process.pid();
        } finally {
            turn.unlock();
        }
    }

    /// Starts it when it was stopped; at once and without a second process when it runs.
    public void start() {
        turn.lock();
        try {
            wanted = true;
            if (process != null) {
                return;
            }
            long began = System.nanoTime();
            MariaDbProcess started = MariaDbProcess.start(program, folder, listening);
            process = started;
            awaitReady(started);
            Files.deleteIfExists(folder.data().resolve("first-words.sql"));
            started.onExit().thenRunAsync(() -> ended(started), Thread::startVirtualThread);
            LOG.info(
                    "MariaDB {} ready on {} after {} ms",
                    program.version(),
                    listening.url(),
                    (System.nanoTime() - began) / 1_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + program.mariadbd(), e);
        } finally {
            turn.unlock();
        }
    }

    private void awaitReady(MariaDbProcess started) {
        long latest = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > latest) {
                started.stop();
                process = null;
                throw MariaDbProcess.failed("MariaDB did not start", folder);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(), user(), password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void ended(MariaDbProcess dead) {
        turn.lock();
        try {
            if (process != dead) {
                return;
            }
            LOG.error("MariaDB (pid {}) has ended by itself; starting it again", dead.pid());
            process = null;
        } finally {
            turn.unlock();
        }
        while (!startedAgain()) {
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    /// On a disk without room it does not start before there is some.
    private boolean startedAgain() {
        turn.lock();
        try {
            if (wanted) {
                start();
            }
            return true;
        } catch (RuntimeException e) {
            LOG.error("MariaDB does not start again; calls go on, the history waits, and it is tried anew", e);
            return false;
        } finally {
            turn.unlock();
        }
    }

    /// Stops it and leaves it stopped until [#start].
    public void stop() {
        turn.lock();
        try {
            wanted = false;
            MariaDbProcess running = process;
            process = null;
            if (running != null) {
                running.stop();
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Files.deleteIfExists(folder.pidFile());
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the database's folder", e);
        }
    }
}
