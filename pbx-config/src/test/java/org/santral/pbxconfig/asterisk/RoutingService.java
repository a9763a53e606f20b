package org.santral.pbxconfig.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands where the CTI server answers FastAGI: it sets the variables it is given, or takes the question and is
/// silent.
final class RoutingService implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> variables;
    private final boolean silent;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private RoutingService(String host, int port, boolean silent, List<String> variables) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getByName(host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.silent = silent;
        this.variables = variables;
        Thread.ofVirtual().start(this::serve);
    }

    static RoutingService answering(String host, int port, String... variables) {
        return new RoutingService(host, port, false, List.of(variables));
    }

    static RoutingService silent(String host, int port) {
        return new RoutingService(host, port, true, List.of());
    }

    /// The `agi_...` lines of all questions so far.
    List<String> questions() {
        return questions;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                if (!silent) {
                    answer(socket);
                }
            } catch (IOException _) {
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        try (socket) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                questions.add(line);
            }
            for (String variable : variables) {
                String[] pair = variable.split("=", 2);
                String command = "SET VARIABLE " + pair[0] + " \"" + pair[1] + "\"\n";
                socket.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
                reader.readLine();
            }
        }
    }
}
