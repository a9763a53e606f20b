package org.santral.bench.house;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// Many screens in one thread: WebSocket clients (RFC 6455) that only listen, and say when a message came.
public final class DeskSockets implements Closeable {
    private static final int LARGEST = 1 << 18;

    private final Selector selector = Selector.open();
    private final Listener listener;
    private final Thread thread = Thread.ofPlatform().name("desks").daemon().unstarted(this::run);
    private volatile boolean closed;

    /// Told of every message, on the one thread.
    public interface Listener {
        /// @param desk as it was given to [#connect]
        /// @param at `System.nanoTime` when the bytes had been read
        void heard(int desk, String text, long at);

        /// The server closed the connection.
        void left(int desk);
    }

    private record Desk(int number, ByteBuffer in) {}

    public DeskSockets(Listener listener) throws IOException {
        this.listener = listener;
    }

    /// Opens one connection; to be called before [#listen].
    ///
    /// @param cookie empty for none
    public void connect(int desk, int port, String path, String cookie) throws IOException {
        SocketChannel socket = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nOrigin: http://127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: YmVuY2hiZW5jaGJlbmNoIQ==\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n";
        socket.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer one = ByteBuffer.allocate(1);
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            if (socket.read(one.clear()) < 0) {
                throw new IOException("the server closed instead of answering: " + answer);
            }
            answer.append((char) one.get(0));
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no WebSocket was opened: "
                    + answer.toString().lines().findFirst().orElse(""));
        }
        socket.configureBlocking(false);
        socket.register(selector, SelectionKey.OP_READ, new Desk(desk, ByteBuffer.allocate(LARGEST)));
    }

    public void listen() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::read);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        Desk desk = (Desk) key.attachment();
        try {
            int count = ((SocketChannel) key.channel()).read(desk.in);
            long at = System.nanoTime();
            if (count < 0) {
                key.cancel();
                listener.left(desk.number);
                return;
            }
            desk.in.flip();
            while (frame(desk, at)) {
                // The next one.
            }
            desk.in.compact();
        } catch (IOException e) {
            key.cancel();
            listener.left(desk.number);
        }
    }

    /// Takes one whole frame out of what was read; a server's frames are not masked.
    private boolean frame(Desk desk, long at) {
        ByteBuffer in = desk.in;
        if (in.remaining() < 2) {
            return false;
        }
        in.mark();
        int kind = in.get() & 0x0f;
        long length = in.get() & 0x7f;
        int more = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (in.remaining() < more) {
            in.reset();
            return false;
        }
        length = more == 2 ? in.getShort() & 0xffff : more == 8 ? in.getLong() : length;
        if (in.remaining() < length) {
            in.reset();
            return false;
        }
        byte[] body = new byte[(int) length];
        in.get(body);
        if (kind == 1) {
            listener.heard(desk.number, new String(body, StandardCharsets.UTF_8), at);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
