package org.santral.bench.traffic;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// An AMI server without a telephone: answers log-ins and the snapshot's questions as an idle Asterisk does,
/// and sends what it is told to send to every session that asked for events.
///
/// It stands in for Asterisk only where Asterisk itself is the limit (100,000 events a second); what it sends
/// is recorded.
public final class StandInExchange implements Closeable {

    /// Questions whose answer is a list that ends with an event of its own; empty here.
    private static final Map<String, String> LISTS = Map.of(
            "status", "StatusComplete",
            "coreshowchannels", "CoreShowChannelsComplete",
            "queuestatus", "QueueStatusComplete",
            "bridgelist", "BridgeListComplete",
            "devicestatelist", "DeviceStateListComplete",
            "confbridgelistrooms", "ConfbridgeListRoomsComplete",
            "parkedcalls", "ParkedCallsComplete");

    private final ServerSocket server;
    private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready;

    /// @param sessions how many event sessions [#awaitListeners] waits for
    public StandInExchange(int sessions) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ready = new CountDownLatch(sessions);
        Thread.ofVirtual().name("stand-in-accept").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void awaitListeners() throws InterruptedException {
        if (!ready.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no session asked the stand-in exchange for events within 30 s");
        }
    }

    /// Sends to every listening session; blocks as long as the slowest needs.
    public void send(byte[] bytes) throws IOException {
        for (OutputStream listener : listeners) {
            synchronized (listener) {
                listener.write(bytes);
                listener.flush();
            }
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().name("stand-in-session").start(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            // What is written leaves at once: a sender that waits for the peer's acknowledgement would be measured too.
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            say(out, "Asterisk Call Manager/11.0.0\r\n");
            Map<String, String> action = new LinkedHashMap<>();
            String line;
            while ((line = in.readLine()) != null) {
                if (!line.isEmpty()) {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        action.put(
                                lower(line.substring(0, colon)),
                                line.substring(colon + 1).strip());
                    }
                    continue;
                }
                answer(action, out);
                action.clear();
            }
        } catch (IOException gone) {
            // The peer left: its session is over, and nobody else is concerned.
        }
    }

    private void answer(Map<String, String> action, OutputStream out) throws IOException {
        String name = lower(action.getOrDefault("action", ""));
        String id = action.containsKey("actionid") ? "ActionID: " + action.get("actionid") + "\r\n" : "";
        String success = "Response: Success\r\n" + id;
        switch (name) {
            case "" -> {}
            case "challenge" -> say(out, success + "Challenge: 123456789\r\n\r\n");
            case "login" -> {
                say(out, success + "Message: Authentication accepted\r\n\r\n");
                say(
                        out,
                        "Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 10\r\nLastReload: 10\r\n"
                                + "Status: Fully Booted\r\n\r\n");
                if (!"off".equalsIgnoreCase(action.get("events"))) {
                    listeners.add(out);
                    ready.countDown();
                }
            }
            case "ping" -> say(out, success + "Ping: Pong\r\nTimestamp: 1800000000.000000\r\n\r\n");
            case "coresettings" -> say(out, success + "AMIversion: 11.0.0\r\nAsteriskVersion: 22.10.1\r\n\r\n");
            case "corestatus" ->
                say(
                        out,
                        success + "CoreStartupDate: 2026-11-21\r\nCoreStartupTime: 18:36:27\r\n"
                                + "CoreReloadDate: 2026-11-21\r\nCoreReloadTime: 18:36:27\r\nCoreCurrentCalls: 0\r\n\r\n");
            case "command" -> say(out, success + "Message: Command output follows\r\nOutput: Asterisk 22.10.1\r\n\r\n");
            default -> {
                String end = LISTS.get(name);
                say(out, success + (end == null ? "" : "EventList: start\r\nMessage: list follows\r\n") + "\r\n");
                if (end != null) {
                    say(out, "Event: " + end + "\r\n" + id + "EventList: Complete\r\nListItems: 0\r\n\r\n");
                }
            }
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }

    private static void say(OutputStream out, String text) throws IOException {
        synchronized (out) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
