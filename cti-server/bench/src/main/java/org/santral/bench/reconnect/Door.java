package org.santral.bench.reconnect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Knocks at the manager interface, every few milliseconds, to know the moment from which it lets people in.
///
/// @param user of an account that hears of the boot
record Door(InetSocketAddress where, String user, String secret) {
    private static final int MOST_MILLIS = 60_000;
    private static final long PAUSE_NANOS = 2_000_000;

    /// The moments as `System.nanoTime()` has them.
    ///
    /// @param acceptedAt a log-in was accepted
    /// @param bootedAt that log-in was told that the exchange is fully booted
    record Opened(long acceptedAt, long bootedAt) {}

    /// The next opening: it must have been closed before.
    CompletableFuture<Opened> opensAgain() {
        CompletableFuture<Opened> opened = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                opened.complete(watch());
            } catch (IOException e) {
                opened.completeExceptionally(e);
            }
        });
        return opened;
    }

    private Opened watch() throws IOException {
        long until = System.nanoTime() + MOST_MILLIS * 1_000_000L;
        boolean wasClosed = false;
        while (System.nanoTime() < until) {
            try (Socket socket = new Socket()) {
                socket.connect(where, 200);
                if (wasClosed) {
                    return logIn(socket);
                }
            } catch (ConnectException closed) {
                wasClosed = true;
            } catch (IOException slow) {
                // Neither open nor closed: a busy machine, or an exchange that goes just now.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("the manager interface did not open within " + MOST_MILLIS + " ms");
    }

    private Opened logIn(Socket socket) throws IOException {
        socket.setSoTimeout(MOST_MILLIS);
        socket.getOutputStream()
                .write(("Action: Login\r\nUsername: " + user + "\r\nSecret: " + secret + "\r\nEvents: on\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        long accepted = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("Response: Success")) {
                accepted = System.nanoTime();
            } else if (line.equals("Event: FullyBooted")) {
                return new Opened(accepted, System.nanoTime());
            } else if (line.equals("Response: Error")) {
                break;
            }
        }
        throw new IOException("the log-in was not accepted");
    }
}
