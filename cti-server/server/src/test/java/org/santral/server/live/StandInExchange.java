package org.santral.server.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Behaves towards the event session as Asterisk was seen to; whoever else logs in is never answered.
final class StandInExchange {
    private static final String BANNER = "Asterisk Call Manager/11.0.0\r\n";

    private final ServerSocket door;
    private final BlockingQueue<Socket> opened = new LinkedBlockingQueue<>();
    private volatile Socket link = new Socket();
    private volatile int starts = 1;
    private volatile int refusals;

    StandInExchange() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Word for word, on the event session.
    void say(byte[] bytes) throws IOException {
        link.getOutputStream().write(bytes);
    }

    void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Cuts the link and waits for the next log-in.
    void cut() throws Exception {
        opened.clear();
        link.close();
        awaitLogIn();
    }

    void awaitLogIn() throws InterruptedException {
        if (opened.poll(20, TimeUnit.SECONDS) == null) {
            throw new AssertionError("nobody logged in within 20 s");
        }
    }

    /// Dies with all its calls and starts anew.
    void restart() throws Exception {
        starts++;
        cut();
    }

    /// Refuses the next log-ins, then lets in.
    void refuse(int logIns) throws Exception {
        refusals = logIns;
        cut();
    }

    private void receive() {
        try {
            while (true) {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line) {
                    case "ActionID: santral-login" -> logIn(socket);
                    case "ActionID: santral-ping" ->
                        answer(socket, "Response: Success\r\nActionID: santral-ping\r\nPing: Pong\r\n\r\n");
                    case "ActionID: santral-core" ->
                        answer(
                                socket,
                                "Response: Success\r\nActionID: santral-core\r\nCoreStartupDate: 2026-11-21\r\n"
                                        + "CoreStartupTime: 18:00:" + (10 + starts) + "\r\n\r\n");
                    case "ActionID: santral-channels" -> {
                        answer(
                                socket,
                                "Response: Success\r\nActionID: santral-channels\r\nEventList: start\r\n\r\n"
                                        + "Event: StatusComplete\r\nActionID: santral-channels\r\nItems: 0\r\n\r\n");
                        opened.add(socket);
                    }
                    default -> {}
                }
            }
        } catch (IOException e) {
            // The server closed the link, or the test did.
        }
    }

    private void logIn(Socket socket) throws IOException {
        if (refusals > 0) {
            refusals--;
            answer(
                    socket,
                    BANNER + "Response: Error\r\nActionID: santral-login\r\nMessage: Authentication failed\r\n\r\n");
            return;
        }
        link = socket;
        answer(
                socket,
                BANNER + "Response: Success\r\nActionID: santral-login\r\nMessage: Authentication accepted\r\n\r\n"
                        + "Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: " + (100 - starts)
                        + "\r\nStatus: Fully Booted\r\n\r\n");
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
