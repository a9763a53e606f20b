package org.santral.server.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between the server and its database, and cuts the line at the worst moment: the database has
/// committed, and its answer never arrives.
public final class CuttingRelay implements Closeable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int database;
    private final AtomicInteger toCut = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();

    public CuttingRelay(int databasePort) throws IOException {
        database = databasePort;
        Thread.ofVirtual().start(this::receive);
    }

    public int port() {
        return door.getLocalPort();
    }

    /// The next commits, one on each line, are the last that goes over it.
    public void cutAfterCommit(int times) {
        toCut.set(times);
    }

    public int cuts() {
        return cut.get();
    }

    private void receive() {
        try {
            while (true) {
                new Line(door.accept()).open();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean swallow;

        private Line(Socket client) throws IOException {
            this.client = client;
            this.server = new Socket(InetAddress.getLoopbackAddress(), database);
        }

        void open() {
            Thread.ofVirtual().start(() -> pump(client, server, true));
            Thread.ofVirtual().start(() -> pump(server, client, false));
        }

        private void pump(Socket from, Socket to, boolean asks) {
            byte[] buffer = new byte[1 << 16];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (asks
                            && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT")
                            && toCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        swallow = true;
                    }
                    if (!asks && swallow) {
                        // The database has answered: it is committed.
                        cut.incrementAndGet();
                        break;
                    }
                    out.write(buffer, 0, read);
                }
            } catch (IOException e) {
                // One side is gone; so is the other, below.
            }
            close();
        }

        private void close() {
            try (client;
                    server) {
                swallow = true;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
