package org.santral.bench.chaos.parts;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The wire between server and exchange, which can be cut, held still and slowed. What the exchange says goes
/// into a file for each connection.
public final class Relay implements AutoCloseable {
    /// How the wire is.
    public enum State {
        GOOD,
        /// Who comes is turned away.
        CUT,
        /// Nothing passes either way, and nobody is told: half-open.
        STILL,
        /// Some kilobytes a second.
        SLOW
    }

    private static final int SLOW_CHUNK = 400;
    private static final long SLOW_PAUSE_MILLIS = 100;

    private final ServerSocket door;
    private final InetSocketAddress exchange;
    private final Path records;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.GOOD;
    private Instant lastHeard = Instant.EPOCH;

    /// @param records a folder for what the exchange says
    public Relay(String host, int port, Path records) throws IOException {
        exchange = new InetSocketAddress(host, port);
        this.records = Files.createDirectories(records);
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("relay").start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    /// Returns when the exchange has been heard through the wire after this moment.
    ///
    /// @return false when it was not in time
    public boolean awaitHeard(Instant after, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (!lastHeard.isAfter(after)) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void set(State wanted) {
        lock.lock();
        try {
            state = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (wanted == State.CUT) {
            cut();
        }
    }

    /// Ends every connection; who comes again gets through.
    public void cut() {
        open.forEach(Relay::quietly);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) {
        Socket server = new Socket();
        open.add(client);
        open.add(server);
        try {
            if (passing() == State.CUT) {
                return;
            }
            server.connect(exchange, 2000);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().start(() -> forth(client, server));
            String name = "%03d-%d.ami"
                    .formatted(connections.incrementAndGet(), Instant.now().toEpochMilli());
            try (OutputStream record = new Heard(Files.newOutputStream(records.resolve(name)))) {
                pass(server, client, record);
            }
            quietly(client);
            quietly(server);
            back.join();
        } catch (IOException gone) {
            // Either side went: the other is told below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            quietly(client);
            quietly(server);
            open.remove(client);
            open.remove(server);
        }
    }

    private void forth(Socket client, Socket server) {
        try {
            pass(client, server, OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // The other direction ends with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        quietly(client);
        quietly(server);
    }

    private void pass(Socket from, Socket to, OutputStream record) throws IOException, InterruptedException {
        byte[] chunk = new byte[64 * 1024];
        while (true) {
            State now = passing();
            int length = from.getInputStream().read(chunk, 0, now == State.SLOW ? SLOW_CHUNK : chunk.length);
            if (length < 0) {
                return;
            }
            if (passing() == State.SLOW) {
                Thread.sleep(SLOW_PAUSE_MILLIS);
            }
            to.getOutputStream().write(chunk, 0, length);
            record.write(chunk, 0, length);
        }
    }

    /// Waits while nothing may pass.
    private State passing() throws InterruptedException {
        lock.lock();
        try {
            while (state == State.STILL) {
                changed.await();
            }
            return state;
        } finally {
            lock.unlock();
        }
    }

    /// Notes when something came.
    private final class Heard extends FilterOutputStream {
        private Heard(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            lock.lock();
            try {
                lastHeard = Instant.now();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a socket", e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        set(State.CUT);
    }
}
