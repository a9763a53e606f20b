package org.santral.phones.daemon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Takes orders over HTTP from this machine. No web page can give one: a browser asks before it sends JSON or
/// DELETE to another site, and is not answered; and a name that was bent to 127.0.0.1 is not ours.
final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_BODY = 16_384;
    private static final Pattern OURS = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");
    private static final Pattern IS_JSON = Pattern.compile("application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages;

    private Door(HttpServer server, Map<String, Page> pages) {
        this.server = server;
        this.pages = pages;
    }

    static Door open(int port, Map<String, Page> pages) throws WrongOption {
        try {
            Door door = new Door(HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0), pages);
            door.server.setExecutor(door.threads);
            door.server.createContext("/", door::serve);
            door.server.start();
            return door;
        } catch (IOException e) {
            throw new WrongOption(
                    "port " + port + " of 127.0.0.1 cannot be used (" + e.getMessage() + ")",
                    "end what listens there, or choose another with --http");
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                Reply reply = answer(exchange);
                send(exchange, reply.status(), "application/json", reply.body());
            } catch (Refusal refusal) {
                send(exchange, refusal.status(), "application/problem+json", refusal.problem());
            } catch (RuntimeException e) {
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                Refusal broken = Refusal.of(500, "The phones failed", "Their log says more.");
                send(exchange, broken.status(), "application/problem+json", broken.problem());
            }
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !OURS.matcher(host).matches()) {
            throw Refusal.of(403, "Not from there", "The phones are driven at 127.0.0.1 only.");
        }
        String method = exchange.getRequestMethod();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if ((method.equals("POST") || method.equals("PUT"))
                && (type == null || !IS_JSON.matcher(type).matches())) {
            throw Refusal.of(415, "No JSON", "Send orders with Content-Type: application/json.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Refusal.of(413, "Too long", "An order has at most " + LARGEST_BODY + " bytes.");
        }
        List<String> words = Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                .filter(word -> !word.isEmpty())
                .toList();
        Page page = words.isEmpty() ? null : pages.get(words.getFirst());
        if (page == null) {
            throw Refusal.unknown("Nothing is here; there are /calls, /phones, /outside and /demo-calls.");
        }
        return page.answer(new Asked(method, words.subList(1, words.size()), new String(body, StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String type, @Nullable Object body) throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] json = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
