package org.santral.pbxconfig.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A plain manager session for tests: everything that arrives is kept, anything may be waited for.
public final class AmiTap implements AutoCloseable {

    /// One block of header lines.
    public record Block(List<String> lines) {

        /// The first value of a header, null when there is none.
        public @Nullable String get(String header) {
            String prefix = header + ": ";
            return lines.stream()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .findFirst()
                    .orElse(null);
        }

        /// @param pair `Header: value`
        public boolean has(String... pair) {
            return lines.containsAll(List.of(pair));
        }
    }

    private final Socket socket;
    private final List<Block> blocks = new CopyOnWriteArrayList<>();
    private final AtomicInteger actions = new AtomicInteger();

    private AmiTap(Socket socket) {
        this.socket = socket;
    }

    static AmiTap logIn(String host, int port, String user, String secret) {
        try {
            AmiTap tap = new AmiTap(new Socket(host, port));
            Thread.ofVirtual().start(tap::read);
            Block answer = tap.send("Action: Login", "Username: " + user, "Secret: " + secret);
            if (!answer.has("Response: Success")) {
                throw new IllegalStateException("log-in refused: " + answer.lines());
            }
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends an action and returns its answer.
    public Block send(String... lines) {
        String id = "ActionID: tap-" + actions.incrementAndGet();
        String text = String.join("\r\n", lines) + "\r\n" + id + "\r\n\r\n";
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return await(block -> block.get("Response") != null && block.has(id));
    }

    /// The first block, of the past or within ten seconds, that is such.
    public Block await(Predicate<Block> such) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> blocks.stream().filter(such).findFirst().orElse(null), found -> found != null);
    }

    /// Everything that arrived so far.
    public List<Block> seen() {
        return List.copyOf(blocks);
    }

    /// Forgets what arrived so far.
    public void forget() {
        blocks.clear();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty()) {
                    blocks.add(new Block(List.copyOf(lines)));
                    lines.clear();
                } else {
                    lines.add(line);
                }
            }
        } catch (IOException _) {
            lines.clear();
        }
    }
}
