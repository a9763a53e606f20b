package org.santral.phones;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// A bare UDP socket that says word for word what a test wants said, and hears word for word.
final class RawPeer implements AutoCloseable {
    private final DatagramSocket socket;
    private final InetSocketAddress to;

    RawPeer(InetSocketAddress local, InetSocketAddress to) throws IOException {
        socket = new DatagramSocket(local);
        socket.setSoTimeout(5_000);
        this.to = to;
    }

    /// `%s` in the lines stands for our host and port.
    void say(String... lines) throws IOException {
        say(String.join("\r\n", lines).replace("%s", at()).getBytes(StandardCharsets.UTF_8));
    }

    void say(byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    String at() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /// The next packet that starts with `start`; others are passed over.
    String hear(String start) throws IOException {
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(packet);
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
            if (text.startsWith(start)) {
                return text;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
