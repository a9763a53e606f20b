package org.santral.bench.chaos.parts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Every agent's desk, open in a tab that comes back by itself when the server has been away.
public final class OpenDesks implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final List<Thread> tabs = new ArrayList<>();
    private final CountDownLatch unopened;
    private volatile boolean closed;

    /// @param tokens the session of each agent
    public OpenDesks(int port, List<String> tokens) {
        this.port = port;
        unopened = new CountDownLatch(tokens.size());
        for (String token : tokens) {
            tabs.add(Thread.ofVirtual().start(() -> keepOpen(token)));
        }
    }

    /// Waits until every tab has been open.
    public void awaitOpen() throws InterruptedException {
        unopened.await();
    }

    private void keepOpen(String token) {
        try {
            for (boolean first = true; !closed; Thread.sleep(AGAIN)) {
                Tab tab = new Tab();
                WebSocket socket = open(token, tab);
                if (socket != null) {
                    if (first) {
                        unopened.countDown();
                        first = false;
                    }
                    tab.left.await();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable WebSocket open(String token, Tab tab) {
        try {
            return http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .header("Cookie", "SANTRAL=" + token)
                    .header("Origin", "http://127.0.0.1:" + port)
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), tab)
                    .join();
        } catch (CompletionException away) {
            return null;
        }
    }

    /// Reads everything and keeps nothing.
    private static final class Tab implements WebSocket.Listener {
        private final CountDownLatch left = new CountDownLatch(1);

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            left.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            left.countDown();
        }
    }

    @Override
    public void close() {
        closed = true;
        tabs.forEach(Thread::interrupt);
        http.shutdownNow();
    }
}
