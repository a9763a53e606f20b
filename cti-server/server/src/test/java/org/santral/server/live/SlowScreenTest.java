package org.santral.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.santral.server.Browser;

/// A browser that does not read.
class SlowScreenTest extends LiveTest {

    @Test
    void aScreenThatDoesNotReadIsClosedWithTheWishToConnectAnewAndSlowsNobody() throws Exception {
        String session = loggedIn("supervisor").cookie("SANTRAL").orElseThrow();
        Screen other = screen("supervisor");
        long desks = counter("open_desks");
        try (Socket slow = handshake(session)) {
            Duration slowest = Duration.ZERO;
            for (int i = 0; i < 100 && counter("open_desks") != desks; i++) {
                StringBuilder many = new StringBuilder();
                for (int call = 0; call < 50; call++) {
                    many.append(Talk.normal().whole());
                }
                Talk last = Talk.normal();
                long began = System.nanoTime();
                exchange.say(many + last.whole());
                other.awaitEnd(last.call());
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
            assertThat(slowest).isLessThan(Duration.ofSeconds(3));
            assertThat(counter("open_desks")).isEqualTo(desks);
            assertThat(closeCode(slow.getInputStream())).isEqualTo(4000);
        }
        assertThat(other.all("resync")).isEmpty();
    }

    @Test
    void anAgentsTabThatDoesNotReadDelaysNeitherTheOtherTabNorItsCards() throws Exception {
        Browser sara = loggedIn("sara");
        Screen other = screen(sara);
        long desks = counter("open_desks");
        try (Socket slow = handshake(sara.cookie("SANTRAL").orElseThrow())) {
            await().until(() -> counter("open_desks") == desks + 1);
            Duration slowest = Duration.ZERO;
            for (int i = 0; i < 500 && (i % 5 != 0 || counter("open_desks") != desks); i++) {
                // Few at a time: the tab that reads has an outbox too.
                StringBuilder some = new StringBuilder();
                for (int call = 0; call < 10; call++) {
                    some.append(Played.scenario("queue-answered").whole());
                }
                Played last = Played.scenario("queue-answered");
                long began = System.nanoTime();
                exchange.say(some + last.before("BridgeEnter"));
                other.awaitPop(last.call(), "RINGING");
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                exchange.say(last.from("BridgeEnter"));
                other.awaitEnd(last.call());
            }
            assertThat(slowest).isLessThan(Duration.ofSeconds(3));
            assertThat(counter("open_desks")).isEqualTo(desks);
            assertThat(closeCode(slow.getInputStream())).isEqualTo(4000);
        }
        assertThat(other.all("resync")).isEmpty();
    }

    private Socket handshake(String session) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                + "Sec-WebSocket-Version: 13\r\nOrigin: http://127.0.0.1:" + port
                                + "\r\nCookie: SANTRAL=" + session + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        assertThat(head.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 101");
        return socket;
    }

    /// Reads frames (RFC 6455, from a server: not masked) up to the one that closes.
    private static int closeCode(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0f;
            long length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            if (opcode == 8) {
                return in.readUnsignedShort();
            }
            in.skipNBytes(length);
        }
    }
}
